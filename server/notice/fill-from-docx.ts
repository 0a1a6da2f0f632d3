import type { Block, Body } from '../../domain/notice/body.ts'
import { accept, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { insertFile, makeReady, type ReadyFile, requireRoom } from './attach-file.ts'
import { writeDraft } from './edit-notice.ts'
import { findNotice } from './find-notice.ts'
import type { SavedDraft } from './views.ts'

function withImages(body: Body, ids: ReadonlyMap<string, string>): Body {
  const map = (blocks: readonly Block[]): Block[] =>
    blocks.flatMap((block): Block[] => {
      switch (block.type) {
        case 'image': {
          const attachmentId = ids.get(block.attrs.attachmentId)
          return attachmentId === undefined ? [] : [{ ...block, attrs: { ...block.attrs, attachmentId } }]
        }
        case 'bulletList':
          return [
            { ...block, content: block.content.map((item) => ({ ...item, content: map(item.content) })) },
          ]
        case 'orderedList':
          return [
            { ...block, content: block.content.map((item) => ({ ...item, content: map(item.content) })) },
          ]
        case 'table':
          return [
            {
              ...block,
              content: block.content.map((row) => ({
                ...row,
                content: row.content.map((cell) => ({ ...cell, content: map(cell.content) })),
              })),
            },
          ]
        case 'paragraph':
        case 'heading':
          return [block]
      }
    })
  return { type: 'doc', content: map(body.content) }
}

/** The working copy after filling, and what of the file could not be taken over. */
export type FilledDraft = { readonly draft: SavedDraft; readonly notes: readonly string[] }

/**
 * Fills a working copy from a Word file: title, headings, lists, tables, pictures. The fields stay as they are; a title
 * is only taken where there is none. Pictures, text and record are one transaction: a refusal leaves nothing behind.
 * Refuses `notice.docx-damaged`, `notice.wrong-state`, `notice.draft-conflict`, `attachment.*`.
 * @example await fillFromDocx(deps, handler, id, bytes)
 */
export async function fillFromDocx(
  deps: Deps,
  principal: Principal,
  id: string,
  bytes: Uint8Array,
): Promise<Result<FilledDraft>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const before = findNotice(deps.store.read, id, 'EDIT')
  if (!before.ok) return before
  const imported = await deps.work.run('importDocx', bytes)
  if (!imported.ok) return imported
  const ready = new Map<string, ReadyFile>()
  for (const image of imported.value.images) {
    const made = await makeReady(deps, { name: image.name, bytes: image.bytes, role: 'INLINE_IMAGE' })
    if (!made.ok) return made
    ready.set(image.id, made.value)
  }
  return deps.store.tx((write, read): Result<FilledDraft> => {
    const now = findNotice(read, id, 'EDIT')
    if (!now.ok) return now
    const ids = new Map(
      [...ready].map(([imageId, file]) => [imageId, insertFile(deps, write, read, id, file).id]),
    )
    const body = withImages(imported.value.body, ids)
    const room = requireRoom(read, id, body, 0)
    if (!room.ok) return room
    const { content, revision } = before.value
    const title = content.title === '' ? imported.value.title : content.title
    const saved = writeDraft(deps, write, read, principal, id, {
      revision,
      content: { ...content, title, body },
    })
    if (!saved.ok) return saved
    const subject = { kind: 'notice', id } as const
    record(deps, write, principal, 'notice.import-docx', subject, { images: ids.size })
    return accept({ draft: saved.value, notes: imported.value.notes })
  })
}
