import type { CivilDate } from '../notice/content.ts'
import type { DisplayPeriod } from './deadline/deadline-rule.ts'
import { dueOf } from './due-of.ts'
import type { DueAnswer } from './due.ts'
import type { WorkingCalendar } from './calendar/working-calendar.ts'

/**
 * The last day something must still hang: the day it was put up is not counted, and a last day that rests extends to the
 * next working day, so that people can still object on it (民法典第201条、第203条). Null for 长期公示, which has no end.
 * Throws a RangeError like `dueOf`.
 * @example displayEnd('2026-09-22', { min: 7, unit: 'workday' }, calendar)?.due // '2026-10-09'
 */
export function displayEnd(
  start: CivilDate,
  period: DisplayPeriod,
  calendar: WorkingCalendar,
): DueAnswer | null {
  return period.min === null ? null : dueOf({ amount: period.min, unit: period.unit, start }, calendar)
}
