import type { CivilDate } from '../../notice/content.ts'
import { dateOf, dayNumber } from './day-number.ts'
import { MOST_DUE_AMOUNT } from '../due-amount.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/**
 * The day on which the given number of working days after a day is reached, the day itself not counted (民法典第201条);
 * a negative number counts backwards, 0 is the day itself.
 * Throws a RangeError for a number that is not whole or beyond `MOST_DUE_AMOUNT.workday`, or a text that is no date.
 * @example addWorkdays('2026-09-28', 5, calendar) // '2026-10-10', a Saturday that works
 */
export function addWorkdays(date: CivilDate, amount: number, calendar: WorkingCalendar): CivilDate {
  if (!Number.isInteger(amount) || Math.abs(amount) > MOST_DUE_AMOUNT.workday) {
    throw new RangeError(`not a number of working days: ${amount}`)
  }
  const step = Math.sign(amount)
  let at = dayNumber(date)
  for (let left = Math.abs(amount); left > 0;) {
    at += step
    if (calendar.meaning(dateOf(at)).working) left -= 1
  }
  return dateOf(at)
}

/**
 * The last working day before a day.
 * @example previousWorkday('2026-11-15', calendar) // '2026-11-13'
 */
export function previousWorkday(date: CivilDate, calendar: WorkingCalendar): CivilDate {
  return addWorkdays(date, -1, calendar)
}

/**
 * How many working days lie after `from`, up to and with `to`; negative when `to` comes first. This is the "还剩3个工作日"
 * of a due date and, negative, how long it is overdue. Throws a RangeError for a text that is no date.
 * @example workdaysBetween('2026-11-23', '2026-11-26', calendar) // 3
 */
export function workdaysBetween(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): number {
  if (to < from) return -workdaysBetween(to, from, calendar)
  const last = dayNumber(to)
  let count = 0
  for (let at = dayNumber(from) + 1; at <= last; at += 1) {
    if (calendar.meaning(dateOf(at)).working) count += 1
  }
  return count
}
