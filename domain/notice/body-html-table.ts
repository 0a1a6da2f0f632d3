import type { Block, Table, TableCell, TableRow } from './body.ts'
import { BODY_LIMITS } from './body-check.ts'
import type { HtmlElement } from './body-html-node.ts'
import { isElement, isHidden } from './body-html-node.ts'

/**
 * Turns an HTML table into a table of the body; merged cells stay merged, hidden rows and cells go. `cellBlocks`
 * reads the inside of a cell. Null when no cell is left.
 * @example tableFromHtml(element, () => [{ type: 'paragraph' }])
 */
export function tableFromHtml(
  table: HtmlElement,
  cellBlocks: (cell: HtmlElement) => readonly Block[],
): Table | null {
  const rows = rowElements(table)
    .map((row): TableRow => ({
      type: 'tableRow',
      content: cellElements(row).map((cell) => toCell(cell, cellBlocks)),
    }))
    .filter((row) => row.content.length > 0)
  return rows.length === 0 ? null : { type: 'table', content: withinRows(rows) }
}

/**
 * The single cell of a table that only serves as a frame around text, as old web pages do; else null.
 * @example frameCell(table)?.tag // 'td'
 */
export function frameCell(table: HtmlElement): HtmlElement | null {
  const cells = rowElements(table).flatMap(cellElements)
  return cells.length === 1 ? (cells[0] ?? null) : null
}

function rowElements(table: HtmlElement): readonly HtmlElement[] {
  return table.children.flatMap((child): readonly HtmlElement[] => {
    if (!isElement(child) || isHidden(child)) return []
    if (child.tag === 'tr') return [child]
    return /^(?:thead|tbody|tfoot)$/.test(child.tag) ? rowElements(child) : []
  })
}

function cellElements(row: HtmlElement): readonly HtmlElement[] {
  return row.children.filter(
    (child): child is HtmlElement => isElement(child) && /^t[dh]$/.test(child.tag) && !isHidden(child),
  )
}

function toCell(cell: HtmlElement, cellBlocks: (cell: HtmlElement) => readonly Block[]): TableCell {
  const colspan = span(cell.attrs['colspan'])
  const rowspan = span(cell.attrs['rowspan'])
  const content = cellBlocks(cell)
  const attrs = { ...(colspan > 1 ? { colspan } : {}), ...(rowspan > 1 ? { rowspan } : {}) }
  return {
    type: cell.tag === 'th' ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    content: content.length > 0 ? content : [{ type: 'paragraph' }],
  }
}

function span(written: string | undefined): number {
  const value = Number.parseInt(written ?? '1', 10)
  return Number.isFinite(value) ? Math.min(BODY_LIMITS.span, Math.max(1, value)) : 1
}

/** A cell that reaches below the last row makes editors and printers invent rows. */
function withinRows(rows: readonly TableRow[]): readonly TableRow[] {
  return rows.map((row, index) => ({
    ...row,
    content: row.content.map((cell) => {
      const rowspan = cell.attrs?.rowspan ?? 1
      return index + rowspan <= rows.length
        ? cell
        : { ...cell, attrs: { ...cell.attrs, rowspan: rows.length - index } }
    }),
  }))
}
