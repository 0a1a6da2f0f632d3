import { Temporal } from 'temporal-polyfill'
import type { CivilDate } from '../notice/content.ts'
import type { ReviewOutcome } from './undisclosed-matter.ts'

/** How many days before its day a re-review is called due. */
export const REVIEW_NOTICE_DAYS = 30

/** How a matter stands: withheld, to be looked at again soon or since, or no longer withheld. */
export const REVIEW_STANDINGS = ['OVERDUE', 'DUE_SOON', 'WITHHELD', 'DISCLOSED'] as const
/** One standing. */
export type ReviewStanding = (typeof REVIEW_STANDINGS)[number]

/**
 * The day a matter is to be looked at again: set by the newest review, else by the entry; null when nothing is withheld
 * any more.
 * @example nextReviewDue('2027-11-23', []) // '2027-11-23'
 */
export function nextReviewDue(
  entered: CivilDate,
  reviews: readonly { readonly outcome: ReviewOutcome; readonly nextDue: CivilDate | null }[],
): CivilDate | null {
  const newest = reviews.at(-1)
  return newest === undefined ? entered : newest.nextDue
}

/**
 * How a matter stands on a day; derived, never stored. The day itself is still in time.
 * @example reviewStanding('2026-12-23', '2026-11-23') // 'DUE_SOON'
 */
export function reviewStanding(due: CivilDate | null, today: CivilDate): ReviewStanding {
  if (due === null) return 'DISCLOSED'
  if (due < today) return 'OVERDUE'
  const soon = Temporal.PlainDate.from(today).add({ days: REVIEW_NOTICE_DAYS }).toString()
  return due <= soon ? 'DUE_SOON' : 'WITHHELD'
}
