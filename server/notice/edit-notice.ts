import type { Reads, Writes } from '../../db/store.ts'
import type { DraftContent } from '../../domain/notice/content.ts'
import { repairDocumentNumber } from '../../domain/notice/document-number.ts'
import { TOWNSHIP_UNIT_ID } from '../../domain/office/unit.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { findNotice, requireRevision } from './find-notice.ts'
import { placementDetail } from './place-notice.ts'
import { type NoticeStart, startNotice } from './start-notice.ts'
import type { SavedDraft } from './views.ts'

/**
 * Starts a notice: empty, from a row of the catalogue, for a duty, or as an interpretation. Needs HANDLER.
 * Refuses what `startNotice` refuses.
 * @example createNotice(deps, handler, { catalogueItemId: null }) // { ok: true, value: '0193…' }
 */
export function createNotice(deps: Deps, principal: Principal, input: NoticeStart): Result<string> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<string> => {
    const started = startNotice(read, input)
    if (!started.ok) return started
    const { content, placement } = started.value
    const now = deps.clock.now()
    const id = deps.ids.next()
    write.notice.insert({
      id,
      state: 'DRAFT',
      indexNumber: null,
      content,
      title: content.title,
      catalogueItemId: content.catalogueItemId,
      revision: 1,
      handlerId: principal.id,
      updatedBy: principal.id,
      createdAt: now,
      updatedAt: now,
    })
    write.notice.addAuthor(id, principal.id)
    const placed = placement.unitId !== TOWNSHIP_UNIT_ID || placement.dutyId || placement.interpretation
    if (placed) write.placement.set(id, placement)
    const detail = placed ? placementDetail(placement) : {}
    record(deps, write, principal, 'notice.create', { kind: 'notice', id }, detail)
    return accept(id)
  })
}

/**
 * Saves the working copy, several times a minute while somebody types. A save over a newer revision is refused
 * (`notice.draft-conflict`), so that two people never overwrite each other unseen. Whoever saves is an author
 * and may not decide on the notice. A recognisable document number is repaired, an unfinished one is kept as typed.
 * @example saveDraft(deps, principal, id, { revision: 7, content })
 */
export function saveDraft(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly revision: number; readonly content: DraftContent },
): Result<SavedDraft> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read) => writeDraft(deps, write, read, principal, id, input))
}

/**
 * The part of `saveDraft` that belongs inside a transaction, for steps that write more than the draft.
 * @example store.tx((write, read) => writeDraft(deps, write, read, principal, id, { revision: 7, content }))
 */
export function writeDraft(
  deps: Pick<Deps, 'clock'>,
  write: Writes,
  read: Reads,
  principal: Principal,
  id: string,
  input: { readonly revision: number; readonly content: DraftContent },
): Result<SavedDraft> {
  const notice = findNotice(read, id, 'EDIT')
  if (!notice.ok) return notice
  const unchanged = requireRevision(read, notice.value, input.revision)
  if (!unchanged.ok) return unchanged
  if (input.content.catalogueItemId !== null && !read.catalogue.item(input.content.catalogueItemId)) {
    return refuse('catalogue.item-not-found')
  }
  const number = repairDocumentNumber(input.content.documentNumber)
  const content = number.ok ? { ...input.content, documentNumber: number.value.value } : input.content
  const savedAt = deps.clock.now()
  const revision = notice.value.revision + 1
  write.notice.update(id, {
    content,
    title: content.title,
    catalogueItemId: content.catalogueItemId,
    revision,
    updatedBy: principal.id,
    updatedAt: savedAt,
  })
  write.notice.addAuthor(id, principal.id)
  return accept({ revision, savedAt, content })
}
