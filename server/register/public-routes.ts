import { Hono } from 'hono'
import { answered, refused } from '../answer.ts'
import { civilDateOf } from '../clock.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import type { BoardEnv } from '../trust.ts'
import { publicListSchema, publicListsSchema } from './public-schemas.ts'
import { publicList, publicLists } from './public-views.ts'

/**
 * Official lists for the public; of the register of undisclosed matters nothing is here.
 * @example app.route('/api/public', publicListRoutes(deps)) // GET /api/public/lists
 */
export function publicListRoutes(deps: Deps) {
  const { read } = deps.store
  const today = () => civilDateOf(deps.clock.now())
  return new Hono<BoardEnv>()
    .get('/lists', documented({ answer: publicListsSchema }), (c) => answered(c, publicLists(read, today())))
    .get('/lists/:id', documented({ answer: publicListSchema }), (c) => {
      const found = publicList(read, c.req.param('id'), today())
      return found.ok ? answered(c, found.value) : refused(c, found)
    })
}
