import { dayNumber } from '../../../domain/duty/calendar/day-number.ts'
import type { CalendarDay } from '../../../domain/duty/calendar/working-calendar.ts'
import type { CivilDate } from '../../../domain/notice/content.ts'

/** Days in a row with one name that all rest or all work. */
export type DayRun = {
  readonly kind: CalendarDay['kind']
  readonly name: string
  readonly from: CivilDate
  readonly to: CivilDate
  readonly count: number
}

/** Days put together as notices name them: 国庆节 10月1–7日. In the order of their first days. */
export function dayRuns(days: readonly CalendarDay[]): readonly DayRun[] {
  const runs: DayRun[] = []
  for (const { date, kind, name } of days.toSorted((one, other) => one.date.localeCompare(other.date))) {
    const last = runs.at(-1)
    if (last?.kind === kind && last.name === name && dayNumber(last.to) + 1 === dayNumber(date)) {
      runs[runs.length - 1] = { ...last, to: date, count: last.count + 1 }
    } else {
      runs.push({ kind, name, from: date, to: date, count: 1 })
    }
  }
  return runs
}
