import type { StoredDecision } from '../../../db/repos/submission-repo.ts'
import type { StoredReferral, StoredRemark } from '../../../db/repos/review-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { DecisionView, ReferralView, RemarkView } from './views.ts'

/**
 * A decision as the desk shows it.
 * @example decisionView(row).by.name // '韩立'
 */
export function decisionView(row: StoredDecision): DecisionView {
  const { kind, language, decision, at, reason, exceptionReason, afterTheFact } = row
  const { slipSha256, slipMediaType, slipSize, signedBy, signedOn } = row
  return {
    ...{ kind, language, decision, at, reason, exceptionReason, afterTheFact },
    by: { id: row.accountId, name: row.byName },
    slip:
      slipSha256 && slipMediaType
        ? { mediaType: slipMediaType, size: slipSize ?? 0, signedBy, signedOn: signedOn ?? '' }
        : null,
  }
}

/**
 * A remark as the desk shows it.
 * @example remarkView(row).settled // null
 */
export function remarkView(row: StoredRemark): RemarkView {
  const { id, submissionId, place, quote, text, at, settled } = row
  return {
    ...{ id, submissionId, submissionHash: row.hash, place, quote, text, at },
    by: { id: row.accountId, name: row.byName },
    settled: settled && {
      ...{ at: settled.at, note: settled.note },
      by: { id: settled.accountId, name: settled.byName },
    },
  }
}

/**
 * A referral as the desk shows it.
 * @example referralView(row).answer?.result // 'ALLOWED'
 */
export function referralView(row: StoredReferral): ReferralView {
  const { id, submissionId, referredTo, question, at, answer } = row
  return {
    ...{ id, submissionId, submissionHash: row.hash, referredTo, question, at },
    by: { id: row.accountId, name: row.byName },
    answer: answer && {
      ...{ result: answer.result, text: answer.text, at: answer.at },
      ...{ answeredBy: answer.answeredBy, answeredOn: answer.answeredOn },
      enteredBy: { id: answer.accountId, name: answer.byName },
      scan: answer.scanMediaType ? { mediaType: answer.scanMediaType, size: answer.scanSize ?? 0 } : null,
    },
  }
}

/**
 * Ids of what was handed in for the edition in hand: from the one published last on. That one is among them, since what
 * was remarked on it is for the next draft.
 * @example inHand(read, noticeId)
 */
export function inHand(read: Reads, noticeId: string): readonly string[] {
  const all = read.submission.ofNotice(noticeId).map(({ id }) => id)
  const last = read.edition.ofNotice(noticeId)[0]?.submissionId
  return all.slice(Math.max(0, last === undefined ? 0 : all.indexOf(last)))
}
