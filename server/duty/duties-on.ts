import { momentOf } from '../../domain/duty/duty-state.ts'
import { dateOf, dayNumber } from '../../domain/duty/calendar/day-number.ts'
import { addWorkdays } from '../../domain/duty/calendar/workdays.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { DutyFilter } from '../../db/repos/duty-filter.ts'
import type { Deps } from '../deps.ts'
import { calendarOf } from './calendar/calendar-of.ts'
import { dutyRows } from './duty-view.ts'
import { keepDuties } from './keep-duties.ts'
import { todayOf } from './today.ts'
import type { DutyRow } from './views.ts'

/** Working days within which a duty that has not begun is listed. */
const AHEAD = 10
/** How far ahead a day may lie: duties are planned up to it. */
const MOST_AHEAD_DAYS = 400

/** Duties as they stood, or will stand, on a day. */
export type DutiesOn = {
  readonly on: CivilDate
  readonly calendar: { readonly from: CivilDate; readonly to: CivilDate }
  readonly duties: readonly DutyRow[]
}

/**
 * The last day for which duties can be listed.
 * @example lastListedDay(deps) // '2027-12-28'
 */
export function lastListedDay(deps: Deps): CivilDate {
  return dateOf(dayNumber(todayOf(deps.store.read, deps.clock.now()).today) + MOST_AHEAD_DAYS)
}

/**
 * The duties that are open on a day and had begun, or are due within ten working days, soonest first, with the state they
 * have at the end of that day, today at this moment. What was closed later counts as open. Duties are brought up to date
 * before, here and not in the worker: a command ends with its answer.
 * @example (await dutiesOn(deps, '2026-11-23', {})).duties[0]?.state // 'OVERDUE'
 */
export async function dutiesOn(deps: Deps, on: CivilDate, filter: DutyFilter): Promise<DutiesOn> {
  const { read } = deps.store
  await keepDuties(deps.store, { now: deps.clock.now(), until: on })
  const calendar = calendarOf(read)
  const { today, now } = todayOf(read, deps.clock.now())
  // The last millisecond of that day in Asia/Shanghai.
  const moment = momentOf(on, on === today ? now : `${on}T15:59:59.999Z`, calendar)
  const found = read.duty
    .openOn(filter, on, addWorkdays(on, AHEAD, calendar), moment)
    .map((duty) => ({ ...duty, closing: null }))
  return {
    on,
    calendar: calendar.coverage,
    duties: dutyRows(found, { read, moment, calendar, principal: null }),
  }
}
