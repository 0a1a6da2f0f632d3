import type { Cell, Worksheet } from 'exceljs'
import type { AttachmentPlace } from '../../../domain/privacy/gate-hit.ts'
import type { Passage } from '../../../domain/privacy/passage.ts'
import { cellText } from './sheet-cell.ts'

/** Which rows and columns of a sheet a reader sees, and where they stand when the others are gone (from 1). */
export type SheetGrid = {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly hidesRows: boolean
  readonly hidesColumns: boolean
}

/** A sheet can claim 16,384 columns for a formatted row; texts beyond this are read, empty cells are not. */
const WIDEST_EMPTY = 200

/**
 * Finds the rows and columns that are shown: neither hidden, nor filtered away, nor of no height or width.
 * @example gridOf(sheet).columns // [1, 2, 4]
 */
export function gridOf(sheet: Worksheet): SheetGrid {
  const rows: number[] = []
  let hidesRows = false
  let lastColumn = Math.min(sheet.columnCount, WIDEST_EMPTY)
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    if (row.hidden || row.height === 0) hidesRows = true
    else rows.push(number)
    row.eachCell({ includeEmpty: false }, (_cell, column) => {
      lastColumn = Math.max(lastColumn, column)
    })
  })
  const columns: number[] = []
  for (let column = 1; column <= lastColumn; column += 1) {
    const { hidden, width } = sheet.getColumn(column)
    if (!hidden && width !== 0) columns.push(column)
  }
  return { rows, columns, hidesRows, hidesColumns: columns.length < lastColumn }
}

/**
 * The number of shown rows or columns up to and including one; it is the new number of a shown one.
 * @example placeAmong([1, 2, 4], 4) // 3
 */
export function placeAmong(shown: readonly number[], number: number): number {
  let low = 0
  let high = shown.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((shown[middle] ?? 0) <= number) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Lists the filled cells of a sheet as passages, those that fit `wanted` only.
 * @example cellPassages(sheet, 0, () => true, { hidden: false, dropped: false })
 */
export function cellPassages(
  sheet: Worksheet,
  index: number,
  wanted: (row: number, column: number) => boolean,
  state: { readonly hidden: boolean; readonly dropped: boolean },
): readonly Passage[] {
  const passages: Passage[] = []
  sheet.eachRow({ includeEmpty: false }, (row, rowNumber) => {
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (isCovered(cell) || !wanted(rowNumber, column)) return
      const text = cellText(cell.value)
      if (text.trim() === '') return
      passages.push({
        where: { kind: 'CELL', sheet: sheet.name, cell: cell.address, hidden: state.hidden },
        text,
        dropped: state.dropped,
        row: `${index}!${rowNumber}`,
        column: `${state.dropped ? 'dropped ' : ''}${index}!${column}`,
      })
    })
  })
  return passages
}

/**
 * Says whether a cell lies under a merged cell that begins elsewhere; it then repeats the other one's value.
 * @example isCovered(sheet.getCell('B1'))
 */
export function isCovered(cell: Cell): boolean {
  return cell.isMerged && cell.master.address !== cell.address
}

/** The sheet a copied sheet was made from. */
export type SheetOrigin = { readonly name: string; readonly grid: SheetGrid }

/**
 * Says where a cell of the copy stands in the original: there the hidden rows and columns still count.
 * @example placeInOriginal({ kind: 'CELL', sheet: '名单', cell: 'C2', hidden: false }, origins)
 */
export function placeInOriginal(
  where: AttachmentPlace,
  origins: ReadonlyMap<string, SheetOrigin>,
): AttachmentPlace {
  const origin = 'sheet' in where ? origins.get(where.sheet) : undefined
  if (!('sheet' in where) || origin === undefined) return where
  if (where.kind !== 'CELL') return { ...where, sheet: origin.name }
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(where.cell) ?? []
  const row = origin.grid.rows[Number(digits) - 1]
  const column = origin.grid.columns[columnNumber(letters) - 1]
  if (row === undefined || column === undefined) return { ...where, sheet: origin.name }
  return { ...where, sheet: origin.name, cell: `${columnLetters(column)}${row}` }
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}
