import type { StoredAttachment } from '../../db/repos/attachment-repo.ts'
import type { StoredNotice } from '../../db/repos/notice-repo.ts'
import type { Reads, Writes } from '../../db/store.ts'
import { bodyImages } from '../../domain/notice/body-images.ts'
import type { Body } from '../../domain/notice/body.ts'
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

/** A file made ready and stored, but not yet named by a row. */
export type ReadyFile = Omit<StoredAttachment, 'id' | 'noticeId' | 'position' | 'createdAt'> & {
  /** Of its whole text, for the search. */
  readonly terms: string
}

/** A file on the working copy, and the revision the working copy has with it. */
export type AttachedFile = { readonly row: StoredAttachment; readonly revision: number }

/**
 * Sniffs and cleans a file and stores original and public copy: the heavy part, before any transaction. The files are on
 * the disk before a row names them. Refuses `attachment.*`.
 * @example const ready = await makeReady(deps, { name: '名单.xlsx', bytes, role: 'ATTACHMENT' })
 */
export async function makeReady(deps: Deps, file: FileInput): Promise<Result<ReadyFile>> {
  const prepared = await deps.work.run('prepareAttachment', {
    name: file.name,
    bytes: file.bytes,
    masks: null,
  })
  if (!prepared.ok) return prepared
  const { name, mediaType, stripped, passages, terms, textRead, publicBytes } = prepared.value
  if (file.role === 'INLINE_IMAGE' && !mediaType.startsWith('image/')) {
    return refuse('attachment.type-mismatch', { name })
  }
  return accept({
    ...{ role: file.role, name, mediaType, stripped, passages, terms, textRead },
    originalSha256: await deps.blobs.put(file.bytes),
    originalSize: file.bytes.byteLength,
    publicSha256: await deps.blobs.put(publicBytes),
    publicSize: publicBytes.byteLength,
    ...{ masks: [], maskedCount: 0, removed: false },
  })
}

/**
 * Refuses `attachment.too-many` when a working copy cannot take so many more files. Counted are attachments and the
 * pictures that stand in the body: pictures of an earlier import, long gone from the text, use up nothing.
 * @example requireRoom(read, notice.id, notice.content.body, 1)
 */
export function requireRoom(read: Reads, noticeId: string, body: Body, more: number): Result<true> {
  const attached = read.attachment.ofNotice(noticeId).filter((file) => file.role === 'ATTACHMENT').length
  return attached + bodyImages(body).size + more > MOST_ATTACHMENTS
    ? refuse('attachment.too-many', { most: MOST_ATTACHMENTS })
    : accept(true)
}

/**
 * Names a ready file in a row of the notice; only inside the transaction that also moves the revision on.
 * @example insertFile(deps, write, read, noticeId, ready)
 */
export function insertFile(
  deps: Deps,
  write: Writes,
  read: Reads,
  noticeId: string,
  { terms, ...file }: ReadyFile,
): StoredAttachment {
  const row: StoredAttachment = {
    ...file,
    id: deps.ids.next(),
    noticeId,
    position: read.attachment.nextPosition(noticeId),
    createdAt: deps.clock.now(),
  }
  write.attachment.insert(row, terms)
  return row
}

// Files are part of what is handed in: whoever hands in names the revision seen, and must not pass on a file added since.
function nextRevision(deps: Deps, write: Writes, principal: Principal, notice: StoredNotice): number {
  const revision = notice.revision + 1
  write.notice.update(notice.id, { revision, updatedBy: principal.id, updatedAt: deps.clock.now() })
  write.notice.addAuthor(notice.id, principal.id)
  return revision
}

/**
 * Adds a file to a working copy: sniffed, size-limited, with a stripped public copy beside the original. The working copy
 * has a new revision then. Refuses `attachment.*` and `notice.wrong-state`.
 * @example await attachFile(deps, handler, id, { name: '名单.xlsx', bytes, role: 'ATTACHMENT' })
 */
export async function attachFile(
  deps: Deps,
  principal: Principal,
  noticeId: string,
  file: FileInput,
): Promise<Result<AttachedFile>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const editable = findNotice(deps.store.read, noticeId, 'EDIT')
  if (!editable.ok) return editable
  const ready = await makeReady(deps, file)
  if (!ready.ok) return ready
  return deps.store.tx((write, read): Result<AttachedFile> => {
    const notice = findNotice(read, noticeId, 'EDIT')
    if (!notice.ok) return notice
    const room = requireRoom(read, noticeId, notice.value.content.body, 1)
    if (!room.ok) return room
    const row = insertFile(deps, write, read, noticeId, ready.value)
    const revision = nextRevision(deps, write, principal, notice.value)
    const subject = { kind: 'notice', id: noticeId } as const
    const detail = { attachment: row.id, sha256: row.originalSha256 }
    record(deps, write, principal, 'notice.add-attachment', subject, detail)
    return accept({ row, revision })
  })
}

/**
 * Takes a file off the working copy; the file stays, because an edition may show it. Gives the new revision.
 * @example removeFile(deps, handler, noticeId, attachmentId)
 */
export function removeFile(
  deps: Deps,
  principal: Principal,
  noticeId: string,
  attachmentId: string,
): Result<number> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<number> => {
    const notice = findNotice(read, noticeId, 'EDIT')
    if (!notice.ok) return notice
    const row = read.attachment.ofNotice(noticeId).find((candidate) => candidate.id === attachmentId)
    if (!row) return refuse('attachment.not-found')
    write.attachment.update(attachmentId, { removed: true })
    const revision = nextRevision(deps, write, principal, notice.value)
    const subject = { kind: 'notice', id: noticeId } as const
    record(deps, write, principal, 'notice.remove-attachment', subject, { attachment: attachmentId })
    return accept(revision)
  })
}

/** What masking changes of a file's row; everything else may have changed meanwhile and is not its to write. */
export type MaskedCopy = Pick<
  StoredAttachment,
  'name' | 'publicSha256' | 'publicSize' | 'stripped' | 'passages' | 'textRead' | 'masks' | 'maskedCount'
> & { readonly terms: string }

/**
 * Makes a new public copy in which every value with one of the fingerprints is masked; the original is untouched.
 * Refuses `notice.mask-not-possible` for PDF and pictures: text under a black box can still be copied out.
 * @example await maskInFile(deps, row, new Set(['9c1f…']))
 */
export async function maskInFile(
  deps: Deps,
  row: StoredAttachment,
  fingerprints: ReadonlySet<string>,
): Promise<Result<MaskedCopy>> {
  const masks = new Set([...row.masks, ...fingerprints])
  const prepared = await deps.work.run('prepareAttachment', {
    name: row.name,
    bytes: await deps.blobs.get(row.originalSha256),
    masks: { key: deps.fingerprintKey(), fingerprints: [...masks] },
  })
  if (!prepared.ok) return prepared
  const publicSha256 = await deps.blobs.put(prepared.value.publicBytes)
  return accept({
    // A number in the file's name is masked with the rest.
    name: prepared.value.name,
    publicSha256,
    publicSize: prepared.value.publicBytes.byteLength,
    stripped: prepared.value.stripped,
    passages: prepared.value.passages,
    terms: prepared.value.terms,
    textRead: prepared.value.textRead,
    masks: [...masks],
    maskedCount: prepared.value.maskedCount,
  })
}
