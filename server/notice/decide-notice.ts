import type { StoredSubmission } from '../../db/repos/submission-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { DecisionKind } from '../../domain/notice/notice-state.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'
import { findNotice } from './find-notice.ts'
import { lateSubmission } from './review/late-submission.ts'
import { weighDecision } from './review/weigh-decision.ts'
import { type SlipRecord, writeDecision } from './review/write-decision.ts'

/** One decision on exactly what was read, named by its hash. */
export type DecisionInput = {
  readonly kind: DecisionKind
  /** The language of a LANGUAGE_REVIEW; empty for any other. */
  readonly language?: string
  readonly decision: 'APPROVED' | 'RETURNED'
  readonly reason: string
  readonly submissionHash: string
  /** Which handing in was read: the same words may be handed in again under another item, unit or reason. */
  readonly submissionId?: string | undefined
  /** The secrecy reviewer has opened the files whose text could not be read. */
  readonly unreadAcknowledged?: boolean
  /** Why one person gives a second decision, in an office that stands under the exception. */
  readonly exceptionReason?: string
}

/**
 * Gives a decision. Never by an author, never two by one person unless the office stands under the exception and the
 * person says why; returning needs a reason or remarks on the spot. A return ends the submission; the last approval makes
 * the notice ready to publish. What was published in an emergency is decided on
 * the same way afterwards (`decideAfterTheFact`).
 * Refuses `notice.submission-changed` when something else has been handed in since the person read it,
 * `notice.slip-required` for a COMMITTEE_REVIEW, which is entered with its signed slip.
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
  return input.kind === 'COMMITTEE_REVIEW'
    ? refuse('notice.slip-required')
    : decide(deps, principal, id, input, null)
}

/**
 * Gives a decision of any kind, a committee's with its slip.
 * @example decide(deps, handler, id, { kind: 'COMMITTEE_REVIEW', … }, slip)
 */
export function decide(
  deps: Deps,
  principal: Principal,
  id: string,
  input: DecisionInput,
  slip: SlipRecord | null,
): Result<true> {
  return deps.store.tx((write, read): Result<true> => {
    const found = decidable(read, principal, id, input)
    if (!found.ok) return found
    const { submission, afterTheFact } = found.value
    const wish = {
      ...{ kind: input.kind, language: input.language ?? '', decision: input.decision, reason: input.reason },
      exceptionReason: input.exceptionReason ?? '',
      unreadAcknowledged: input.unreadAcknowledged === true,
    }
    const weighed = weighDecision(read, principal, submission, wish)
    if (!weighed.ok) return weighed
    writeDecision(deps, write, read, principal, submission, wish, weighed.value, { slip, afterTheFact })
    return accept(true)
  })
}

function decidable(
  read: Reads,
  principal: Principal,
  id: string,
  { submissionHash: hash, submissionId }: Pick<DecisionInput, 'submissionHash' | 'submissionId'>,
): Result<{ readonly submission: StoredSubmission; readonly afterTheFact: boolean }> {
  const meant = (one: StoredSubmission) =>
    one.hash === hash && (submissionId === undefined || one.id === submissionId)
  const open = read.submission.open(id)
  // The same words may be handed in again: what is open comes first.
  const late = open?.hash === hash ? null : lateSubmission(read, id)
  if (late && meant(late.submission)) {
    return late.publishedBy === principal.id
      ? refuse('notice.author-may-not-decide')
      : accept({ submission: late.submission, afterTheFact: true })
  }
  const notice = findNotice(read, id, 'DECIDE')
  if (!notice.ok) return notice
  return open && meant(open)
    ? accept({ submission: open, afterTheFact: false })
    : refuse('notice.submission-changed')
}
