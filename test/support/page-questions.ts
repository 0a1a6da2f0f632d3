import { expect, type Page, type Request } from '@playwright/test'

/**
 * Watches what a page asks. An answer takes real time, which a page's own compressed clock does not wait for: it would give its
 * questions up after thirty seconds that were milliseconds. The returned function waits until nothing is asked any more; the live line
 * never ends and is no question.
 */
export function watchQuestions(page: Page): () => Promise<void> {
  const open = new Set<Request>()
  page.on('request', (request) => {
    if (!request.url().includes('/live')) open.add(request)
  })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return () => expect.poll(() => open.size, { intervals: [5] }).toBe(0)
}
