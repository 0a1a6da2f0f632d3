import { writeAmount } from '../../../domain/table/amount.ts'
import { pageTotals, type PageTotals } from '../../../domain/table/carry.ts'
import type { SheetTemplate } from '../../../domain/sheet/template.ts'
import { turned, typeArea } from '../../../domain/sheet/type-area.ts'

/** What the added rows are called: 本页合计, 过次页, 承前页. */
export type CarryWords = { readonly page: string; readonly forward: string; readonly brought: string }

const PX_PER_MM = 96 / 25.4
/** Kept free on each page: margins of the table and the rounding of many rows. */
const SLACK_MM = 9

/**
 * Says which rows go on which page, by their measured heights; every page has room for its added rows.
 * @example splitRows([10, 10, 10], { first: 25, further: 30 }) // [[0, 1], [2]]
 */
export function splitRows(
  heights: readonly number[],
  room: { readonly first: number; readonly further: number },
): readonly (readonly number[])[] {
  const pages: number[][] = []
  let left = 0
  for (const [row, height] of heights.entries()) {
    const page = pages.at(-1)
    if (page && height <= left) {
      page.push(row)
      left -= height
      continue
    }
    // A row taller than any page stands alone, and the browser breaks it.
    const whole = pages.length === 0 ? room.first : room.further
    if (pages.length === 0 && height > whole) {
      pages.push([])
      left = room.further
      pages.push([row])
      left -= height
      continue
    }
    pages.push([row])
    left = whole - height
  }
  return pages
}

const ROWS_WITH_END = 3

/**
 * Takes the last rows over to one more page where what ends the sheet (`end`, its height) does not fit below them: nobody signs
 * a page without a line of the accounts.
 * @example withEnd([[0, 1, 2, 3]], [10, 10, 10, 10], { first: 45, further: 50 }, 20) // [[0], [1, 2, 3]]
 */
export function withEnd(
  pages: readonly (readonly number[])[],
  heights: readonly number[],
  room: { readonly first: number; readonly further: number },
  end: number,
): readonly (readonly number[])[] {
  const heightOf = (rows: readonly number[]) => rows.reduce((sum, row) => sum + (heights[row] ?? 0), 0)
  const last = pages.at(-1) ?? []
  if (heightOf(last) + end <= (pages.length === 1 ? room.first : room.further)) return pages
  const moved = last.slice(-ROWS_WITH_END)
  if (moved.length === last.length || heightOf(moved) + end > room.further) return pages
  return [...pages.slice(0, -1), last.slice(0, -ROWS_WITH_END), moved]
}

function carriedColumns(table: HTMLTableElement): readonly number[] {
  return (table.dataset['carry'] ?? '').split(',').map(Number)
}

/** Total rows stand behind a heading cell and are not counted again. */
function isEntry(row: HTMLTableRowElement): boolean {
  return row.querySelector('th') === null
}

function widthsOf(table: HTMLTableElement): readonly number[] {
  const row = [...table.rows].find((one) => [...one.cells].every((cell) => cell.colSpan === 1))
  return row ? [...row.cells].map((cell) => cell.getBoundingClientRect().width) : []
}

function addedRow(
  like: HTMLTableRowElement,
  columns: readonly number[],
  label: string,
  sums: readonly bigint[],
): HTMLTableRowElement {
  const row = document.createElement('tr')
  row.className = like.className
  const first = Math.min(...columns)
  const cells = [...like.cells]
  const head = document.createElement('th')
  head.className = 'body-cell body-cell-header'
  head.colSpan = first
  head.textContent = label
  row.append(head)
  for (const [column, cell] of cells.entries()) {
    if (column < first) continue
    const copy = cell.cloneNode(true) as HTMLTableCellElement
    const sum = sums[columns.indexOf(column)]
    const text = columns.includes(column) && sum !== undefined ? writeAmount(sum) : ''
    // The paragraph inside keeps the alignment of the column.
    const line = copy.querySelector('.body-paragraph') ?? copy
    line.textContent = text
    row.append(copy)
  }
  return row
}

function textsOf(
  rows: readonly HTMLTableRowElement[],
  columns: readonly number[],
): readonly (readonly string[])[] {
  return rows.filter(isEntry).map((row) => columns.map((column) => row.cells[column]?.textContent ?? ''))
}

