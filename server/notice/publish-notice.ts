import { refuse, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { requireConfirmed } from '../office/restore-confirmation.ts'
import { type Principal, requireRole } from '../principal.ts'
import { findNotice } from './find-notice.ts'
import { type Published, publishSubmission } from './publish-submission.ts'
import { requireApproved } from './review/approved.ts'

/**
 * Publishes what was approved, in one transaction. After a power cut either all of it is there or none (design §4.2).
 * Needs HANDLER. Refuses `notice.submission-changed`, `notice.review-missing`, `notice.author-may-not-decide` and what
 * `publishSubmission` refuses.
 * @example publishNotice(deps, handler, id, { submissionHash })
 */
export function publishNotice(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly submissionHash: string; readonly clockConfirmed?: boolean },
): Result<Published> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<Published> => {
    // A restored board would give numbers again that hang on paper.
    const confirmed = requireConfirmed(read)
    if (!confirmed.ok) return confirmed
    const notice = findNotice(read, id, 'PUBLISH')
    if (!notice.ok) return notice
    const submission = read.submission.open(id)
    if (!submission || submission.hash !== input.submissionHash) return refuse('notice.submission-changed')
    const approved = requireApproved(read, submission)
    if (!approved.ok) return approved
    const clockConfirmed = input.clockConfirmed === true
    return publishSubmission(deps, write, read, principal, notice.value, submission, { clockConfirmed })
  })
}
