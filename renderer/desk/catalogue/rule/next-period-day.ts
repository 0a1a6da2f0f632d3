import type { DeadlineRule, PeriodOffset } from '../../../../domain/duty/deadline/deadline-rule.ts'

/** A plain day with the period it belongs to, before rest days are looked at. */
export type PeriodDay = { readonly period: string; readonly date: string }

const MONTHS: Readonly<Partial<Record<DeadlineRule['class'], number>>> = {
  MONTHLY: 1,
  QUARTERLY: 3,
  HALF_YEARLY: 6,
  YEARLY: 12,
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function dateText(year: number, month: number, day: number): string {
  const shown = Math.min(day, daysIn(year, month))
  return `${year}-${String(month).padStart(2, '0')}-${String(shown).padStart(2, '0')}`
}

function periodName(year: number, months: number, number: number): string {
  if (months === 12) return String(year)
  if (months === 6) return `${year}-H${number}`
  return months === 3 ? `${year}-Q${number}` : `${year}-${String(number).padStart(2, '0')}`
}

function after(offset: PeriodOffset): number {
  return offset === 'lastMonth' ? 0 : 1
}

/**
 * The day a periodic rule falls on for the period that `today` lies in, as the rule says it; the calendar may move it.
 * Null for rules without a day. Example: month by month, the 15th of the next month, on 2026-11-23: 2026-12-15 for 2026-11.
 */
export function nextPeriodDay(rule: DeadlineRule, today: string): PeriodDay | null {
  const year = Number(today.slice(0, 4))
  if (rule.date !== undefined) {
    const [month = 1, day = 1] = rule.date.split('-').map(Number)
    const here = dateText(year, month, day)
    const next = here >= today ? year : year + 1
    return { period: String(next), date: dateText(next, month, day) }
  }
  const months = MONTHS[rule.class]
  if (months === undefined || rule.monthday === undefined) return null
  const number = Math.ceil(Number(today.slice(5, 7)) / months)
  const last = number * months + after(rule.offset ?? 'nextMonth')
  const inYear = last > 12 ? year + 1 : year
  return {
    period: periodName(year, months, number),
    date: dateText(inYear, last > 12 ? last - 12 : last, rule.monthday),
  }
}
