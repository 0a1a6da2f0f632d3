import { maskDraft } from '../../domain/privacy/mask-draft.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { maskInFile, type MaskedCopy } from './attach-file.ts'
import { findNotice, requireRevision } from './find-notice.ts'
import { requireNotInReview } from './review/file-in-review.ts'
import { scanNotice } from './privacy-gate.ts'
import type { SavedDraft } from './views.ts'

/**
 * Masks hits where they stand: in the text of the working copy, and in the public copies of its files. All or nothing.
 * Refuses `notice.privacy-hit-not-found`, `notice.mask-not-possible`, `notice.draft-conflict`, `notice.file-in-review`.
 * @example await maskHits(deps, handler, id, { hitIds: ['…'] })
 */
export async function maskHits(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly hitIds: readonly string[] },
): Promise<Result<SavedDraft>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const read = deps.store.read
  const notice = findNotice(read, id, 'EDIT')
  if (!notice.ok) return notice
  const files = read.attachment.ofNotice(id)
  const report = scanNotice(deps, notice.value, notice.value.content, files)
  const hits = report.hits.filter((hit) => input.hitIds.includes(hit.id))
  if (hits.length !== new Set(input.hitIds).size) return refuse('notice.privacy-hit-not-found')
  if (hits.some((hit) => !hit.maskable)) return refuse('notice.mask-not-possible')

  const masked = new Map<string, MaskedCopy>()
  for (const file of files) {
    const fingerprints = new Set(
      hits
        .filter(({ place }) => 'attachmentId' in place && place.attachmentId === file.id)
        .map((hit) => hit.fingerprint),
    )
    if (fingerprints.size === 0) continue
    const free = requireNotInReview(read, id, [file])
    if (!free.ok) return free
    const result = await maskInFile(deps, file, fingerprints)
    if (!result.ok) return result
    masked.set(file.id, result.value)
  }
  const content = maskDraft(notice.value.content, hits)
  return deps.store.tx((write, readNow): Result<SavedDraft> => {
    const now = findNotice(readNow, id, 'EDIT')
    if (!now.ok) return now
    // Files were rewritten outside the transaction: somebody may have saved, added or removed meanwhile.
    const unchanged = requireRevision(readNow, now.value, notice.value.revision)
    if (!unchanged.ok) return unchanged
    // It may have been handed in meanwhile, which is no new revision.
    const free = requireNotInReview(
      readNow,
      id,
      files.filter((file) => masked.has(file.id)),
    )
    if (!free.ok) return free
    const savedAt = deps.clock.now()
    const revision = now.value.revision + 1
    for (const [attachmentId, { terms, ...change }] of masked) {
      write.attachment.update(attachmentId, change, terms)
    }
    write.notice.update(id, {
      content,
      title: content.title,
      revision,
      updatedBy: principal.id,
      updatedAt: savedAt,
    })
    write.notice.addAuthor(id, principal.id)
    record(deps, write, principal, 'notice.mask', { kind: 'notice', id }, { count: hits.length })
    return accept({ revision, savedAt, content })
  })
}
