import type { CivilDate } from '../notice/content.ts'
import type { DeadlineRule, PeriodOffset } from './deadline/deadline-rule.ts'
import type { DueTerm } from './due.ts'
import { dayOfMonth, monthNumber, type Period, PERIOD_CLASSES, type PeriodClass } from './period.ts'

/** When a duty of a period is due, and from which day on it can be worked off. */
export type PeriodTerm = { readonly term: DueTerm; readonly startsOn: CivilDate }

function offsetMonth(offset: PeriodOffset, lastMonth: number): number {
  const next = (months: number): number => lastMonth - (lastMonth % months) + months
  switch (offset) {
    case 'lastMonth':
      return lastMonth
    case 'nextMonth':
      return lastMonth + 1
    case 'nextQuarterFirstMonth':
      return next(3)
    case 'nextHalfFirstMonth':
      return next(6)
    case 'nextYearFirstMonth':
      return next(12)
  }
}

/**
 * The class of the periods in which a rule makes duties by itself: a fixed date of the year and the yearly check of what
 * stands for good are yearly. Null for rules that an event starts.
 * @example periodClassOf({ class: 'STANDING' }) // 'YEARLY'
 */
export function periodClassOf(rule: DeadlineRule): PeriodClass | null {
  const repeated = PERIOD_CLASSES.find((name) => name === rule.class)
  if (rule.class === 'STANDING' || rule.date !== undefined) return 'YEARLY'
  return repeated ?? null
}

/**
 * When a rule is due for a period. An amount counts from the period's last day; a day of a month lies in the month the rule
 * names, at the latest on that month's last day; a date of the year lies in the period's year, and so does 31 December, by
 * which what stands for good is checked once a year. It can be worked off from the period's last day on, or where it is due
 * before that from its first. Null when the rule does not say when, or makes no duties of that kind of period.
 * @example periodTerm({ class: 'MONTHLY', monthday: 15, offset: 'nextMonth' }, readPeriod('2026-10')!)?.term // { date: '2026-11-15' }
 */
export function periodTerm(rule: DeadlineRule, period: Period): PeriodTerm | null {
  if (periodClassOf(rule) !== period.class) return null
  if (rule.class === 'STANDING') return { term: { date: `${period.name}-12-31` }, startsOn: period.from }
  if (rule.date !== undefined) {
    const month = Number(rule.date.slice(0, 2)) - 1
    const date = dayOfMonth(monthNumber(period.from) + month, Number(rule.date.slice(3)))
    return { term: { date }, startsOn: period.from }
  }
  if (rule.monthday !== undefined) {
    const month = offsetMonth(rule.offset ?? 'nextMonth', monthNumber(period.to))
    const date = dayOfMonth(month, rule.monthday)
    return { term: { date }, startsOn: date > period.to ? period.to : period.from }
  }
  if (rule.amount === undefined || rule.unit === undefined) return null
  const { amount, unit } = rule
  // The period ends at midnight in Asia/Shanghai, which is 16:00 in UTC.
  if (unit === 'hour') {
    return { term: { amount, unit, start: `${period.to}T16:00:00.000Z` }, startsOn: period.to }
  }
  return { term: { amount, unit, start: period.to }, startsOn: period.to }
}

/**
 * When a rule is due after an event: so many days after its day, or so many hours after its instant. Null when the rule
 * counts nothing, or counts hours and the instant is not known.
 * @example eventTerm({ class: 'ON_EVENT', amount: 20, unit: 'workday' }, { on: '2026-09-30', at: null }) // { amount: 20, unit: 'workday', start: '2026-09-30' }
 */
export function eventTerm(
  rule: Pick<DeadlineRule, 'amount' | 'unit'>,
  event: { readonly on: CivilDate; readonly at: string | null },
): DueTerm | null {
  const { amount, unit } = rule
  if (amount === undefined || unit === undefined) return null
  if (unit !== 'hour') return { amount, unit, start: event.on }
  return event.at === null ? null : { amount, unit, start: event.at }
}
