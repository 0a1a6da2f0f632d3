import { sha256 } from '../../platform/sha256.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { findNotice } from './find-notice.ts'
import { scanNotice } from './privacy-gate.ts'

/**
 * Lets values through the privacy gate for one notice, with a written reason. Only the secrecy reviewer, never an
 * author (S002: 谁公开、谁审查、谁负责). What is kept is a keyed fingerprint, kind and reason; never the value.
 * The log names fingerprint and hash of the reason, so that neither can be exchanged afterwards unseen.
 * Refuses `trust.role-missing`, `notice.author-may-not-decide`, `notice.reason-required`, `notice.privacy-hit-not-found`.
 * @example overrideHits(deps, secrecyReviewer, id, { hitIds: ['…'], reason: '值班公务手机，已核实' })
 */
export function overrideHits(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly hitIds: readonly string[]; readonly reason: string },
): Result<true> {
  const allowed = requireRole(principal, 'SECRECY_REVIEWER')
  if (!allowed.ok) return allowed
  const reason = input.reason.trim()
  if (reason === '') return refuse('notice.reason-required')
  return deps.store.tx((write, read): Result<true> => {
    const notice = findNotice(read, id, 'EDIT')
    if (!notice.ok) return notice
    if (read.notice.authors(id).some((author) => author.id === principal.id)) {
      return refuse('notice.author-may-not-decide')
    }
    const report = scanNotice(deps, notice.value, notice.value.content, read.attachment.ofNotice(id))
    for (const hitId of input.hitIds) {
      const hit = report.hits.find((candidate) => candidate.id === hitId)
      if (!hit) return refuse('notice.privacy-hit-not-found')
      write.notice.addOverride({
        noticeId: id,
        fingerprint: hit.fingerprint,
        kind: hit.kind,
        accountId: principal.id,
        reason,
        at: deps.clock.now(),
      })
      record(
        deps,
        write,
        principal,
        'notice.override',
        { kind: 'notice', id },
        { hitKind: hit.kind, hit: hit.id, fingerprint: hit.fingerprint, reasonSha256: sha256(reason) },
      )
    }
    return accept(true)
  })
}
