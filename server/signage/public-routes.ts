import { Hono } from 'hono'
import { refused } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import type { BoardEnv } from '../trust.ts'
import { openFeedCache } from './feed-cache.ts'
import { screenFeedSchema } from './public-schemas.ts'

/**
 * What passive screens read. Nothing here writes.
 * @example app.route('/api/public', publicScreenRoutes(deps)) // GET /api/public/screens/:screen/feed
 */
export function publicScreenRoutes(deps: Deps) {
  const cache = openFeedCache(deps)
  return new Hono<BoardEnv>().get('/screens/:screen/feed', documented({ answer: screenFeedSchema }), (c) => {
    const feed = cache.feed(c.req.param('screen'))
    if (!feed.ok) return refused(c, feed)
    return c.body(feed.value, 200, { 'content-type': 'application/json' })
  })
}
