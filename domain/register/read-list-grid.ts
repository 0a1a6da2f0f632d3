import { headingKey, joinLabel, mendText } from '../catalogue/cell-text.ts'
import { type Grid, type GridView, viewGrid } from '../catalogue/grid.ts'
import { accept, refuse, type Result } from '../refusal.ts'

/** A place of the file that was not taken in, with the row as the person sees it in the sheet (from 1). */
export type ListNote = {
  readonly code: 'ROW_SKIPPED' | 'SHEET_SKIPPED'
  readonly sheet: string
  readonly row: number
  readonly text: string
}

/** A list as a file has it: headings and rows as texts, each row with its place in the sheet (from 1). */
export type ListReading = {
  /** What stands above the heading; empty when nothing does. */
  readonly name: string
  readonly labels: readonly string[]
  readonly rows: readonly { readonly row: number; readonly texts: readonly string[] }[]
  readonly notes: readonly ListNote[]
}

/** The most rows a list may have. */
export const MOST_ROWS = 5000

// The board counts rows by itself: a kept number would be wrong after the first change.
const SERIAL = /^(?:序号|序|行号|编号顺序)$/

type Row = { readonly index: number; readonly texts: readonly string[]; readonly own: readonly string[] }

function rowAt(view: GridView, index: number): Row {
  const columns = Array.from({ length: view.width }, (_, column) => column)
  return {
    index,
    texts: columns.map((column) => mendText(view.cell(index, column))),
    own: columns.map((column) => mendText(view.own(index, column))),
  }
}

const filled = (texts: readonly string[]): number => texts.filter((text) => text !== '').length

/** The first row with two texts of its own: titles above a table are one text across it. */
function headingRow(view: GridView): number {
  for (let row = 0; row < view.height; row += 1) if (filled(rowAt(view, row).own) >= 2) return row
  return -1
}

/** Rows the heading takes: as far down as its merged blocks reach, and one more below a block across columns. */
function headingHeight(grid: Grid, top: number): number {
  const begun = grid.merges.filter((merge) => merge.top === top)
  const deepest = Math.max(0, ...begun.map((merge) => merge.bottom - top))
  const across = begun.some((merge) => merge.right > merge.left && merge.bottom === top)
  return Math.min(3, Math.max(deepest + 1, across ? 2 : 1))
}

function labelOf(view: GridView, top: number, height: number, column: number): string {
  const path: string[] = []
  for (let row = top; row < top + height; row += 1) {
    const label = joinLabel(view.cell(row, column)).replaceAll('\n', '')
    if (label !== '' && headingKey(path.at(-1) ?? '') !== headingKey(label)) path.push(label)
  }
  return path.join('／')
}

/** Two columns of one name get a number each, so that neither is lost. */
function distinct(labels: readonly string[]): readonly string[] {
  return labels.map((label, index) => {
    const before = labels.slice(0, index).filter((one) => one === label).length
    return before === 0 ? label : `${label}（${before + 1}）`
  })
}

function readSheet(grid: Grid): Result<ListReading> {
  const view = viewGrid(grid)
  const top = headingRow(view)
  if (top < 0) return refuse('register.table-empty')
  const height = headingHeight(grid, top)
  const rows = Array.from({ length: view.height - top - height }, (_, index) =>
    rowAt(view, top + height + index),
  )
  const columns: { readonly index: number; readonly label: string }[] = []
  for (let index = 0; index < view.width; index += 1) {
    const label = labelOf(view, top, height, index)
    if (SERIAL.test(headingKey(label))) continue
    if (label !== '') columns.push({ index, label })
    else if (rows.some((row) => row.own[index] !== '')) {
      return refuse('register.column-unnamed', { column: index + 1 })
    }
  }
  const labels = distinct(columns.map(({ label }) => label))
  const notes: ListNote[] = []
  const taken: { readonly row: number; readonly texts: readonly string[] }[] = []
  for (const row of rows) {
    const texts = columns.map(({ index }) => row.texts[index] ?? '')
    if (filled(row.own) === 0) continue
    // A heading repeated on the next page, a section title or a remark across the table is no row.
    const heading = texts.every((text, index) => headingKey(text) === headingKey(columns[index]?.label ?? ''))
    if (heading || (filled(row.own) === 1 && columns.length > 1)) {
      const text = row.own.find((one) => one !== '') ?? ''
      notes.push({ code: 'ROW_SKIPPED', sheet: grid.sheet, row: row.index + 1, text })
    } else taken.push({ row: row.index + 1, texts })
  }
  if (columns.length === 0 || taken.length === 0) return refuse('register.table-empty')
  if (taken.length > MOST_ROWS) return refuse('register.too-many-rows', { most: MOST_ROWS })
  const name = top === 0 ? '' : (rowAt(view, 0).own.find((text) => text !== '') ?? '')
  return accept({ name: name.replaceAll('\n', ''), labels, rows: taken, notes })
}

/**
 * Reads an official list from the sheets of a file: the heading is the first row with several texts, merged blocks speak
 * for all their cells, and 序号 is left out because the board counts by itself. Only the first sheet with a table is read;
 * what is not taken in becomes a note. Refuses `register.table-empty`, `register.column-unnamed` with the `column` (from
 * 1), `register.too-many-rows`.
 * @example readListGrid([{ sheet: '', rows: [['序号', '事项名称', '依据'], ['1', '生育登记', '…']], merges: [] }])
 */
export function readListGrid(grids: readonly Grid[]): Result<ListReading> {
  const skipped: ListNote[] = []
  let found: Result<ListReading> = refuse('register.table-empty')
  for (const grid of grids) {
    if (found.ok) {
      skipped.push({ code: 'SHEET_SKIPPED', sheet: grid.sheet, row: 1, text: grid.sheet })
      continue
    }
    const reading = readSheet(grid)
    if (reading.ok || reading.code !== 'register.table-empty') found = reading
    if (!reading.ok && reading.code !== 'register.table-empty') return reading
  }
  return found.ok ? accept({ ...found.value, notes: [...found.value.notes, ...skipped] }) : found
}
