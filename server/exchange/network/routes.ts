import { Hono } from 'hono'
import { z } from 'zod'
import { answered, input, refused } from '../../../platform/answer.ts'
import type { Deps } from '../../deps.ts'
import { requireRole } from '../../principal.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { networkView } from './network-view.ts'
import { setNetworkSchedule } from './set-schedule.ts'
import { startSending } from './start-sending.ts'

const scheduleSchema = z.strictObject({
  enabled: z.boolean(),
  afterPublishing: z.boolean(),
  everyHours: z.int().min(0).max(168),
})

/**
 * The exchange over the network at the desk.
 * @example app.route('/api/desk', networkRoutes(deps)) // GET /api/desk/network
 */
export function networkRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/network', (c) => answered(c, networkView(deps)))
    .post('/network/send', (c) => {
      const started = startSending(deps, c.var.principal, { bySchedule: false })
      return started.ok ? answered(c, networkView(deps)) : refused(c, started)
    })
    .delete('/network/send', (c) => {
      const allowed = requireRole(c.var.principal, 'HANDLER')
      if (!allowed.ok) return refused(c, allowed)
      deps.networkJobs.current()?.cancel()
      return answered(c, networkView(deps))
    })
    .put('/network/schedule', input('json', scheduleSchema), (c) => {
      const set = setNetworkSchedule(deps, c.var.principal, c.req.valid('json'))
      return set.ok ? answered(c, networkView(deps)) : refused(c, set)
    })
}
