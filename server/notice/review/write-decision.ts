import { sha256 } from '../../../platform/sha256.ts'
import type { StoredSubmission } from '../../../db/repos/submission-repo.ts'
import type { Reads, Writes } from '../../../db/store.ts'
import { actingRole } from '../../../domain/notice/deciding-roles.ts'
import { waitingFor } from '../../../domain/notice/decisions.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import type { Principal } from '../../principal.ts'
import { neededOf } from '../review-chain.ts'
import type { DecisionWish, WeighedDecision } from './weigh-decision.ts'

/** The signed slip a committee decided by. */
export type SlipRecord = {
  readonly sha256: string
  readonly size: number
  readonly mediaType: string
  readonly signedBy: string
  readonly signedOn: string
}

/**
 * Puts a decision on record and does what follows: a return ends the submission, the last approval makes the notice ready
 * to publish. What was published in an emergency stays as it is; its decisions are kept beside it.
 * @example writeDecision(deps, write, read, principal, submission, wish, weighed, { slip: null, afterTheFact: false })
 */
export function writeDecision(
  deps: Deps,
  write: Writes,
  read: Reads,
  principal: Principal,
  submission: StoredSubmission,
  wish: DecisionWish,
  weighed: WeighedDecision,
  beside: { readonly slip: SlipRecord | null; readonly afterTheFact: boolean },
): void {
  const { kind, language, decision } = wish
  const { slip, afterTheFact } = beside
  const { reason, exceptionReason } = weighed
  const id = submission.noticeId
  const at = deps.clock.now()
  write.submission.decide({
    ...{ submissionId: submission.id, kind, language, decision, accountId: principal.id, reason, at },
    ...{ exceptionReason, afterTheFact, role: actingRole(kind, principal.roles) },
    ...(slip && {
      ...{ slipSha256: slip.sha256, slipSize: slip.size, slipMediaType: slip.mediaType },
      ...{ signedBy: slip.signedBy, signedOn: slip.signedOn },
    }),
  })
  if (!afterTheFact && decision === 'RETURNED') {
    write.submission.close(submission.id)
    write.notice.update(id, { state: 'RETURNED', updatedAt: at })
  } else if (
    !afterTheFact &&
    waitingFor(neededOf(submission), read.submission.decisions([submission.id])).length === 0
  ) {
    write.notice.update(id, { state: 'APPROVED', updatedAt: at })
  }
  const vouched = kind === 'SECRECY_REVIEW' && decision === 'APPROVED'
  record(
    deps,
    write,
    principal,
    decision === 'RETURNED' ? 'notice.return' : 'notice.approve',
    { kind: 'notice', id },
    {
      ...{ kind, hash: submission.hash },
      ...(language !== '' && { language }),
      ...(exceptionReason !== '' && { exceptionSha256: sha256(exceptionReason) }),
      ...(slip && { slipSha256: slip.sha256 }),
      ...(afterTheFact && { afterTheFact }),
      ...(vouched && { unreadFiles: weighed.unreadFiles }),
    },
  )
}
