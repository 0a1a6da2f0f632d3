import type { StoredReferral } from '../../../db/repos/review-repo.ts'
import type { StoredSubmission } from '../../../db/repos/submission-repo.ts'
import type { Reads } from '../../../db/store.ts'
import { fullyApproved } from '../../../domain/notice/decisions.ts'
import { answerFor, type ReferralResult, referralAllows } from '../../../domain/notice/referral.ts'
import { refuse, type Result } from '../../../domain/refusal.ts'
import { neededOf } from '../review-chain.ts'

/**
 * Ids of everybody who wrote what was handed in. Those who write on the next draft have no part in it: what was decided
 * before stands.
 * @example writersOf(submission) // ['0193…']
 */
export function writersOf(
  submission: Pick<StoredSubmission, 'authorIds' | 'submittedBy'>,
): readonly string[] {
  return [...new Set([...submission.authorIds, submission.submittedBy])]
}

/**
 * What was handed in before a submission for the same edition, oldest first: since the last publication before it.
 * @example inHandBefore(read, submission).length // 1: it was returned once
 */
export function inHandBefore(
  read: Reads,
  submission: Pick<StoredSubmission, 'id' | 'noticeId'>,
): readonly StoredSubmission[] {
  const all = read.submission.ofNotice(submission.noticeId)
  const before = all.slice(
    0,
    all.findIndex(({ id }) => id === submission.id),
  )
  const published = new Set(read.edition.ofNotice(submission.noticeId).map((one) => one.submissionId))
  return before.slice(before.findLastIndex(({ id }) => published.has(id)) + 1)
}

/**
 * Every 请示 that bears on a submission, oldest first: of what was handed in since the last publication before it, and of
 * the very same words at any time. Handing the words in again must not lose the answer.
 * @example referralsFor(read, submission).at(-1)?.answer?.result
 */
export function referralsFor(
  read: Reads,
  submission: Pick<StoredSubmission, 'id' | 'noticeId' | 'hash'>,
): readonly StoredReferral[] {
  const since = inHandBefore(read, submission).map(({ id }) => id)
  const same = read.submission.ofNotice(submission.noticeId).filter(({ hash }) => hash === submission.hash)
  return read.review.referrals([...new Set([...same.map(({ id }) => id), ...since, submission.id])])
}

/**
 * What higher bodies have said about the words of a submission; null where nobody was asked or all is allowed.
 * @example answerOn(submission, referralsFor(read, submission)) // 'NOT_ALLOWED'
 */
export function answerOn(
  submission: Pick<StoredSubmission, 'hash'>,
  referrals: readonly StoredReferral[],
): ReferralResult | null {
  return answerFor(
    submission.hash,
    referrals.map(({ hash, answer }) => ({ hash, result: answer?.result ?? null })),
  )
}

/**
 * Says whether a submission may be published: everything its chain needs is approved by people who did not write it, and
 * no higher body has forbidden it or still owes an answer. Refuses what `fullyApproved` refuses,
 * `notice.referral-not-allowed`, `notice.wrong-state`.
 * @example requireApproved(read, submission)
 */
export function requireApproved(read: Reads, submission: StoredSubmission): Result<true> {
  const approved = fullyApproved(
    neededOf(submission),
    read.submission.decisions([submission.id]),
    writersOf(submission),
  )
  if (!approved.ok) return approved
  const referrals = referralsFor(read, submission)
  if (referrals.some(({ answer }) => answer === null)) {
    return refuse('notice.wrong-state', { state: 'REFERRED', action: 'PUBLISH' })
  }
  // That changes asked for are met was said with each approval.
  return answerOn(submission, referrals) === 'NOT_ALLOWED' ? referralAllows('NOT_ALLOWED', '') : approved
}
