import type { StoredNotice } from '../../../db/repos/notice-repo.ts'
import type { StoredSubmission } from '../../../db/repos/submission-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { mayDecide, waitingFor } from '../../../domain/notice/decisions.ts'
import { mayAct } from '../../../domain/notice/notice-state.ts'
import type { Principal } from '../../principal.ts'
import { neededOf, translatorOf } from '../review-chain.ts'
import { writersOf } from './approved.ts'
import { lateSubmission } from './late-submission.ts'
import { isReviewer } from './may-comment.ts'
import type { DecisionOffer } from './views.ts'

/** What a person may do about a review now. */
export type ReviewOffers = {
  readonly decide: readonly DecisionOffer[]
  readonly refer: boolean
  readonly answerReferral: boolean
  readonly remark: boolean
}

/**
 * What a person may do about the review of a notice now, so that the screen offers nothing that will be refused.
 * @example reviewOffers(read, notice, principal).decide // [{ kind: 'REVIEW', language: '', exception: false, … }]
 */
export function reviewOffers(read: Reads, notice: StoredNotice, principal: Principal): ReviewOffers {
  const open = read.submission.open(notice.id)
  const reviewer = open !== undefined && isReviewer(read, principal, open).ok
  const answers = ['HANDLER', 'REVIEWER', 'SECRECY_REVIEWER', 'LEGALITY_REVIEWER', 'DEPUTY_LEADER'] as const
  return {
    decide: decisionOffers(read, notice, principal, open),
    refer: reviewer && mayAct(notice.state, 'REFER'),
    answerReferral:
      mayAct(notice.state, 'ANSWER_REFERRAL') && answers.some((role) => principal.roles.includes(role)),
    remark: reviewer && mayAct(notice.state, 'REMARK'),
  }
}

function decisionOffers(
  read: Reads,
  notice: StoredNotice,
  principal: Principal,
  open: StoredSubmission | undefined,
): readonly DecisionOffer[] {
  const late = open ? null : lateSubmission(read, notice.id)
  const submission = open ?? late?.submission
  if (!submission || late?.publishedBy === principal.id) return []
  if (open && !mayAct(notice.state, 'DECIDE')) return []
  return offersOn(read, submission, principal, late !== null)
}

/**
 * What a person may decide of a submission now; `afterTheFact` of one that was published in an emergency, whoever published
 * it apart.
 * @example offersOn(read, submission, principal, true)[0]?.exception // true: a second decision, with a reason
 */
export function offersOn(
  read: Reads,
  submission: StoredSubmission,
  principal: Principal,
  afterTheFact: boolean,
): readonly DecisionOffer[] {
  const needed = neededOf(submission)
  const given = read.submission.decisions([submission.id])
  const authorIds = [
    ...writersOf(submission),
    ...read.notice.authors(submission.noticeId).map(({ id }) => id),
  ]
  const exceptional = read.review.exceptionActive()
  const content = JSON.parse(submission.content) as PublicContent
  return waitingFor(needed, given).flatMap((one): DecisionOffer[] => {
    const translator = translatorOf(content, one.language)
    const attempt = { ...one, account: principal, authorIds, translator, needed, given }
    const offer = { ...one, afterTheFact }
    if (mayDecide({ ...attempt, exception: { allowed: false, reason: '' } }).ok) {
      return [{ ...offer, exception: false }]
    }
    // Any reason will do here: whether a person may is asked, not whether it was said why.
    const exception = { allowed: exceptional, reason: '-' }
    return mayDecide({ ...attempt, exception }).ok ? [{ ...offer, exception: true }] : []
  })
}
