import { Temporal } from 'temporal-polyfill'
import { isReckonable } from '../duty/calendar/day-number.ts'
import type { WorkingCalendar } from '../duty/calendar/working-calendar.ts'
import type { CivilDate } from '../notice/content.ts'
import { accept, refuse, type Result } from '../refusal.ts'
import type { DisplayPlan } from './display-plan.ts'
import { displayTerm, firstDay, reckonDisplay } from './display-run.ts'

/**
 * Whether a plan says what a 公示 must say: for how long, where, and how to object (domain book §4.4). Refuses
 * `display.length-required` without a plan, `display.date-order` for a first day that is none, `display.place-required`,
 * `display.objection-required`.
 * @example checkPlan(null) // display.length-required
 */
export function checkPlan(plan: DisplayPlan | null): Result<DisplayPlan> {
  if (plan === null) return refuse('display.length-required')
  if (plan.startsOn !== null && !isReckonable(plan.startsOn)) {
    return refuse('display.date-order', { from: '', to: '' })
  }
  if (!plan.places.some(({ name }) => name.trim() !== '')) return refuse('display.place-required')
  const { telephone, address, email } = plan.objection
  // A person alone is no way to object.
  if ([telephone, address, email].every((way) => way.trim() === ''))
    return refuse('display.objection-required')
  return accept(plan)
}

/**
 * Whether a notice stays up as long as its display: a notice that vanishes before was not displayed. Refuses
 * `display.expires-early` with the last day.
 * @example checkExpiry('2026-11-25T00:00:00.000Z', plan, '2026-11-23', calendar)
 */
export function checkExpiry(
  expiresAt: string | undefined,
  plan: DisplayPlan,
  publishedOn: CivilDate,
  calendar: WorkingCalendar,
): Result<true> {
  if (expiresAt === undefined) return accept(true)
  const term = displayTerm(plan.length, firstDay(plan.startsOn, publishedOn))
  return checkHangsUntil(expiresAt, reckonDisplay(term, calendar).due)
}

/**
 * Whether a notice stays up through a last day. Refuses `display.expires-early` with that day.
 * @example checkHangsUntil('2026-03-09T16:00:00.000Z', '2026-03-09').ok // true
 */
export function checkHangsUntil(expiresAt: string | undefined, last: CivilDate): Result<true> {
  if (expiresAt === undefined) return accept(true)
  const gone = Temporal.Instant.from(expiresAt).toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  return gone.toString() > last ? accept(true) : refuse('display.expires-early', { lastDay: last })
}
