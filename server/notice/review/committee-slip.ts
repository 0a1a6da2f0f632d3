import type { Reads } from '../../../db/store.ts'
import type { CivilDate } from '../../../domain/notice/content.ts'
import { DECIDING_ROLES } from '../../../domain/notice/deciding-roles.ts'
import { refuse, type Result } from '../../../domain/refusal.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { decide } from '../decide-notice.ts'
import { keepScan } from './keep-scan.ts'

/** What a committee decided on paper, as it is entered with its signed slip. */
export type CommitteeSlip = {
  readonly decision: 'APPROVED' | 'RETURNED'
  readonly reason: string
  readonly submissionHash: string
  readonly submissionId?: string | undefined
  /** Names of those who signed. */
  readonly signedBy: string
  readonly signedOn: CivilDate
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
}

/**
 * Enters the decision of a committee (村务监督委员会, 村民委员会组织法 art. 32) with the scan of its signed slip. Whoever enters it
 * decides nothing and may be the handler: the signatures decide. Refuses `notice.slip-signers-required`,
 * `notice.slip-date-invalid` for a day to come or before these words were first handed in, `notice.scan-type` and what `decideNotice` refuses.
 * @example await enterCommitteeSlip(deps, handler, id, { decision: 'APPROVED', reason: '', submissionHash, signedBy: '赵海', … })
 */
export async function enterCommitteeSlip(
  deps: Deps,
  principal: Principal,
  id: string,
  input: CommitteeSlip,
): Promise<Result<true>> {
  const allowed = requireRole(principal, ...DECIDING_ROLES.COMMITTEE_REVIEW)
  if (!allowed.ok) return allowed
  const signedBy = input.signedBy.trim()
  if (signedBy === '') return refuse('notice.slip-signers-required')
  if (input.signedOn > civilDateOf(deps.clock.now())) return refuse('notice.slip-date-invalid')
  if (input.signedOn < firstHandedIn(deps.store.read, id, input.submissionHash)) {
    return refuse('notice.slip-date-invalid')
  }
  const scan = await keepScan(deps, input.file)
  if (!scan.ok) return scan
  const { decision, reason, submissionHash, submissionId, signedOn } = input
  const slip = { ...scan.value, signedBy, signedOn }
  const wish = { kind: 'COMMITTEE_REVIEW', decision, reason, submissionHash, submissionId } as const
  return decide(deps, principal, id, wish, slip)
}

// Nobody can have signed what nobody had handed in; the same words may have been, before they were taken back.
function firstHandedIn(read: Reads, id: string, hash: string): CivilDate {
  const first = read.submission.ofNotice(id).find((one) => one.hash === hash)
  return first ? civilDateOf(first.submittedAt) : ''
}
