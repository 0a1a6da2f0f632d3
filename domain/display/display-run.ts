import { dateOf, dayNumber } from '../duty/calendar/day-number.ts'
import { dueOf } from '../duty/due-of.ts'
import type { DueAnswer } from '../duty/due.ts'
import { workdaysBetween } from '../duty/calendar/workdays.ts'
import type { WorkingCalendar } from '../duty/calendar/working-calendar.ts'
import type { CivilDate } from '../notice/content.ts'
import type { DisplayLength } from './display-plan.ts'

/** What the last day is reckoned from; the day of `start` is not counted (民法典第201条). */
export type DisplayTerm = {
  readonly amount: number
  readonly unit: 'workday' | 'day'
  readonly start: CivilDate
}

/** How a span of a display came about. */
export const DISPLAY_RUN_KINDS = [
  'FIRST',
  'RESTARTED', // a correction, the days begin anew
  'CONTINUED', // a correction, the days go on
  'AGAIN', // put up again after a gap, all days anew
  'RESUMED', // put up again after a gap, the days that were left
] as const
/** One way. */
export type DisplayRunKind = (typeof DISPLAY_RUN_KINDS)[number]

/** What stopped a span: a gap, an early removal, the notice taken down. */
export const DISPLAY_STOP_KINDS = ['INTERRUPTED', 'REMOVED', 'WITHDRAWN'] as const
/** One kind of stop. */
export type DisplayStopKind = (typeof DISPLAY_STOP_KINDS)[number]

/** A span as the rules see it; `endsOn` is the last day as it was announced. */
export type DisplayRun = {
  readonly kind: DisplayRunKind
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly term: DisplayTerm
}

/**
 * The term of a display: its length from the day it is put up.
 * @example displayTerm({ count: 10, unit: 'WORKING_DAY' }, '2026-03-02') // { amount: 10, unit: 'workday', start: '2026-03-02' }
 */
export function displayTerm(length: DisplayLength, start: CivilDate): DisplayTerm {
  return { amount: length.count, unit: length.unit === 'WORKING_DAY' ? 'workday' : 'day', start }
}

/**
 * The day a display begins: the one it names, but never before the day of publication, since what did not hang was not
 * displayed.
 * @example firstDay('2026-03-01', '2026-03-02') // '2026-03-02'
 */
export function firstDay(startsOn: CivilDate | null, publishedOn: CivilDate): CivilDate {
  return startsOn !== null && startsOn > publishedOn ? startsOn : publishedOn
}

/**
 * Reckons the last day of a term. In calendar days a last day that rests extends to the next working day, so that people
 * can still object on it (民法典第203条).
 * @example reckonDisplay({ amount: 30, unit: 'day', start: '2026-04-01' }, calendar).due // '2026-05-06'
 */
export function reckonDisplay(term: DisplayTerm, calendar: WorkingCalendar): DueAnswer {
  return dueOf(term, calendar)
}

/**
 * The last day on which something must still hang: the day announced, or a later one where the calendar that holds now says
 * so. A new calendar never shortens what was announced.
 * @example lastDay({ endsOn: '2027-02-18', term }, calendar) // '2027-02-22'
 */
export function lastDay(run: Pick<DisplayRun, 'endsOn' | 'term'>, calendar: WorkingCalendar): CivilDate {
  const reckoned = reckonDisplay(run.term, calendar).due
  return reckoned > run.endsOn ? reckoned : run.endsOn
}

/**
 * The last whole day on which a former span hung: the day before it was stopped, or before a correction began the days anew,
 * never later than its last day and never before its first.
 * @example hungUntil({ startsOn: '2026-03-02', endsOn: '2026-03-09' }, { stoppedOn: '2026-03-04', nextStartsOn: '2026-03-05' }) // '2026-03-03'
 */
export function hungUntil(
  run: Pick<DisplayRun, 'startsOn' | 'endsOn'>,
  { stoppedOn, nextStartsOn }: { readonly stoppedOn: CivilDate | null; readonly nextStartsOn: CivilDate },
): CivilDate {
  const before = dateOf(dayNumber(stoppedOn ?? nextStartsOn) - 1)
  const until = before < run.endsOn ? before : run.endsOn
  return until > run.startsOn ? until : run.startsOn
}

/**
 * How many days of a term it had hung before a day; the first day is not counted, nor is the day of the gap itself.
 * @example daysHung({ amount: 10, unit: 'workday', start: '2026-03-02' }, '2026-03-06', calendar) // 3
 */
export function daysHung(term: DisplayTerm, before: CivilDate, calendar: WorkingCalendar): number {
  const until = dayNumber(before) - 1
  if (until <= dayNumber(term.start)) return 0
  if (term.unit === 'day') return until - dayNumber(term.start)
  return workdaysBetween(term.start, before, calendar) - (calendar.meaning(before).working ? 1 : 0)
}

/**
 * The term of a span that follows a gap: all days anew, or those that were left, at least one.
 * @example termAfterGap(run.term, { gapOn: '2026-03-06', startsOn: '2026-03-10', counting: 'REMAINING' }, calendar).amount // 7
 */
export function termAfterGap(
  term: DisplayTerm,
  gap: {
    readonly gapOn: CivilDate
    readonly startsOn: CivilDate
    readonly counting: 'ANEW' | 'REMAINING'
    /** What a whole display takes; `term` itself may be what a former gap had left. */
    readonly whole?: DisplayTerm
  },
  calendar: WorkingCalendar,
): DisplayTerm {
  const { amount, unit } = gap.counting === 'ANEW' ? (gap.whole ?? term) : term
  if (gap.counting === 'ANEW') return { amount, unit, start: gap.startsOn }
  return { amount: Math.max(1, amount - daysHung(term, gap.gapOn, calendar)), unit, start: gap.startsOn }
}
