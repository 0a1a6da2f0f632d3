import type { CivilDate } from '../notice/content.ts'
import { dateOf, dayNumber } from './calendar/day-number.ts'

/** Classes of rules that repeat with the calendar. */
export const PERIOD_CLASSES = ['MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'] as const
/** One of them. */
export type PeriodClass = (typeof PERIOD_CLASSES)[number]

/** How many months a period of a class has. */
export const PERIOD_MONTHS: Readonly<Record<PeriodClass, number>> = {
  MONTHLY: 1,
  QUARTERLY: 3,
  HALF_YEARLY: 6,
  YEARLY: 12,
}

/** A period as its name tells: its class, its first and its last day. */
export type Period = {
  readonly name: string
  readonly class: PeriodClass
  readonly from: CivilDate
  readonly to: CivilDate
}

/**
 * Months since the year 0 of a date: months are counted on as whole numbers.
 * @example monthNumber('2026-10-31') // 24321
 */
export function monthNumber(date: CivilDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

/**
 * A day of a month by its number; what lies beyond the month's length is its last day.
 * @example dayOfMonth(monthNumber('2026-02-01'), 31) // '2026-02-28'
 */
export function dayOfMonth(month: number, day: number): CivilDate {
  const first = (of: number): CivilDate =>
    `${String(Math.floor(of / 12)).padStart(4, '0')}-${String((of % 12) + 1).padStart(2, '0')}-01`
  const from = dayNumber(first(month))
  const length = dayNumber(first(month + 1)) - from
  return dateOf(from + Math.min(day, length) - 1)
}

function named(periodClass: PeriodClass, firstMonth: number): Period {
  const year = String(Math.floor(firstMonth / 12)).padStart(4, '0')
  const month = firstMonth % 12
  const name = {
    MONTHLY: `${year}-${String(month + 1).padStart(2, '0')}`,
    QUARTERLY: `${year}-Q${month / 3 + 1}`,
    HALF_YEARLY: `${year}-H${month / 6 + 1}`,
    YEARLY: year,
  }[periodClass]
  return {
    name,
    class: periodClass,
    from: dayOfMonth(firstMonth, 1),
    to: dayOfMonth(firstMonth + PERIOD_MONTHS[periodClass] - 1, 31),
  }
}

/**
 * The period of a class in which a day lies.
 * @example periodOf('QUARTERLY', '2026-11-23').name // '2026-Q4'
 */
export function periodOf(periodClass: PeriodClass, on: CivilDate): Period {
  const month = monthNumber(on)
  return named(periodClass, month - (month % PERIOD_MONTHS[periodClass]))
}

/**
 * The period after another.
 * @example nextPeriod(periodOf('HALF_YEARLY', '2026-11-23')).name // '2027-H1'
 */
export function nextPeriod(period: Period): Period {
  return named(period.class, monthNumber(period.from) + PERIOD_MONTHS[period.class])
}

/**
 * The period before another.
 * @example formerPeriod(periodOf('QUARTERLY', '2026-11-23')).name // '2026-Q3'
 */
export function formerPeriod(period: Period): Period {
  return named(period.class, monthNumber(period.from) - PERIOD_MONTHS[period.class])
}

/**
 * Reads the name of a period; null when it is none.
 * @example readPeriod('2026-Q4')?.to // '2026-12-31'
 */
export function readPeriod(name: string): Period | null {
  const found = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(name)
  if (!found) return null
  const [, year, month, quarter, half] = found
  const first = Number(year) * 12
  if (month !== undefined) return named('MONTHLY', first + Number(month) - 1)
  if (quarter !== undefined) return named('QUARTERLY', first + (Number(quarter) - 1) * 3)
  if (half !== undefined) return named('HALF_YEARLY', first + (Number(half) - 1) * 6)
  return named('YEARLY', first)
}

/**
 * The periods of a class from the one a day lies in up to the one another day lies in.
 * @example periodsFrom('MONTHLY', '2026-10-05', '2026-12-01').map(({ name }) => name) // ['2026-10', '2026-11', '2026-12']
 */
export function periodsFrom(periodClass: PeriodClass, from: CivilDate, until: CivilDate): Period[] {
  const periods: Period[] = []
  for (let period = periodOf(periodClass, from); period.from <= until; period = nextPeriod(period)) {
    periods.push(period)
  }
  return periods
}
