import type { PlacedBlock } from '../notice/body-text.ts'
import { inlineText, placedBlocks } from '../notice/body-text.ts'
import type { DraftContent } from '../notice/content.ts'
import { detectNumbers } from './detect-number.ts'
import type { AttachmentPlace, HitPlace } from './gate-hit.ts'
import { maskFindings } from './mask.ts'
import type { Passage } from './passage.ts'
import { isMaskablePlace } from './passage.ts'

/**
 * One text the gate reads. `key` names the place within the notice without repeating anything written there; texts
 * with the same `row` are read together for words beside names; `column` finds the heading of a cell.
 */
export type GateText = {
  readonly key: string
  readonly place: HitPlace
  readonly text: string
  readonly row: string
  readonly column: string | null
  readonly maskable: boolean
  readonly dropped: boolean
}

/** Fields besides title and body that are printed with a notice. */
const GATE_FIELDS = ['addressee', 'signature', 'documentNumber'] as const

/** What a reader sees of a notice and the gate reads: a draft has it, and so does what was handed in. */
export type GatedContent = Pick<DraftContent, 'title' | 'body' | 'addressee' | 'signature' | 'documentNumber'>

/**
 * Lists the texts of a draft in the order a reader meets them: title, printed fields, body with picture descriptions.
 * @example contentTexts(content)[0]?.place // { part: 'TITLE' }
 */
export function contentTexts(content: GatedContent): readonly GateText[] {
  const plain = { column: null, maskable: true, dropped: false }
  const texts: GateText[] = [{ ...plain, key: 'T', place: { part: 'TITLE' }, text: content.title, row: 'T' }]
  for (const field of GATE_FIELDS) {
    const key = `F.${field}`
    texts.push({ ...plain, key, place: { part: 'FIELD', field }, text: content[field], row: key })
  }
  for (const placed of placedBlocks(content.body)) texts.push(blockText(placed))
  return texts
}

function blockText({ block, path, tableRow, cellPath }: PlacedBlock): GateText {
  const image = block.type === 'image'
  const key = `B.${path.join('.')}${image ? '.alt' : ''}`
  return {
    key,
    place: { part: 'BODY', path, tableRow, ...(image ? { of: 'IMAGE_ALT' as const } : {}) },
    text: image ? block.attrs.alt : inlineText(block.content),
    row: cellPath === null ? key : `B.${cellPath.slice(0, -1).join('.')}`,
    column: cellPath === null ? null : `B.${cellPath.slice(0, -2).join('.')}|${cellPath.at(-1) ?? 0}`,
    maskable: true,
    dropped: false,
  }
}

/**
 * Lists the texts of one attachment: its name, then every passage read from it.
 * @example attachmentTexts({ id: 'a1', name: '名单.xlsx', passages: [] }).length // 1
 */
export function attachmentTexts(attachment: {
  readonly id: string
  readonly name: string
  readonly passages: readonly Passage[]
}): readonly GateText[] {
  const { id, name, passages } = attachment
  const nameKey = `N.${id}`
  const texts: GateText[] = [
    {
      key: nameKey,
      place: { part: 'ATTACHMENT_NAME', attachmentId: id },
      text: name,
      row: nameKey,
      column: null,
      maskable: true,
      dropped: false,
    },
  ]
  for (const [index, { where, text, dropped, row, column }] of passages.entries()) {
    const key = `A.${id}.${index}`
    texts.push({
      key,
      place: { part: 'ATTACHMENT', attachmentId: id, where: safePlace(where) },
      text,
      row: row === undefined ? key : `A.${id}.${dropped ? 'd' : 'p'}.${row}`,
      column: column === undefined ? null : `A.${id}.${column}`,
      maskable: !dropped && isMaskablePlace(where),
      dropped,
    })
  }
  return texts
}

/** A sheet or a property can be called by a telephone number; the place is shown and logged, so it is masked too. */
function safePlace(where: AttachmentPlace): AttachmentPlace {
  const safe = (name: string): string => maskFindings(name, detectNumbers(name))
  switch (where.kind) {
    case 'CELL':
    case 'CELL_COMMENT':
    case 'SHEET_HEADER_FOOTER':
    case 'SHEET_NAME':
      return { ...where, sheet: safe(where.sheet) }
    case 'PROPERTY':
      return { ...where, property: safe(where.property) }
    case 'OTHER':
      return { ...where, entry: safe(where.entry) }
    case 'PARAGRAPH':
    case 'HEADER':
    case 'FOOTER':
    case 'COMMENT':
    case 'FOOTNOTE':
    case 'TRACKED_CHANGE':
    case 'HIDDEN_TEXT':
    case 'PAGE':
      return where
  }
}
