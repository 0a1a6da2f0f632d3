import { Hono } from 'hono'
import { z } from 'zod'
import { IDLE_SECONDS, WARNING_SECONDS } from '../../domain/kiosk/kiosk-rules.ts'
import { PIN_MOST } from '../../domain/kiosk/pin.ts'
import { VISIT_PURPOSES } from '../../domain/kiosk/reading-room.ts'
import { answered, input, refused } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import type { AttemptCounter } from '../../platform/sign-in-attempts.ts'
import { requireRole } from '../principal.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import type { PinGuard } from './pin-guard.ts'
import { setPin } from './set-pin.ts'
import { deskSettings, setKioskRules } from './settings.ts'
import { type SystemFacts, systemFacts } from './system-facts.ts'
import type { KioskDeskSettings, MaintenanceEvent, SheetRequest, VisitLog, WaitingSheets } from './views.ts'
import { sheetRequest, visitLog } from './visit-views.ts'
import { decideSheet, enterVisit, eraseNames, mayKeepVisits } from './visits.ts'

const rules = z.strictObject({
  idleSeconds: z.int().min(IDLE_SECONDS.least).max(IDLE_SECONDS.most),
  warningSeconds: z.int().min(WARNING_SECONDS.least).max(WARNING_SECONDS.most),
  attract: z.boolean(),
  readingRoom: z.boolean(),
})

const visit = z.strictObject({
  purpose: z.enum(VISIT_PURPOSES),
  name: z.string().trim().max(20),
  note: z.string().trim().max(500),
})

const days = z.strictObject({ from: z.iso.date(), to: z.iso.date() })

/**
 * The kiosk at the desk: how it behaves, its PIN, what was done at the glass, and the log of the reading room.
 * @example app.route('/api/desk', deskKioskRoutes(deps, guard)) // GET /api/desk/kiosk/settings
 */
export function deskKioskRoutes(deps: Deps, guard: PinGuard) {
  const attempts: AttemptCounter = new Map()
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/kiosk/settings', (c) => answered<KioskDeskSettings>(c, deskSettings(deps)))
    .put('/kiosk/settings', input('json', rules), (c) => {
      const set = setKioskRules(deps, c.var.principal, c.req.valid('json'))
      return set.ok ? answered<KioskDeskSettings>(c, deskSettings(deps)) : refused(c, set)
    })
    .put(
      '/kiosk/pin',
      input('json', z.strictObject({ pin: z.string().max(PIN_MOST * 2), password: z.string().max(200) })),
      async (c) => {
        const set = await setPin(deps, guard, attempts, c.var.principal, c.req.valid('json'))
        return set.ok ? answered<KioskDeskSettings>(c, deskSettings(deps)) : refused(c, set)
      },
    )
    .get(
      '/kiosk/maintenance-log',
      input('query', z.strictObject({ before: z.coerce.number().int().min(1).optional() })),
      (c) => {
        const allowed = requireRole(c.var.principal, 'ADMINISTRATOR')
        if (!allowed.ok) return refused(c, allowed)
        const events = deps.store.read.kiosk.events(c.req.valid('query').before ?? null)
        return answered<readonly MaintenanceEvent[]>(c, events)
      },
    )
    .get('/kiosk/self-check', async (c) => {
      const allowed = requireRole(c.var.principal, 'ADMINISTRATOR')
      if (!allowed.ok) return refused(c, allowed)
      return answered<SystemFacts>(c, await systemFacts(process.platform, process.env, deps.version))
    })
    .get('/reading-room/visits', input('query', days), (c) => {
      const allowed = mayKeepVisits(c.var.principal)
      if (!allowed.ok) return refused(c, allowed)
      return answered<VisitLog>(c, visitLog(deps, c.req.valid('query')))
    })
    .post('/reading-room/visits', input('json', visit), (c) => {
      const entered = enterVisit(deps, c.var.principal, c.req.valid('json'))
      return entered.ok ? answered(c, { done: true as const }) : refused(c, entered)
    })
    .get('/reading-room/waiting', (c) => {
      const allowed = mayKeepVisits(c.var.principal)
      if (!allowed.ok) return refused(c, allowed)
      const { openSheets, countOpenSheets } = deps.store.read.readingRoom
      const sheets = openSheets().map((sheet) => sheetRequest(deps, sheet))
      return answered<WaitingSheets>(c, { sheets, waiting: countOpenSheets() })
    })
    .post('/reading-room/sheets/:id', input('json', z.strictObject({ release: z.boolean() })), (c) => {
      const { release } = c.req.valid('json')
      const address = c.env.mount.publicAddress()
      const decided = decideSheet(deps, c.var.principal, c.req.param('id'), release, address)
      return decided.ok ? answered<SheetRequest>(c, decided.value) : refused(c, decided)
    })
    .post('/reading-room/erase-names', input('json', z.strictObject({ before: z.iso.date() })), (c) => {
      const erased = eraseNames(deps, c.var.principal, c.req.valid('json').before)
      return erased.ok ? answered(c, erased.value) : refused(c, erased)
    })
}