function pageTable(
  table: HTMLTableElement,
  widths: readonly number[],
  rows: readonly HTMLTableRowElement[],
): HTMLTableElement {
  const copy = table.cloneNode(false) as HTMLTableElement
  delete copy.dataset['carry']
  copy.style.tableLayout = 'fixed'
  copy.style.display = ''
  const group = document.createElement('colgroup')
  for (const width of widths) {
    const column = document.createElement('col')
    column.style.width = `${String(width)}px`
    group.append(column)
  }
  const body = document.createElement('tbody')
  body.append(...rows)
  copy.append(group, ...(table.tHead ? [table.tHead.cloneNode(true)] : []), body)
  return copy
}

/** Height of the page a table stands on, between its margins, in mm. */
function pageHeight(table: HTMLTableElement, template: SheetTemplate): number {
  return typeArea(isTurned(table) ? turned(template) : template).height
}

/** A turned table begins on a page of its own. */
function isTurned(table: HTMLTableElement): boolean {
  return table.closest('[data-turned]') !== null
}

/** Height of what ends the sheet below a table, in px; none where text stands between that can be broken itself. */
function endBelow(area: HTMLElement, table: HTMLTableElement, page: number): number {
  const closing = area.querySelector(':scope > .closing')
  if (closing === null || isTurned(table)) return 0
  const { bottom } = table.getBoundingClientRect()
  const { top, bottom: end } = closing.getBoundingClientRect()
  return top >= bottom && top - bottom < page / 8 ? end - bottom : 0
}

function carryTable(
  area: HTMLElement,
  table: HTMLTableElement,
  template: SheetTemplate,
  words: CarryWords,
): void {
  const columns = carriedColumns(table)
  const frame = table.parentElement
  const rows = [...(table.tBodies[0]?.rows ?? [])]
  const like = rows.find(isEntry)
  const widths = widthsOf(table)
  const spans = rows.some((row) => [...row.cells].some((cell) => cell.rowSpan > 1))
  // Without a column before the first sum there is no room for the word.
  if (!frame || !like || widths.length === 0 || spans || Math.min(...columns) < 1) return

  const heights = rows.map((row) => row.getBoundingClientRect().height)
  const probe = addedRow(like, columns, words.brought, [])
  table.tBodies[0]?.append(probe)
  const added = probe.getBoundingClientRect().height
  probe.remove()
  const page = (pageHeight(table, template) - SLACK_MM) * PX_PER_MM
  const head = table.tHead?.getBoundingClientRect().height ?? 0
  const above = isTurned(table) ? 0 : table.getBoundingClientRect().top - area.getBoundingClientRect().top
  // What is above may itself have been broken over pages: then the table begins on a new one.
  const first = above < page ? page - above - head - 2 * added : 0
  const end = endBelow(area, table, page)
  const fits = heights.reduce((sum, height) => sum + height, 0) <= first + 2 * added
  const whole = pageHeight(table, template) * PX_PER_MM
  if (fits && (end === 0 || area.getBoundingClientRect().height <= whole)) return

  const room = { first, further: page - head - 3 * added }
  const pages = withEnd(splitRows(heights, room), heights, room, end)
  if (fits && pages.length === 1) return
  const shown = pages.map((list) => list.flatMap((row) => rows[row] ?? []))
  const totals = pageTotals(shown.map((list) => textsOf(list, columns)))
  for (const [at, list] of shown.entries()) {
    if (list.length === 0) continue
    const { page: sums, forward } = totals[at] as PageTotals
    const before = at > 0 ? totals[at - 1] : undefined
    const isFirst = shown.slice(0, at).every((earlier) => earlier.length === 0)
    const copies = list.map((row) => row.cloneNode(true) as HTMLTableRowElement)
    const foot = copies.findLastIndex((row) => row.querySelector('th') === null) + 1
    copies.splice(foot, 0, addedRow(like, columns, words.page, sums))
    if (at < shown.length - 1) copies.push(addedRow(like, columns, words.forward, forward))
    if (!isFirst && before) copies.unshift(addedRow(like, columns, words.brought, before.forward))
    const carried = pageTable(table, widths, copies)
    carried.dataset['carried'] = String(at + 1)
    if (at > 0) carried.style.breakBefore = 'page'
    frame.append(carried)
  }
  // React keeps its own table; it stays in the document and out of sight.
  table.style.display = 'none'
  table.dataset['split'] = 'true'
}

/**
 * Splits every table whose sums are carried forward into one table a page, by measured heights: 承前页 at the head, 本页合计
 * and 过次页 at the foot. A table that fits its page stays as it is.
 */
export function carryTables(area: HTMLElement, template: SheetTemplate, words: CarryWords): void {
  for (const table of area.querySelectorAll<HTMLTableElement>('table[data-carry]:not([data-split])')) {
    carryTable(area, table, template, words)
  }
}
