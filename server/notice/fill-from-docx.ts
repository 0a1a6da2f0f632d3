import type { Block, Body } from '../../domain/notice/body.ts'
import { accept, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'
import { attachFile } from './attach-file.ts'
import { saveDraft } from './edit-notice.ts'
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

/**
 * Fills a working copy from a Word file: title, headings, lists, tables, pictures. The fields stay as they are; a title
 * is only taken where there is none. Refuses `notice.docx-damaged`, `notice.wrong-state`, `attachment.*`.
 * @example await fillFromDocx(deps, handler, id, bytes)
 */
export async function fillFromDocx(
  deps: Deps,
  principal: Principal,
  id: string,
  bytes: Uint8Array,
): Promise<Result<{ readonly draft: SavedDraft; readonly notes: readonly string[] }>> {
  const before = findNotice(deps.store.read, id, 'EDIT')
  if (!before.ok) return before
  const imported = await deps.work.run('importDocx', bytes)
  if (!imported.ok) return imported
  const ids = new Map<string, string>()
  for (const image of imported.value.images) {
    const stored = await attachFile(deps, principal, id, {
      name: image.name,
      bytes: image.bytes,
      role: 'INLINE_IMAGE',
    })
    if (!stored.ok) return stored
    ids.set(image.id, stored.value.id)
  }
  const saved = saveDraft(deps, principal, id, {
    revision: before.value.revision,
    content: {
      ...before.value.content,
      title: before.value.content.title === '' ? imported.value.title : before.value.content.title,
      body: withImages(imported.value.body, ids),
    },
  })
  if (!saved.ok) return saved
  deps.store.tx((write) => {
    record(deps, write, principal, 'notice.import-docx', { kind: 'notice', id }, { images: ids.size })
  })
  return accept({ draft: saved.value, notes: imported.value.notes })
}
