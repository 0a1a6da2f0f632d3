import { Hono } from 'hono'
import { z } from 'zod'
import { VISIT_PURPOSES } from '../../domain/kiosk/reading-room.ts'
import { answered, input, refused } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import type { BoardEnv } from '../trust.ts'
import { callerOf } from './caller.ts'
import { doMaintenance } from './maintenance.ts'
import { openVisits } from './open-visits.ts'
import type { PinGuard } from './pin-guard.ts'
import {
  doneSchema,
  kioskSettingsSchema,
  maintenanceDoneSchema,
  maintenanceGrantSchema,
  visitTicketSchema,
} from './public-schemas.ts'
import { kioskSettings } from './settings.ts'
import { MAINTENANCE_ACTIONS } from './views.ts'

const secret = z.string().min(1).max(100)

/**
 * What the glass asks for itself: how to behave, a way out by PIN, and the log of the reading room. Open to the network like
 * everything public: nothing here changes what is shown, and all of it is bounded.
 * @example app.route('/api/public', publicKioskRoutes(deps, guard)) // GET /api/public/kiosk/settings
 */
export function publicKioskRoutes(deps: Deps, guard: PinGuard) {
  const visits = openVisits(deps)
  return new Hono<BoardEnv>()
    .get('/kiosk/settings', documented({ answer: kioskSettingsSchema }), (c) =>
      answered(c, kioskSettings(deps)),
    )
    .post(
      '/kiosk/maintenance',
      documented({ answer: maintenanceGrantSchema }),
      input('json', z.strictObject({ pin: z.string().max(40) })),
      async (c) => {
        const granted = await guard.enter(c.req.valid('json').pin, callerOf(c.env))
        return granted.ok ? answered(c, granted.value) : refused(c, granted)
      },
    )
    .post(
      '/kiosk/maintenance/actions',
      documented({ answer: maintenanceDoneSchema }),
      input('json', z.strictObject({ grant: secret, action: z.enum(MAINTENANCE_ACTIONS) })),
      async (c) => {
        const done = await doMaintenance(deps, guard, c.req.valid('json'))
        return done.ok ? answered(c, done.value) : refused(c, done)
      },
    )
    .post(
      '/reading-room/visits',
      documented({ answer: visitTicketSchema }),
      input('json', z.strictObject({ purpose: z.enum(VISIT_PURPOSES) })),
      (c) => {
        const begun = visits.begin(c.req.valid('json').purpose, callerOf(c.env))
        return begun.ok ? answered(c, begun.value) : refused(c, begun)
      },
    )
    .post(
      '/reading-room/materials',
      documented({ answer: doneSchema }),
      input('json', z.strictObject({ ticket: secret, index: z.string().min(1).max(200) })),
      (c) => {
        const { ticket, index } = c.req.valid('json')
        const noted = visits.material(ticket, index)
        return noted.ok ? answered(c, { done: true as const }) : refused(c, noted)
      },
    )
    .post(
      '/reading-room/sheets',
      documented({ answer: doneSchema }),
      input('json', z.strictObject({ ticket: secret, hash: z.string().regex(/^[0-9a-f]{64}$/) })),
      (c) => {
        const { ticket, hash } = c.req.valid('json')
        const asked = visits.sheet(ticket, hash)
        return asked.ok ? answered(c, { done: true as const }) : refused(c, asked)
      },
    )
}
