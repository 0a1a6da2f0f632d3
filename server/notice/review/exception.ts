import type { Reads } from '../../../db/store.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import type { ExceptionsReport, ReviewExceptionView } from './views.ts'

/**
 * Whether the office stands under the exception of the two-person office, and how it came to it.
 * @example exceptionView(read).active // false
 */
export function exceptionView(read: Reads): ReviewExceptionView {
  return {
    active: read.review.exceptionActive(),
    history: read.review.exceptions().map(({ active, reason, accountId, byName, at }) => ({
      ...{ active, reason, at },
      by: { id: accountId, name: byName },
    })),
  }
}

/**
 * Turns the exception of the two-person office on or off, with a reason. While it is on, one person may give two decisions
 * on a submission, saying why each time; an author never decides. Needs ADMINISTRATOR. Refuses `review.reason-required`,
 * `review.unchanged`.
 * @example setException(deps, administrator, { active: true, reason: '全镇在编两人' })
 */
export function setException(
  deps: Deps,
  principal: Principal,
  input: { readonly active: boolean; readonly reason: string },
): Result<ReviewExceptionView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const reason = input.reason.trim()
  if (reason === '') return refuse('review.reason-required')
  return deps.store.tx((write, read): Result<ReviewExceptionView> => {
    if (read.review.exceptionActive() === input.active) return refuse('review.unchanged')
    const { active } = input
    write.review.setException({ active, reason, accountId: principal.id, at: deps.clock.now() })
    record(deps, write, principal, 'review.exception', { kind: 'review', id: 'exception' }, { active })
    return accept(exceptionView(read))
  })
}

/**
 * Every decision that was given under the exception, and every emergency publication by one person alone, newest first: what
 * an inspection asks for.
 * @example exceptionsReport(read).items[0]?.reason
 */
export function exceptionsReport(read: Reads): ExceptionsReport {
  const items = read.submission.underException().flatMap((decision) => {
    const submission = read.submission.byId(decision.submissionId)
    const notice = submission && read.notice.byId(submission.noticeId)
    if (!notice) return []
    const edition = read.edition.ofNotice(notice.id).find((one) => one.submissionId === submission.id)
    const { kind, language, accountId } = decision
    const besides = read.submission
      .decisions([submission.id])
      .filter(
        (other) => other.accountId === accountId && (other.kind !== kind || other.language !== language),
      )
    return {
      ...{ noticeId: notice.id, state: notice.state, indexNumber: notice.indexNumber },
      title: (JSON.parse(submission.content) as { readonly title: string }).title,
      editionNumber: edition?.editionNumber ?? null,
      ...{ kind, language, decision: decision.decision },
      ...{ by: { id: accountId, name: decision.byName }, reason: decision.exceptionReason, at: decision.at },
      besides: besides.map((other) => ({ kind: other.kind, language: other.language })),
    }
  })
  const alone = read.emergency.publishedAlone().map(({ accountId, byName, ...row }) => ({
    ...row,
    by: { id: accountId, name: byName },
  }))
  return { active: read.review.exceptionActive(), items, alone }
}
