import { Temporal } from 'temporal-polyfill'
import type { CalendarYearView } from '../../../server/duty/views.ts'

/** A day as the year's sheet shows it; null is an empty place before the first or after the last day. */
export type SheetDay = {
  readonly date: string
  readonly day: number
  readonly rest: boolean
  /** 休 or 班 is printed when the day is not what its weekday says. */
  readonly turned: boolean
  readonly local: boolean
  /** Name of the holiday, empty for plain days. */
  readonly name: string
}

/** The weeks of one month, Monday first, as the year's arrangement has them. */
export function monthWeeks(year: CalendarYearView, month: number): readonly (readonly (SheetDay | null)[])[] {
  const national = new Map(year.days.map((day) => [day.date, day]))
  const local = new Map(year.localDays.map((day) => [day.date, day]))
  const first = Temporal.PlainDate.from({ year: year.year, month, day: 1 })
  const days: (SheetDay | null)[] = Array.from({ length: first.dayOfWeek - 1 }, () => null)
  for (let day = 1; day <= first.daysInMonth; day += 1) {
    const date = first.with({ day })
    const weekend = date.dayOfWeek > 5
    const text = date.toString()
    const set = local.get(text) ?? national.get(text)
    const rest = set ? set.kind === 'HOLIDAY' : weekend
    days.push({
      date: text,
      day,
      rest,
      turned: set !== undefined && (rest ? true : weekend || local.has(text)),
      local: local.has(text),
      name: set?.name ?? '',
    })
  }
  while (days.length % 7 !== 0) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}
