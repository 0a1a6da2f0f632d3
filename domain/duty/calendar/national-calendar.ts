import { dateOf, dayNumber } from './day-number.ts'
import { NATIONAL_HOLIDAYS } from './national-years.ts'
import type { CalendarDay, CalendarYear } from './working-calendar.ts'

function daysOf(spans: string, kind: CalendarDay['kind'], name: string): CalendarDay[] {
  if (spans === '') return []
  return spans.split(' ').flatMap((span) => {
    const [from = '', to = from] = span.split('/')
    const first = dayNumber(from)
    return Array.from({ length: dayNumber(to) - first + 1 }, (_, index) => ({
      date: dateOf(first + index),
      kind,
      name,
    }))
  })
}

/**
 * The 调休 arrangements that come with the program, one a year, ascending, with the source of each. Days of the December
 * before stand with the year whose notice set them (国务院办公厅 announces 元旦 with the year it begins).
 * @example NATIONAL_YEARS.at(-1)?.year // 2026
 */
export const NATIONAL_YEARS: readonly CalendarYear[] = NATIONAL_HOLIDAYS.map(([year, source, holidays]) => ({
  year,
  source,
  days: holidays
    .flatMap(([name, rest, work]) => [...daysOf(rest, 'HOLIDAY', name), ...daysOf(work, 'WORKDAY', name)])
    .toSorted((one, other) => (one.date < other.date ? -1 : 1)),
}))
