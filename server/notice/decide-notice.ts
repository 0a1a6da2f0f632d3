import { mayDecide } from '../../domain/notice/decisions.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { interpretationPlanned, policyOf } from '../../domain/notice/placement.ts'
import type { DecisionKind } from '../../domain/notice/notice-state.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'
import { findNotice } from './find-notice.ts'
import { unreadFiles } from './unread-file.ts'

/** One decision on exactly what was read, named by its hash. */
export type DecisionInput = {
  readonly kind: DecisionKind
  readonly decision: 'APPROVED' | 'RETURNED'
  readonly reason: string
  readonly submissionHash: string
  /** The secrecy reviewer has opened the files whose text could not be read. */
  readonly unreadAcknowledged?: boolean
}

/**
 * Gives a decision. Never by an author, never two by one person; returning needs a reason. A return ends the
 * submission; the last approval makes the notice ready to publish.
 * Refuses `notice.submission-changed` when something else has been handed in since the person read it.
 * Approving the review of a policy document needs its interpretation planned or waived (R-025,
 * `notice.interpretation-plan-missing`). Approving the secrecy review needs `unreadAcknowledged` where files could not be read by the gate
 * (`notice.unread-not-acknowledged`): what no program has read, a person must have looked at.
 * @example decideNotice(deps, reviewer, id, { kind: 'REVIEW', decision: 'APPROVED', reason: '', submissionHash })
 */
export function decideNotice(
  deps: Deps,
  principal: Principal,
  id: string,
  input: DecisionInput,
): Result<true> {
  return deps.store.tx((write, read): Result<true> => {
    const notice = findNotice(read, id, 'DECIDE')
    if (!notice.ok) return notice
    const submission = read.submission.open(id)
    if (!submission || submission.hash !== input.submissionHash) return refuse('notice.submission-changed')
    const given = read.submission.decisions([submission.id])
    const authorIds = read.notice.authors(id).map((author) => author.id)
    const allowed = mayDecide({ kind: input.kind, account: principal, authorIds, given })
    if (!allowed.ok) return allowed
    const reason = input.reason.trim()
    if (input.decision === 'RETURNED' && reason === '') return refuse('notice.reason-required')
    const content = JSON.parse(submission.content) as PublicContent
    if (input.kind === 'REVIEW' && input.decision === 'APPROVED') {
      const planned = interpretationPlanned(policyOf(content, read.placement.of(id)))
      if (!planned.ok) return planned
    }
    const unread = unreadFiles(read, id, content).length
    const vouched = input.kind === 'SECRECY_REVIEW' && input.decision === 'APPROVED'
    if (vouched && unread > 0 && input.unreadAcknowledged !== true) {
      return refuse('notice.unread-not-acknowledged', { count: unread })
    }
    const at = deps.clock.now()
    write.submission.decide({
      submissionId: submission.id,
      kind: input.kind,
      decision: input.decision,
      accountId: principal.id,
      reason,
      at,
    })
    if (input.decision === 'RETURNED') {
      write.submission.close(submission.id)
      write.notice.update(id, { state: 'RETURNED', updatedAt: at })
    } else if (given.length === 1) {
      write.notice.update(id, { state: 'APPROVED', updatedAt: at })
    }
    const action = input.decision === 'RETURNED' ? 'notice.return' : 'notice.approve'
    record(
      deps,
      write,
      principal,
      action,
      { kind: 'notice', id },
      { kind: input.kind, hash: submission.hash, ...(vouched && { unreadFiles: unread }) },
    )
    return accept(true)
  })
}
