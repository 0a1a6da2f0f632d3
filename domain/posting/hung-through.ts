import type { CivilDate } from '../notice/content.ts'

/** What tells whether a sheet hung through a 公示. */
export type HungSheet = {
  /** Day from which it hung no more, or was out of date; today while it hangs and holds. */
  readonly until: CivilDate
  readonly early: boolean
  /** Last day on which it had to hang on its board; null when nothing asked for one. */
  readonly minimumLastDay: CivilDate | null
}

/**
 * Whether a sheet hung through the days of a 公示: it came down after the last day of the 公示 and of its own board, and not early.
 * @example hungThrough({ until: '2026-12-01', early: false, minimumLastDay: '2026-11-30' }, '2026-11-30') // true
 */
export function hungThrough({ until, early, minimumLastDay }: HungSheet, lastDay: CivilDate): boolean {
  return !early && until > lastDay && (minimumLastDay === null || until > minimumLastDay)
}
