import type { StoredAttachment } from '../../db/repos/attachment-repo.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { findNotice } from './find-notice.ts'

const MOST_ATTACHMENTS = 50

/** A file as it was given. */
export type FileInput = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly role: 'ATTACHMENT' | 'INLINE_IMAGE'
}

/**
 * Adds a file to a working copy: sniffed, size-limited, with a stripped public copy beside the original. The files
 * are on the disk before the row names them. Refuses `attachment.*` and `notice.wrong-state`.
 * @example await attachFile(deps, handler, id, { name: '名单.xlsx', bytes, role: 'ATTACHMENT' })
 */
export async function attachFile(
  deps: Deps,
  principal: Principal,
  noticeId: string,
  file: FileInput,
): Promise<Result<StoredAttachment>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const editable = findNotice(deps.store.read, noticeId, 'EDIT')
  if (!editable.ok) return editable
  const prepared = await deps.work.run('prepareAttachment', {
    name: file.name,
    bytes: file.bytes,
    masks: null,
  })
  if (!prepared.ok) return prepared
  if (file.role === 'INLINE_IMAGE' && !prepared.value.mediaType.startsWith('image/')) {
    return refuse('attachment.type-mismatch', { name: prepared.value.name })
  }
  const originalSha256 = await deps.blobs.put(file.bytes)
  const publicSha256 = await deps.blobs.put(prepared.value.publicBytes)
  return deps.store.tx((write, read): Result<StoredAttachment> => {
    const notice = findNotice(read, noticeId, 'EDIT')
    if (!notice.ok) return notice
    if (read.attachment.ofNotice(noticeId).length >= MOST_ATTACHMENTS) {
      return refuse('attachment.too-many', { most: MOST_ATTACHMENTS })
    }
    const row: StoredAttachment = {
      id: deps.ids.next(),
      noticeId,
      position: read.attachment.nextPosition(noticeId),
      role: file.role,
      name: prepared.value.name,
      mediaType: prepared.value.mediaType,
      originalSha256,
      originalSize: file.bytes.byteLength,
      publicSha256,
      publicSize: prepared.value.publicBytes.byteLength,
      stripped: prepared.value.stripped,
      passages: prepared.value.passages,
      textRead: prepared.value.textRead,
      masks: [],
      maskedCount: 0,
      removed: false,
      createdAt: deps.clock.now(),
    }
    write.attachment.insert(row)
    write.notice.addAuthor(noticeId, principal.id)
    record(
      deps,
      write,
      principal,
      'notice.add-attachment',
      { kind: 'notice', id: noticeId },
      {
        attachment: row.id,
        sha256: originalSha256,
      },
    )
    return accept(row)
  })
}

/**
 * Takes a file off the working copy; the file stays, because an edition may show it.
 * @example removeFile(deps, handler, noticeId, attachmentId)
 */
export function removeFile(
  deps: Deps,
  principal: Principal,
  noticeId: string,
  attachmentId: string,
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const notice = findNotice(read, noticeId, 'EDIT')
    if (!notice.ok) return notice
    const row = read.attachment.ofNotice(noticeId).find((candidate) => candidate.id === attachmentId)
    if (!row) return refuse('attachment.not-found')
    write.attachment.update(attachmentId, { removed: true })
    write.notice.addAuthor(noticeId, principal.id)
    record(
      deps,
      write,
      principal,
      'notice.remove-attachment',
      { kind: 'notice', id: noticeId },
      {
        attachment: attachmentId,
      },
    )
    return accept(true)
  })
}

/**
 * Makes a new public copy in which every value with one of the fingerprints is masked; the original is untouched.
 * Refuses `notice.mask-not-possible` for PDF and pictures: text under a black box can still be copied out.
 * @example await maskInFile(deps, row, new Set(['9c1f…']))
 */
export async function maskInFile(
  deps: Deps,
  row: StoredAttachment,
  fingerprints: ReadonlySet<string>,
): Promise<Result<StoredAttachment>> {
  const masks = new Set([...row.masks, ...fingerprints])
  const prepared = await deps.work.run('prepareAttachment', {
    name: row.name,
    bytes: await deps.blobs.get(row.originalSha256),
    masks: { key: deps.fingerprintKey(), fingerprints: [...masks] },
  })
  if (!prepared.ok) return prepared
  const publicSha256 = await deps.blobs.put(prepared.value.publicBytes)
  return accept({
    ...row,
    // A number in the file's name is masked with the rest.
    name: prepared.value.name,
    publicSha256,
    publicSize: prepared.value.publicBytes.byteLength,
    stripped: prepared.value.stripped,
    passages: prepared.value.passages,
    textRead: prepared.value.textRead,
    masks: [...masks],
    maskedCount: prepared.value.maskedCount,
  })
}
