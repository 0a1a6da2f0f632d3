/**
 * How the review of what one person published in an emergency stands: PENDING waits for decisions; CONFIRMED has them all;
 * TO_CORRECT hangs although somebody found it wrong; CORRECTED was found wrong and hangs no more.
 */
export type LateReviewState = 'PENDING' | 'CONFIRMED' | 'TO_CORRECT' | 'CORRECTED'

/**
 * The state of a review after the fact (事后补审, R-026). What was found wrong asks for somebody's work until a later edition
 * has taken its place or it has been taken down.
 * @example lateReviewState({ returned: true, open: 1, hangs: true }) // 'TO_CORRECT'
 */
export function lateReviewState(review: {
  readonly returned: boolean
  /** Decisions it waits for. */
  readonly open: number
  /** This very edition stands on the board. */
  readonly hangs: boolean
}): LateReviewState {
  if (review.returned) return review.hangs ? 'TO_CORRECT' : 'CORRECTED'
  return review.open === 0 ? 'CONFIRMED' : 'PENDING'
}
