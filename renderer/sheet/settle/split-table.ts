import { columnParts, type ColumnPart } from './column-parts.ts'

/** What the heads of the parts of a split table say. */
export type SplitWords = {
  /** Over the first part. */
  readonly part: (number: number, count: number) => string
  /** Over every further one: 续表. */
  readonly further: (number: number, count: number) => string
}

/** A cell with the columns it covers, from–to, both within. */
type PlacedCell = { readonly cell: HTMLTableCellElement; readonly from: number; readonly to: number }

/** Where each cell of each row stands, spans over rows counted. */
function placed(rows: readonly HTMLTableRowElement[]): readonly (readonly PlacedCell[])[] {
  const taken: number[] = []
  return rows.map((row) => {
    let column = 0
    const cells = [...row.cells].map((cell) => {
      while ((taken[column] ?? 0) > 0) column += 1
      const from = column
      const to = from + cell.colSpan - 1
      for (let at = from; at <= to; at += 1) taken[at] = cell.rowSpan
      column = to + 1
      return { cell, from, to }
    })
    for (const [at, left] of taken.entries()) taken[at] = Math.max(0, (left ?? 0) - 1)
    return cells
  })
}

const DIGITS = /^\d{1,6}$/u

/** Rows are told apart by their first column; where that only counts them, by the second too. */
function keysOf(grid: readonly (readonly PlacedCell[])[], columns: number): number {
  const firsts = grid.flatMap((cells) => {
    const [first] = cells
    return first && first.from === 0 && first.to === 0 && first.cell.tagName === 'TD' ? [first.cell] : []
  })
  const counts = firsts.length > 0 && firsts.every((cell) => DIGITS.test((cell.textContent ?? '').trim()))
  return counts && columns > 2 ? 2 : 1
}

function widthsOf(grid: readonly (readonly PlacedCell[])[], columns: number): readonly number[] {
  const widths = Array<number>(columns).fill(0)
  for (const cells of grid) {
    for (const { cell, from, to } of cells) if (from === to) widths[from] = cell.getBoundingClientRect().width
    if (widths.every((width) => width > 0)) break
  }
  return widths
}

/** A cell over the leading columns and more is what a row is called (合计): it is repeated, as wide as there is room. */
function isRowName({ from, to }: PlacedCell, keys: number): boolean {
  return from === 0 && to >= keys
}

function partRow(
  row: HTMLTableRowElement,
  cells: readonly PlacedCell[],
  part: ColumnPart,
): HTMLTableRowElement {
  const copy = row.cloneNode(false) as HTMLTableRowElement
  for (const { cell, from, to } of cells) {
    const covered = part.filter((column) => column >= from && column <= to).length
    if (covered === 0) continue
    const one = cell.cloneNode(true) as HTMLTableCellElement
    one.colSpan = covered
    copy.append(one)
  }
  return copy
}

function headRow(text: string, columns: number): HTMLTableRowElement {
  const row = document.createElement('tr')
  row.className = 'body-row body-row-part'
  const cell = document.createElement('th')
  cell.colSpan = columns
  cell.textContent = text
  row.append(cell)
  return row
}

/** Columns as wide against each other as they were measured, together as wide as the room. */
function columnGroup(part: ColumnPart, widths: readonly number[]): HTMLElement {
  const whole = part.reduce((sum, column) => sum + (widths[column] ?? 0), 0)
  const group = document.createElement('colgroup')
  for (const column of part) {
    const one = document.createElement('col')
    one.style.width = `${String(((widths[column] ?? 0) / whole) * 100)}%`
    group.append(one)
  }
  return group
}

function partTable(
  table: HTMLTableElement,
  grid: ReadonlyMap<HTMLTableRowElement, readonly PlacedCell[]>,
  part: ColumnPart,
  head: string,
  widths: readonly number[],
): HTMLTableElement {
  const copy = table.cloneNode(false) as HTMLTableElement
  copy.dataset['part'] = 'true'
  copy.style.tableLayout = 'fixed'
  const rowsOf = (rows: Iterable<HTMLTableRowElement>) =>
    [...rows].map((row) => partRow(row, grid.get(row) ?? [], part))
  const heads = document.createElement('thead')
  heads.append(headRow(head, part.length), ...rowsOf(table.tHead?.rows ?? []))
  const body = document.createElement('tbody')
  body.append(...rowsOf(table.tBodies[0]?.rows ?? []))
  copy.append(columnGroup(part, widths), heads, body)
  const carry = (table.dataset['carry'] ?? '')
    .split(',')
    .filter((text) => text !== '')
    .map((column) => part.indexOf(Number(column)))
    .filter((column) => column >= 0)
  if (carry.length > 0) copy.dataset['carry'] = carry.join(',')
  else delete copy.dataset['carry']
  return copy
}

const SLACK = 1
const NATURAL = 'body-table-natural'

/**
 * Splits the columns of a table too wide for its room into parts below each other, each with the leading columns and its own
 * number over it; in the largest size that needs no more parts than the smallest. False where a span stands in the way: then
 * the table is as it was.
 */
export function splitTable(table: HTMLTableElement, sizes: readonly number[], words: SplitWords): boolean {
  const frame = table.parentElement
  if (frame === null) return false
  const room = frame.clientWidth
  const rows = [...table.rows]
  const cells = placed(rows)
  const grid = new Map(rows.map((row, at) => [row, cells[at] ?? []]))
  const columns = Math.max(0, ...cells.flat().map(({ to }) => to + 1))
  const keys = keysOf(cells, columns)
  const spans = cells
    .flat()
    .filter((cell) => cell.to > cell.from && !isRowName(cell, keys))
    .map(({ from, to }) => [from, to] as const)
  const group = table.querySelector(':scope > colgroup')
  group?.remove()
  table.classList.add(NATURAL)
  let widths: readonly number[] = []
  const partsAt = (points: number) => {
    table.style.fontSize = `${String(points)}pt`
    widths = widthsOf(cells, columns)
    return columnParts({ widths, keys, spans }, room - SLACK)
  }
  const least = partsAt(sizes.at(-1) ?? 9)
  const size = least && sizes.find((points) => partsAt(points)?.length === least.length)
  const parts = size === null || size === undefined ? least : partsAt(size)
  table.classList.remove(NATURAL)
  if (group) table.prepend(group)
  if (parts === null || parts.length < 2) return false
  const tables = parts.map((part, at) => {
    const say = at === 0 ? words.part : words.further
    return partTable(table, grid, part, say(at + 1, parts.length), widths)
  })
  // React keeps its own table; it stays in the document and out of sight.
  table.style.display = 'none'
  table.dataset['split'] = 'true'
  frame.append(...tables)
  return true
}
