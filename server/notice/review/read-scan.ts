import type { Reads } from '../../../db/store.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import type { KeptScan } from './keep-scan.ts'

/**
 * The scan of a committee's slip or of a higher body's answer, for those who work on notices; each look is in the log, as
 * with originals. Refuses `trust.role-missing`, `notice.scan-not-found`.
 * @example readScan(deps, reviewer, id, { slipOf: submissionId })
 */
export function readScan(
  deps: Deps,
  principal: Principal,
  id: string,
  which: { readonly slipOf: string } | { readonly answerOf: string },
): Result<KeptScan> {
  const allowed = requireRole(
    principal,
    ...(['HANDLER', 'REVIEWER', 'SECRECY_REVIEWER', 'LEGALITY_REVIEWER', 'DEPUTY_LEADER'] as const),
  )
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<KeptScan> => {
    const scan = 'slipOf' in which ? slipOf(read, id, which.slipOf) : answerOf(read, id, which.answerOf)
    if (!scan) return refuse('notice.scan-not-found')
    record(deps, write, principal, 'notice.read-scan', { kind: 'notice', id }, { slipSha256: scan.sha256 })
    return accept(scan)
  })
}

function slipOf(read: Reads, id: string, submissionId: string): KeptScan | null {
  if (read.submission.byId(submissionId)?.noticeId !== id) return null
  const decision = read.submission.decisions([submissionId]).find(({ slipSha256 }) => slipSha256 !== null)
  return kept(decision?.slipSha256, decision?.slipSize, decision?.slipMediaType)
}

function answerOf(read: Reads, id: string, referralId: string): KeptScan | null {
  const referral = read.review.referral(referralId)
  if (referral?.noticeId !== id) return null
  const { scanSha256, scanSize, scanMediaType } = referral.answer ?? {}
  return kept(scanSha256, scanSize, scanMediaType)
}

function kept(
  sha256: string | null | undefined,
  size: number | null | undefined,
  mediaType: string | null | undefined,
): KeptScan | null {
  return sha256 && mediaType ? { sha256, size: size ?? 0, mediaType } : null
}
