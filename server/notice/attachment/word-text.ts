import { maskFindings } from '../../../domain/privacy/mask.ts'
import { plainValue } from '../../../domain/privacy/plain-digits.ts'
import { isBirthHeading, rowFindings, writtenValue } from '../../../domain/privacy/row-finding.ts'
import type { MaskWanted } from './prepared.ts'
import { elementsOf, type XmlElement, xmlText } from './xml.ts'

/** A paragraph of a Word part. `row` and `column` name its place in the innermost table, or are null. */
export type WordParagraph = {
  readonly text: string
  readonly row: string | null
  readonly column: string | null
  readonly slots: readonly Slot[]
}

/** A piece of a paragraph's text: a text element that can be rewritten, or a fixed sign (tab, line break). */
type Slot = { readonly node: XmlElement | null; readonly length: number }

type Place = { readonly row: string | null; readonly column: string | null }

const FIXED: Readonly<Record<string, string>> = {
  tab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
  ptab: '\t',
}

/**
 * Lists the paragraphs of a Word part in document order; the text of a paragraph is joined over its runs, because
 * Word cuts a number into runs wherever the typist paused. Text boxes count as paragraphs of their own.
 * @example wordParagraphs(root)[0]?.text // '关于低保的公示'
 */
export function wordParagraphs(root: XmlElement): readonly WordParagraph[] {
  const paragraphs: WordParagraph[] = []
  let tables = 0
  const visit = (node: XmlElement, place: Place): void => {
    if (node.local === 'p') {
      const inner: XmlElement[] = []
      const pieces: { slot: Slot; text: string }[] = []
      collect(node, pieces, inner)
      paragraphs.push({
        ...place,
        text: pieces.map(({ text }) => text).join(''),
        slots: pieces.map(({ slot }) => slot),
      })
      for (const box of inner) visit(box, place)
    } else if (node.local === 'tbl') {
      const table = tables
      tables += 1
      for (const [at, row] of elementsOf(node)
        .filter(({ local }) => local === 'tr')
        .entries()) {
        for (const [column, cell] of elementsOf(row)
          .filter(({ local }) => local === 'tc')
          .entries()) {
          visitAll(cell, { row: `t${table}r${at}`, column: `t${table}c${column}` })
        }
      }
    } else visitAll(node, place)
  }
  const visitAll = (node: XmlElement, place: Place): void => {
    for (const child of elementsOf(node)) visit(child, place)
  }
  visit(root, { row: null, column: null })
  return paragraphs
}

/** DrawingML writes text in `a:t` of `a:p`, Word in `w:t` of `w:p`; local names are the same. */
function collect(node: XmlElement, pieces: { slot: Slot; text: string }[], inner: XmlElement[]): void {
  for (const child of elementsOf(node)) {
    if (child.local === 'txbxContent' || child.local === 'p') inner.push(child)
    else if (child.local === 't' || child.local === 'delText') {
      const text = xmlText(child)
      pieces.push({ slot: { node: child, length: text.length }, text })
    } else if (child.local in FIXED) {
      // Inside paragraph properties, w:tab defines a tab stop.
      if (node.local === 'r') pieces.push({ slot: { node: null, length: 1 }, text: FIXED[child.local] ?? '' })
    } else collect(child, pieces, inner)
  }
}

/**
 * Masks the wanted values in a Word part and says in how many paragraphs something was masked. The tree is changed.
 * @example maskWordPart(root, (kind) => kind === 'MOBILE') // 3
 */
export function maskWordPart(root: XmlElement, wanted: MaskWanted): number {
  if (wanted === null) return 0
  const paragraphs = wordParagraphs(root)
  const headed = new Set(
    paragraphs.flatMap(({ column, text }) => (column && isBirthHeading(text) ? [column] : [])),
  )
  let masked = 0
  for (const row of rowsOf(paragraphs)) {
    const found = rowFindings(
      row.map(({ text }) => text),
      { today: null, headed: row.map(({ column }) => column !== null && headed.has(column)) },
    )
    for (const [index, paragraph] of row.entries()) {
      const chosen = (found[index] ?? []).filter((finding) =>
        wanted(finding.kind, plainValue(writtenValue(paragraph.text, finding))),
      )
      if (chosen.length === 0) continue
      masked += 1
      writeText(paragraph, maskFindings(paragraph.text, chosen))
    }
  }
  return masked
}

/**
 * Groups what follows each other in one table row; everything outside tables stands alone.
 * @example rowsOf([{ row: 'a' }, { row: 'a' }, { row: null }]).length // 2
 */
function rowsOf<T extends { readonly row: string | null }>(items: readonly T[]): readonly (readonly T[])[] {
  const rows: T[][] = []
  for (const item of items) {
    const last = rows.at(-1)
    if (item.row !== null && last?.[0]?.row === item.row) last.push(item)
    else rows.push([item])
  }
  return rows
}

function writeText({ slots }: WordParagraph, text: string): void {
  let at = 0
  for (const { node, length } of slots) {
    if (node !== null) node.children = [text.slice(at, at + length)]
    at += length
  }
}
