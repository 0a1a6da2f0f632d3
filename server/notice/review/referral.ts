import type { CivilDate } from '../../../domain/notice/content.ts'
import type { ReferralResult } from '../../../domain/notice/referral.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { findNotice } from '../find-notice.ts'
import { referralsFor } from './approved.ts'
import { keepScan } from './keep-scan.ts'
import { isReviewer, openForReviewer } from './may-comment.ts'

/**
 * Puts what was handed in before a higher body (请示上级, R-070): decisions rest until its answer is there. By those who
 * decide on it. Refuses `notice.referral-incomplete` without addressee or question, and what `openForReviewer` refuses.
 * @example referNotice(deps, secrecyReviewer, id, { submissionHash, referredTo: '示例县保密局', question: '能否公开附表' })
 */
export function referNotice(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly submissionHash: string; readonly referredTo: string; readonly question: string },
): Result<string> {
  const referredTo = input.referredTo.trim()
  const question = input.question.trim()
  if (referredTo === '' || question === '') return refuse('notice.referral-incomplete')
  return deps.store.tx((write, read): Result<string> => {
    const open = openForReviewer(read, principal, id, 'REFER', input.submissionHash)
    if (!open.ok) return open
    const { submission } = open.value
    const referral = deps.ids.next()
    const at = deps.clock.now()
    const by = { accountId: principal.id, at }
    write.review.refer({ id: referral, submissionId: submission.id, referredTo, question, ...by })
    write.notice.update(id, { state: 'REFERRED', updatedAt: at })
    const detail = { hash: submission.hash, referral }
    record(deps, write, principal, 'notice.refer', { kind: 'notice', id }, detail)
    return accept(referral)
  })
}

/** What the higher body said. */
export type ReferralAnswerInput = {
  readonly result: ReferralResult
  readonly text: string
  readonly answeredBy: string
  readonly answeredOn: CivilDate
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null
}

/**
 * Enters the answer of the higher body; the chain goes on. By a reviewer, also on what was said over the telephone; by an
 * author only with the scan, since an author would be vouching for the own notice. Refuses `notice.referral-incomplete`,
 * `notice.referral-date-invalid` for a day to come or before the question was put, `notice.scan-required`, `notice.scan-type`, `notice.wrong-state`.
 * @example await answerReferral(deps, handler, id, { result: 'ALLOWED', text: '同意公开', answeredBy: '示例县保密局', … })
 */
export async function answerReferral(
  deps: Deps,
  principal: Principal,
  id: string,
  input: ReferralAnswerInput,
): Promise<Result<true>> {
  const allowed = requireRole(
    principal,
    ...(['HANDLER', 'REVIEWER', 'SECRECY_REVIEWER', 'LEGALITY_REVIEWER', 'DEPUTY_LEADER'] as const),
  )
  if (!allowed.ok) return allowed
  const text = input.text.trim()
  const answeredBy = input.answeredBy.trim()
  if (text === '' || answeredBy === '') return refuse('notice.referral-incomplete')
  if (input.answeredOn > civilDateOf(deps.clock.now())) return refuse('notice.referral-date-invalid')
  const waiting = findNotice(deps.store.read, id, 'ANSWER_REFERRAL')
  if (!waiting.ok) return waiting
  const scan = input.file && (await keepScan(deps, input.file))
  if (scan && !scan.ok) return scan
  return deps.store.tx((write, read): Result<true> => {
    const notice = findNotice(read, id, 'ANSWER_REFERRAL')
    if (!notice.ok) return notice
    const submission = read.submission.open(id)
    const referral = submission && referralsFor(read, submission).find(({ answer }) => answer === null)
    if (!submission || !referral) {
      return refuse('notice.wrong-state', { state: notice.value.state, action: 'ANSWER_REFERRAL' })
    }
    if (input.answeredOn < civilDateOf(referral.at)) return refuse('notice.referral-date-invalid')
    if (!scan && !isReviewer(read, principal, submission).ok) return refuse('notice.scan-required')
    const at = deps.clock.now()
    write.review.answer({
      ...{ referralId: referral.id, result: input.result, text, answeredBy, answeredOn: input.answeredOn },
      scanSha256: scan?.value.sha256 ?? null,
      scanSize: scan?.value.size ?? null,
      scanMediaType: scan?.value.mediaType ?? null,
      ...{ accountId: principal.id, at },
    })
    write.notice.update(id, { state: 'IN_REVIEW', updatedAt: at })
    const detail = {
      ...{ hash: referral.hash, referral: referral.id, referralResult: input.result },
      ...(scan && { slipSha256: scan.value.sha256 }),
    }
    record(deps, write, principal, 'notice.answer-referral', { kind: 'notice', id }, detail)
    return accept(true)
  })
}
