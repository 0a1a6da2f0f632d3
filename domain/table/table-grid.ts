import { bodyText } from '../notice/body-text.ts'
import type { Table, TableCell, TableRow } from '../notice/body.ts'

/** A row of a table laid out: for every column its cell; a cell over several rows or columns stands in each of them. */
export type GridRow = {
  readonly cells: readonly (TableCell | null)[]
  readonly texts: readonly string[]
  /** A line of sums, which belongs to no single entry. */
  readonly isSum: boolean
}

/** A table laid out for looking things up in it. */
export type TableGrid = {
  /** Rows of headings, as they were written. */
  readonly head: readonly TableRow[]
  /** The heading of each column; of several rows of headings all that stand over it, outermost first. */
  readonly headings: readonly string[]
  readonly rows: readonly GridRow[]
}

/** Against a row that claims to be wider than any table: what lies beyond is not laid out. */
const MOST_COLUMNS = 200

const SUM = /^(?:合计|总计|小计|共计|累计|总额|本页合计|本页小计|.{0,20}(?:合计|小计|总计))[:：]?$/u

function textOf(cell: TableCell): string {
  return bodyText({ type: 'doc', content: cell.content }).trim()
}

function laidOut(rows: readonly TableRow[]): (TableCell | null)[][] {
  const grid: (TableCell | null)[][] = rows.map(() => [])
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const cell of row.content) {
      while (grid[at]?.[column] !== undefined) column += 1
      const right = Math.min(MOST_COLUMNS, column + (cell.attrs?.colspan ?? 1))
      const below = Math.min(rows.length, at + (cell.attrs?.rowspan ?? 1))
      for (let y = at; y < below; y += 1) {
        const line = grid[y]
        for (let x = column; line && x < right; x += 1) line[x] = cell
      }
      column = right
    }
  }
  const width = grid.reduce((most, line) => Math.max(most, line.length), 0)
  return grid.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? null))
}

/** How many rows are headings: none where one of their cells reaches into the entries, since then it heads nothing. */
function headRows(table: Table): number {
  const first = table.content.findIndex((row) => !row.content.every(({ type }) => type === 'tableHeader'))
  const heads = first === -1 ? 0 : first
  const reaches = table.content
    .slice(0, heads)
    .some((row, at) => row.content.some((cell) => at + (cell.attrs?.rowspan ?? 1) > heads))
  return reaches ? 0 : heads
}

/**
 * Lays a table out: which cell stands where, what heads each column, which lines are sums. Without rows of headings every
 * heading is empty, and nothing can be said of the columns.
 * @example tableGrid(table).headings // ['户主', '村组', '金额']
 */
export function tableGrid(table: Table): TableGrid {
  const heads = headRows(table)
  const head = laidOut(table.content.slice(0, heads))
  const body = laidOut(table.content.slice(heads))
  const headings = (head[0] ?? body[0] ?? []).map((_, column) =>
    [...new Set(head.map((line) => line[column] ?? null))]
      .map((cell) => (cell ? textOf(cell) : ''))
      .filter((text) => text !== '')
      .join(' '),
  )
  const rows = body.map((cells): GridRow => {
    const texts = cells.map((cell) => (cell ? textOf(cell) : ''))
    const label = texts.find((text) => text !== '') ?? ''
    return { cells, texts, isSum: SUM.test(label) || cells[0]?.type === 'tableHeader' }
  })
  return { head: table.content.slice(0, heads), headings, rows }
}
