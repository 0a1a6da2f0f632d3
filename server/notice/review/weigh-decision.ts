import type { StoredSubmission } from '../../../db/repos/submission-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { mayDecide, type NeededDecision } from '../../../domain/notice/decisions.ts'
import { interpretationPlanned, policyOf } from '../../../domain/notice/placement.ts'
import { referralAllows } from '../../../domain/notice/referral.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { Principal } from '../../principal.ts'
import { neededOf, translatorOf } from '../review-chain.ts'
import { unreadFiles } from '../unread-file.ts'
import { answerOn, referralsFor, writersOf } from './approved.ts'

/** A decision somebody wants to give on a submission. */
export type DecisionWish = NeededDecision & {
  readonly decision: 'APPROVED' | 'RETURNED'
  readonly reason: string
  readonly exceptionReason: string
  readonly unreadAcknowledged: boolean
}

/** A decision that may be given, with what is kept of it. */
export type WeighedDecision = {
  readonly reason: string
  /** Why one person gives a second one; empty where it is the first. */
  readonly exceptionReason: string
  /** Files no program could read; told in the log where the secrecy reviewer vouches for them. */
  readonly unreadFiles: number
}

/**
 * Says whether a person may give this decision on this submission now. Whoever wrote on the notice never may, on the next
 * draft either. Returning needs a reason, or remarks of the same person on the spot. Refuses what `mayDecide` and
 * `referralAllows` refuse, `notice.reason-required`, `notice.interpretation-plan-missing`,
 * `notice.unread-not-acknowledged`.
 * @example weighDecision(read, principal, submission, wish)
 */
export function weighDecision(
  read: Reads,
  principal: Principal,
  submission: StoredSubmission,
  wish: DecisionWish,
): Result<WeighedDecision> {
  const { kind, language, decision } = wish
  const given = read.submission.decisions([submission.id])
  const exceptionReason = wish.exceptionReason.trim()
  const attempt = {
    ...{ kind, language, account: principal, given },
    authorIds: [...writersOf(submission), ...read.notice.authors(submission.noticeId).map(({ id }) => id)],
    translator: translatorOf(contentOf(submission), language),
    needed: neededOf(submission),
  }
  const first = mayDecide({ ...attempt, exception: { allowed: false, reason: '' } })
  const allowed = first.ok
    ? first
    : mayDecide({
        ...attempt,
        exception: { allowed: read.review.exceptionActive(), reason: exceptionReason },
      })
  if (!allowed.ok) return allowed

  const reason = wish.reason.trim()
  const unread = unreadFiles(read, submission.noticeId, contentOf(submission)).length
  const weighed = { reason, exceptionReason: first.ok ? '' : exceptionReason, unreadFiles: unread }
  if (decision === 'RETURNED') {
    const remarks = read.review.remarks([submission.id]).some(({ accountId }) => accountId === principal.id)
    return reason === '' && !remarks ? refuse('notice.reason-required') : accept(weighed)
  }
  const referral = referralAllows(answerOn(submission, referralsFor(read, submission)), reason)
  if (!referral.ok) return referral
  // Whoever answers for the matter: in a chain without a review that is the leader.
  if (kind === 'REVIEW' || kind === 'LEADER_APPROVAL') {
    const placement = submission.placement ?? read.placement.of(submission.noticeId)
    const planned = interpretationPlanned(policyOf(contentOf(submission), placement))
    if (!planned.ok) return planned
  }
  return kind === 'SECRECY_REVIEW' && unread > 0 && !wish.unreadAcknowledged
    ? refuse('notice.unread-not-acknowledged', { count: unread })
    : accept(weighed)
}

function contentOf(submission: StoredSubmission): PublicContent {
  return JSON.parse(submission.content) as PublicContent
}
