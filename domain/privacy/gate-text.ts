import type { PlacedBlock } from '../notice/body-text.ts'
import { inlineText, placedBlocks } from '../notice/body-text.ts'
import type { PublicContent } from '../notice/content.ts'
import type { LanguageText } from '../notice/language.ts'
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

/** What stands beside every text of the notice itself. */
const WRITTEN = { column: null, maskable: true, dropped: false } as const

type Field = Extract<HitPlace, { part: 'FIELD' }>['field']

function field(name: Field, text: string, maskable = true): GateText {
  return {
    ...WRITTEN,
    key: `F.${name}`,
    place: { part: 'FIELD', field: name },
    text,
    row: `F.${name}`,
    maskable,
  }
}

function fields(name: Field, texts: readonly string[]): readonly GateText[] {
  return texts.map((text, index) => ({ ...field(name, text, false), key: `F.${name}.${index}` }))
}

function languageTexts({ language, title, body, translator }: LanguageText): readonly GateText[] {
  const key = `L.${language}`
  const head: GateText = {
    ...WRITTEN,
    key,
    place: { part: 'LANGUAGE', language, path: null, tableRow: null },
    text: title,
    row: key,
  }
  const name: GateText = {
    ...WRITTEN,
    key: `${key}.translator`,
    place: { part: 'LANGUAGE', language, path: null, tableRow: null, of: 'TRANSLATOR' },
    text: translator,
    row: `${key}.translator`,
  }
  const blocks = [...placedBlocks(body)].map((placed): GateText => {
    const text = blockText(placed)
    return {
      ...text,
      key: `${key}.${text.key}`,
      row: `${key}.${text.row}`,
      column: text.column === null ? null : `${key}.${text.column}`,
      place: {
        part: 'LANGUAGE',
        language,
        path: placed.path,
        tableRow: placed.tableRow,
        ...(placed.block.type === 'image' && { of: 'IMAGE_ALT' as const }),
      },
    }
  })
  return [head, name, ...blocks]
}

const nothing = (): readonly GateText[] => []

/**
 * How each part of what goes public is read. The record names every part, so that a part added to the public content
 * does not compile before somebody has said how the gate reads it. Closed words, dates and sums hold no writing.
 */
const PARTS: Readonly<Record<keyof PublicContent, (content: PublicContent) => readonly GateText[]>> = {
  title: ({ title }) => [{ ...WRITTEN, key: 'T', place: { part: 'TITLE' }, text: title, row: 'T' }],
  addressee: ({ addressee }) => [field('addressee', addressee)],
  // Left empty by the handler it is the name of office or unit, which is read as such.
  signature: ({ signature, office, unit }) =>
    signature === office.name || signature === unit?.name ? [] : [field('signature', signature)],
  documentNumber: ({ documentNumber }) => [field('documentNumber', documentNumber)],
  body: ({ body }) => [...placedBlocks(body)].map(blockText),
  catalogue: ({ catalogue }) =>
    catalogue === null
      ? []
      : [catalogue.name, catalogue.level1, catalogue.level2].map((text, index) => ({
          ...field('catalogue', text, false),
          key: `F.catalogue.${index}`,
        })),
  // The credit code is checked when the office is saved, and is printed in full.
  office: ({ office }) => [field('office', office.name, false)],
  unit: ({ unit }) => (unit === undefined ? [] : [field('unit', unit.name, false)]),
  // The title of what is published already, which went through the gate of its own.
  interprets: nothing,
  keywords: ({ keywords = [] }) => fields('keywords', keywords),
  abstract: ({ abstract = '' }) => fields('abstract', [abstract]),
  change: ({ change }) => fields('change', [change?.note ?? '']),
  // The number to call about objections is the office's own; a mobile is still told.
  display: ({ display }) =>
    fields('display', [
      ...Object.values(display?.objection ?? {}),
      display?.basis ?? '',
      display?.renewal?.reason ?? '',
      ...(display?.places ?? []).map(({ name }) => name),
    ]),
  emergency: ({ emergency }) => fields('emergency', [emergency?.issuer ?? '']),
  consultation: ({ consultation }) =>
    fields('consultation', [
      ...(consultation?.channels ?? []).map(({ detail }) => detail),
      consultation?.shorterReason ?? '',
    ]),
  texts: ({ texts = [] }) => texts.flatMap(languageTexts),
  attachments: ({ attachments }) => attachments.map(({ id, name }) => attachmentName(id, name)),
  format: nothing,
  noticeKind: nothing,
  documentDate: nothing,
  issueDate: nothing,
  validity: nothing,
  expiresAt: nothing,
  disclosureMode: nothing,
  audience: nothing,
}

/**
 * Lists every text of a public content: title, printed fields, body with picture descriptions, catalogue path, name of
 * the office, names of files.
 * @example contentTexts(content)[0]?.place // { part: 'TITLE' }
 */
export function contentTexts(content: PublicContent): readonly GateText[] {
  return Object.values(PARTS).flatMap((texts) => texts(content))
}

function attachmentName(id: string, name: string): GateText {
  const key = `N.${id}`
  return { ...WRITTEN, key, place: { part: 'ATTACHMENT_NAME', attachmentId: id }, text: name, row: key }
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
  const texts = [attachmentName(id, name)]
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
