import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { REGIMES } from '../../domain/catalogue/catalogue-item.ts'
import { dayNumber } from '../../domain/duty/calendar/day-number.ts'
import { readDeadline } from '../../domain/duty/deadline/deadline-text.ts'
import { readPeriod } from '../../domain/duty/period.ts'
import { refuse } from '../../domain/refusal.ts'
import { answered, input, refused } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { mayReadUndisclosed, undisclosedDue } from '../register/undisclosed-views.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { actOnDuty, assignDuties, type DutyAct } from './close-duty.ts'
import { dutyDetail, dutyPage, dutyRowsOf, todayView } from './list-duties.ts'
import { registerEvent } from './register-event.ts'
import { civilDate, dutyEvent, id, paging, person, reason, ruleRecord } from './request-schemas.ts'
import { ruleViews, setRule } from './rules.ts'
import { dutyCalendar, dutyMatrix } from './survey-duties.ts'
import { todayOf } from './today.ts'

/** Days a calendar answers for at most. */
const MOST_DAYS = 400

const why = input('json', z.strictObject({ reason }))

/**
 * Duties at the desk: today, lists, calendar and table, what a person does with a duty, what starts one, and the rules.
 * @example app.route('/api/desk', dutyRoutes(deps)) // GET /api/desk/today
 */
export function dutyRoutes(deps: Deps) {
  const acted = (c: Context<BoardEnv>, dutyId: string, act: DutyAct) => {
    const done = actOnDuty(deps, c.var.principal, dutyId, act)
    if (!done.ok) return refused(c, done)
    const found = dutyDetail(deps, c.var.principal, dutyId)
    return found.ok ? answered(c, found.value) : refused(c, found)
  }
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/today', input('query', z.strictObject({ ...person, ...paging })), (c) => {
      const { unit: unitId, regime, person: who, state: states, cursor } = c.req.valid('query')
      const { read } = deps.store
      const reviews = undisclosedDue(read, todayOf(read, deps.clock.now()).today)
      const filter = { unitId, regime, person: who, states }
      const waiting = mayReadUndisclosed(c.var.principal).ok ? reviews.dueSoon + reviews.overdue : 0
      return answered(c, todayView(deps, c.var.principal, filter, cursor, waiting))
    })
    .get(
      '/duties',
      input(
        'query',
        z.strictObject({
          ...person,
          ...paging,
          from: civilDate.exactOptional(),
          to: civilDate.exactOptional(),
          item: id.exactOptional(),
          q: z.string().trim().max(200).exactOptional(),
        }),
      ),
      (c) => {
        const query = c.req.valid('query')
        const { unit: unitId, item: itemId, state: states, q: words, cursor, ...rest } = query
        return answered(
          c,
          dutyPage(deps, c.var.principal, { ...rest, unitId, itemId, words, states }, cursor),
        )
      },
    )
    .post(
      '/duties/assign',
      input('json', z.strictObject({ dutyIds: z.array(id).min(1).max(500), accountId: id.nullable() })),
      (c) => {
        const { dutyIds, accountId } = c.req.valid('json')
        const done = assignDuties(deps, c.var.principal, dutyIds, accountId)
        return done.ok ? c.json({ assigned: done.value }) : refused(c, done)
      },
    )
    .get('/duties/:id', (c) => {
      const found = dutyDetail(deps, c.var.principal, c.req.param('id'))
      return found.ok ? answered(c, found.value) : refused(c, found)
    })
    .post('/duties/:id/nil', why, (c) =>
      acted(c, c.req.param('id'), { act: 'nil', reason: c.req.valid('json').reason }),
    )
    .post('/duties/:id/waive', why, (c) =>
      acted(c, c.req.param('id'), { act: 'waive', reason: c.req.valid('json').reason }),
    )
    .post('/duties/:id/reopen', why, (c) =>
      acted(c, c.req.param('id'), { act: 'reopen', reason: c.req.valid('json').reason }),
    )
    .post('/duties/:id/check', input('json', z.strictObject({ note: reason })), (c) =>
      acted(c, c.req.param('id'), { act: 'check', note: c.req.valid('json').note }),
    )
    .post('/duties/:id/confirm', input('json', z.strictObject({ on: z.string().max(10), reason })), (c) =>
      acted(c, c.req.param('id'), { act: 'confirm', ...c.req.valid('json') }),
    )
    .post('/duties/:id/assign', input('json', z.strictObject({ accountId: id.nullable() })), (c) =>
      acted(c, c.req.param('id'), { act: 'assign', accountId: c.req.valid('json').accountId }),
    )
    .post('/duty-events', input('json', dutyEvent), (c) => {
      const done = registerEvent(deps, c.var.principal, c.req.valid('json'))
      return done.ok ? answered(c, dutyRowsOf(deps, c.var.principal, done.value)) : refused(c, done)
    })
    .get(
      '/duty-calendar',
      input('query', z.strictObject({ ...person, from: civilDate, to: civilDate })),
      (c) => {
        const { unit: unitId, ...rest } = c.req.valid('query')
        const days = dayNumber(rest.to) - dayNumber(rest.from) + 1
        if (days < 1 || days > MOST_DAYS) return refused(c, refuse('request.invalid', { field: 'to' }))
        return answered(c, dutyCalendar(deps, c.var.principal, { ...rest, unitId }))
      },
    )
    .get(
      '/duty-matrix',
      input(
        'query',
        z.strictObject({
          regime: z.enum(REGIMES),
          period: z
            .string()
            .refine((name) => readPeriod(name) !== null)
            .exactOptional(),
        }),
      ),
      (c) => {
        const { regime, period } = c.req.valid('query')
        return answered(c, dutyMatrix(deps, c.var.principal, regime, period))
      },
    )
    .get('/rules', (c) => answered(c, ruleViews(deps)))
    .post('/rules', input('json', ruleRecord), (c) => {
      const done = setRule(deps, c.var.principal, c.req.valid('json'))
      return done.ok ? answered(c, done.value) : refused(c, done)
    })
    .post('/rules/read-deadline', input('json', z.strictObject({ text: z.string().max(2000) })), (c) =>
      answered(c, readDeadline(c.req.valid('json').text)),
    )
}
