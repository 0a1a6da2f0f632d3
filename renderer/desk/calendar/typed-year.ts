import { Temporal } from 'temporal-polyfill'
import type { CalendarYearList } from '../../../domain/duty/calendar-year-check.ts'

/** A line of the holiday notice as it is typed in: 国庆节 from, to, and the weekend days that work for it. */
export type TypedHoliday = {
  readonly name: string
  readonly from: string
  readonly to: string
  /** Dates with blanks or commas between them. */
  readonly workdays: string
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  let day = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(to === '' ? from : to)
  // A slip of the year would make thousands of days; no holiday lasts three weeks.
  while (Temporal.PlainDate.compare(day, last) <= 0 && days.length < 21) {
    days.push(day.toString())
    day = day.add({ days: 1 })
  }
  return days
}

/**
 * The year of a calendar file from the lines typed in; dates stay as typed, the server checks them in words. Lines that
 * are wholly empty are left out.
 * @example typedYear(2027, '国办通知', [{ name: '元旦', from: '2027-01-01', to: '2027-01-03', workdays: '' }])
 */
export function typedYear(year: number, source: string, lines: readonly TypedHoliday[]): CalendarYearList {
  const filled = lines.filter((line) => `${line.name}${line.from}${line.to}${line.workdays}`.trim() !== '')
  return {
    year,
    source,
    holidays: filled.flatMap(({ name, from, to }) =>
      from === '' ? [{ date: '', name }] : daysBetween(from, to).map((date) => ({ date, name })),
    ),
    workdays: filled.flatMap(({ name, workdays }) =>
      workdays
        .split(/[\s,，、;；]+/u)
        .filter((date) => date !== '')
        .map((date) => ({ date, name })),
    ),
  }
}
