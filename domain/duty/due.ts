import type { CivilDate } from '../notice/content.ts'

/** What a due date is reckoned from: an amount after a day (or, in hours, after an instant), or a fixed day. */
export type DueTerm =
  | { readonly amount: number; readonly unit: 'workday' | 'day'; readonly start: CivilDate }
  | { readonly amount: number; readonly unit: 'hour'; readonly start: string }
  | { readonly date: CivilDate }

/** A run of days in the arithmetic that is shown; plain weekends are runs too, so that nothing is hidden. */
export type DueStep = {
  readonly kind:
    | 'START' // the day of the event, not counted
    | 'COUNTED'
    | 'WEEKEND'
    | 'HOLIDAY'
    | 'MAKE_UP_WORKDAY' // a weekend day that works, counted
    | 'LOCAL_HOLIDAY'
    | 'LOCAL_WORKDAY'
    | 'ROLLED' // from the day after the plain last day up to `due`, to which the term extends (民法典第203条)
  readonly from: CivilDate
  readonly to: CivilDate
  readonly days: number
  /** Name of the holiday; empty otherwise. */
  readonly name: string
}

/** A due date with its arithmetic. */
export type DueAnswer = {
  /**
   * When to be done in good time: the last working day up to the plain last day, after the day of the event; `due` when
   * there is none.
   */
  readonly target: CivilDate
  /** The last day that is still in time; later is late. */
  readonly due: CivilDate
  /** For hours: the instant, ISO 8601 in UTC; null otherwise. `due` is then its date in Asia/Shanghai. */
  readonly dueAt: string | null
  /** True when a day took part on which a notice decides that is not on record. */
  readonly provisional: boolean
  /** The years of those notices, ascending. */
  readonly missingYears: readonly number[]
  readonly steps: readonly DueStep[]
}
