import { refuse, type Result } from '../../../domain/refusal.ts'
import type { Deps } from '../../deps.ts'
import type { Principal } from '../../principal.ts'
import { type DecisionInput, decideNotice } from '../decide-notice.ts'
import { lateSubmission } from './late-submission.ts'

/**
 * Gives a decision on what one person published in an emergency: by the same chain, never by whoever published or
 * wrote it. APPROVED is 追认; RETURNED says that it needs correcting and leaves what hangs as it is. Possible in any state
 * of the notice, since it looks at what was published. Refuses `notice.submission-changed` and what `decideNotice` refuses.
 * @example decideAfterTheFact(deps, reviewer, id, { kind: 'REVIEW', decision: 'APPROVED', reason: '', submissionHash })
 */
export function decideAfterTheFact(
  deps: Deps,
  principal: Principal,
  id: string,
  input: DecisionInput,
): Result<true> {
  const late = lateSubmission(deps.store.read, id)
  return late?.submission.hash === input.submissionHash
    ? decideNotice(deps, principal, id, input)
    : refuse('notice.submission-changed')
}
