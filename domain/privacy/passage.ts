import type { AttachmentPlace } from './gate-hit.ts'

/**
 * A piece of text read from an attachment. `dropped` text stood in the original and is not in the public copy;
 * passages of one table row share `row`, so that a word is seen beside a name in another cell, and passages of one
 * column share `column`, so that a date under 出生年月 is read as a birth date.
 * @example { where: { kind: 'CELL', sheet: '名单', cell: 'C17', hidden: true }, text: '…', dropped: true, row: '0!17' }
 */
export type Passage = {
  readonly where: AttachmentPlace
  readonly text: string
  readonly dropped: boolean
  readonly row?: string
  readonly column?: string
}

/**
 * Says whether a number at this place of a public copy can be masked by the program: text of Word and Excel files
 * can be rewritten, a PDF page or a picture can only be replaced by the person who made it.
 * @example isMaskablePlace({ kind: 'PAGE', page: 1 }) // false
 */
export function isMaskablePlace(where: AttachmentPlace): boolean {
  switch (where.kind) {
    case 'CELL':
    case 'SHEET_NAME':
    case 'SHEET_HEADER_FOOTER':
    case 'PARAGRAPH':
    case 'HEADER':
    case 'FOOTER':
    case 'FOOTNOTE':
      return true
    case 'CELL_COMMENT':
    case 'COMMENT':
    case 'TRACKED_CHANGE':
    case 'HIDDEN_TEXT':
    case 'PROPERTY':
    case 'PAGE':
    case 'OTHER':
      return false
  }
}
