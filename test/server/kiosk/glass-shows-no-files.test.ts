import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { glassShowsNoFiles } from '../../../server/kiosk/glass-shows-no-files.ts'
import type { BoardEnv } from '../../../server/trust.ts'

const app = new Hono<BoardEnv>()
  .use(async (c, next) => {
    c.set('requestId', 'test')
    await next()
  })
  .use(glassShowsNoFiles())
  .get('/file', (c) => c.text('PDF'))

const PAGE = { 'upgrade-insecure-requests': '1', accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

async function status(headers: Record<string, string>, cookie = 'board-glass=1'): Promise<number> {
  const answer = await app.request('/file', { headers: { ...headers, cookie } })
  return answer.status
}

describe('A file that the glass asks for as a page of its own', () => {
  it('is refused, as the browser says that it is a page', async () => {
    expect(await status({ 'sec-fetch-mode': 'navigate' })).toBe(404)
  })

  it('is refused also over plain http in the network, where the browser does not say so', async () => {
    expect(await status(PAGE)).toBe(404)
    expect(await status({ 'upgrade-insecure-requests': '1', accept: '*/*' })).toBe(404)
    expect(await status({ accept: PAGE.accept })).toBe(404)
  })

  it('is given to what fetches it for the page, and to phones', async () => {
    expect(await status({ accept: '*/*' })).toBe(200)
    expect(await status({ 'sec-fetch-mode': 'cors', accept: '*/*' })).toBe(200)
    expect(await status({ accept: 'image/avif,image/webp,*/*;q=0.8' })).toBe(200)
    expect(await status(PAGE, '')).toBe(200)
  })
})
