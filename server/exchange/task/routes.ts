import { Hono } from 'hono'
import { z } from 'zod'
import { answered, input, refused } from '../../../platform/answer.ts'
import type { Deps } from '../../deps.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { endTask, offerTaskAgain } from './end-task.ts'
import { exchangeToday } from './exchange-today.ts'
import { tasksView } from './task-views.ts'

const note = z.strictObject({ note: z.string().max(500) })

/**
 * What the county returned, at the desk, and what of the exchange asks for somebody today.
 * @example app.route('/api/desk', exchangeTaskRoutes(deps)) // GET /api/desk/exchange-tasks
 */
export function exchangeTaskRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/exchange-tasks', (c) => answered(c, tasksView(deps.store.read)))
    .get('/exchange-today', async (c) => answered(c, await exchangeToday(deps)))
    .post('/exchange-tasks/:id/end', input('json', note), (c) => {
      const ended = endTask(deps, c.var.principal, c.req.param('id'), c.req.valid('json').note)
      return ended.ok ? answered(c, ended.value) : refused(c, ended)
    })
    .post('/exchange-tasks/:id/offer-again', (c) => {
      const offered = offerTaskAgain(deps, c.var.principal, c.req.param('id'))
      return offered.ok ? answered(c, offered.value) : refused(c, offered)
    })
}
