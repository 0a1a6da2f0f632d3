import type { CivilDate } from '../notice/content.ts'
import type { DueAnswer, DueStep } from './due.ts'

/** A run of days that the sentence names. */
export type NamedRun = {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly days: number
  readonly name: string
  /** A day of this place, not of the nation. */
  readonly local: boolean
}

/**
 * What the sentence “9月30日起20个工作日：跳过10月1–7日，10月10日补班计入 → 11月3日” is made of.
 * Weekends are not among it: everybody knows them.
 */
export type ArithmeticParts = {
  /** The day of the event; null for a fixed date. */
  readonly start: CivilDate | null
  /** How many days were counted. */
  readonly counted: number
  /** Holidays that were passed over; empty for calendar days, which count them. */
  readonly skipped: readonly NamedRun[]
  /** Weekend days that work and were counted. */
  readonly madeUp: readonly NamedRun[]
  /** The plain last day that rests, and the day to which it extends; null when the last day works. */
  readonly rolled: { readonly last: CivilDate; readonly to: CivilDate; readonly name: string } | null
  readonly target: CivilDate
  readonly due: CivilDate
  readonly dueAt: string | null
  readonly provisional: boolean
  readonly missingYears: readonly number[]
}

const COUNTED: readonly DueStep['kind'][] = ['COUNTED', 'MAKE_UP_WORKDAY', 'LOCAL_WORKDAY']

function named(steps: readonly DueStep[], national: DueStep['kind'], local: DueStep['kind']): NamedRun[] {
  return steps
    .filter(({ kind }) => kind === national || kind === local)
    .map(({ kind, from, to, days, name }) => ({ from, to, days, name, local: kind === local }))
}

/**
 * Takes a due date apart for the sentence that explains it, in the order in which the days came.
 * @example arithmeticParts(dueOf({ amount: 20, unit: 'workday', start: '2026-09-30' }, calendar)).skipped[0]?.name // '国庆节'
 */
export function arithmeticParts(answer: DueAnswer): ArithmeticParts {
  const { steps, target, due, dueAt, provisional, missingYears } = answer
  const rolledAt = steps.findIndex(({ kind }) => kind === 'ROLLED')
  const rolled = steps[rolledAt]
  const last = steps[rolledAt - 1]
  return {
    start: steps.find(({ kind }) => kind === 'START')?.from ?? null,
    counted: steps.reduce((sum, { kind, days }) => (COUNTED.includes(kind) ? sum + days : sum), 0),
    skipped: named(steps, 'HOLIDAY', 'LOCAL_HOLIDAY'),
    madeUp: named(steps, 'MAKE_UP_WORKDAY', 'LOCAL_WORKDAY'),
    rolled: rolled && last ? { last: last.to, to: rolled.to, name: rolled.name } : null,
    target,
    due,
    dueAt,
    provisional,
    missingYears,
  }
}
