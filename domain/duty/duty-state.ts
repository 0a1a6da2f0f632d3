import { Temporal } from 'temporal-polyfill'
import type { CivilDate } from '../notice/content.ts'
import type { Duty, DutyClosing, DutyState } from './duty.ts'
import { addWorkdays } from './calendar/workdays.ts'
import type { WorkingCalendar } from './calendar/working-calendar.ts'

/** Working days, today not counted, within which something is due soon. */
export const DUE_SOON_WORKDAYS = 3

/** The moment at which states are asked for. */
export type Moment = {
  /** Civil date in Asia/Shanghai. */
  readonly today: CivilDate
  /** Instant in UTC. */
  readonly now: string
  /** The last day that counts as soon. */
  readonly soonUntil: CivilDate
}

/**
 * The moment of a day over a calendar.
 * @example momentOf('2026-11-23', '2026-11-23T01:42:00.000Z', calendar).soonUntil // '2026-11-26'
 */
export function momentOf(today: CivilDate, now: string, calendar: WorkingCalendar): Moment {
  return { today, now, soonUntil: addWorkdays(today, DUE_SOON_WORKDAYS, calendar) }
}

function late(duty: Pick<Duty, 'due' | 'dueAt'>, closing: DutyClosing): boolean {
  if (duty.dueAt !== null) {
    const day = Temporal.Instant.from(closing.at).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
    // A date that was confirmed afterwards has no hour: then the day decides.
    if (day === closing.on) return closing.at > duty.dueAt
  }
  return closing.on > duty.due
}

/**
 * The state of a duty, from its dates and how it was closed; never stored (design §4.5). What was closed while the clock was
 * in doubt is neither on time nor late until somebody confirms the date.
 * @example dutyState({ due: '2026-11-16', dueAt: null, closing: null }, momentOf('2026-11-23', now, calendar)) // 'OVERDUE'
 */
export function dutyState(duty: Pick<Duty, 'due' | 'dueAt' | 'closing'>, moment: Moment): DutyState {
  const { closing } = duty
  if (closing === null) {
    if (duty.due < moment.today || (duty.dueAt !== null && duty.dueAt < moment.now)) return 'OVERDUE'
    return duty.due <= moment.soonUntil ? 'DUE_SOON' : 'OPEN'
  }
  if (closing.kind === 'WAIVED') return 'WAIVED'
  if (closing.clockDoubt) return 'DONE_UNCONFIRMED'
  if (closing.kind === 'NIL') return late(duty, closing) ? 'NIL_REPORTED_LATE' : 'NIL_REPORTED'
  return late(duty, closing) ? 'DONE_LATE' : 'DONE'
}
