import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { refuse } from '../../domain/refusal.ts'
import { refused } from '../../platform/answer.ts'
import type { BoardEnv } from '../trust.ts'

/** Cookie by which the glass in the hall says that it is one; it opens nothing and only takes away. */
const GLASS_COOKIE = 'board-glass'

/** Over plain http in the network browsers do not say what a request is for; but only for a page do they ask for html, or to be upgraded. */
function asksForPage(header: (name: string) => string | undefined): boolean {
  const mode = header('sec-fetch-mode')
  if (mode !== undefined) return mode === 'navigate'
  return header('upgrade-insecure-requests') === '1' || (header('accept') ?? '').includes('text/html')
}

/**
 * Refuses a file that the glass asks for as a page of its own: it would be saved on the office's computer, or open another program.
 * The kiosk's own pages fetch what they show, and phones save what they like.
 * @example open.use(glassShowsNoFiles())
 */
export function glassShowsNoFiles() {
  return createMiddleware<BoardEnv>(async (c, next) => {
    if (asksForPage((name) => c.req.header(name)) && getCookie(c, GLASS_COOKIE) === '1')
      return refused(c, refuse('request.not-found'))
    return next()
  })
}
