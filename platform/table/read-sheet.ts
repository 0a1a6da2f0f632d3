import { Temporal } from 'temporal-polyfill'
import type { Grid, Merge } from '../../domain/catalogue/grid.ts'
import { columnLetters } from '../../domain/catalogue/layout.ts'
import { walkXml } from './walk-xml.ts'
import { type SheetPart, unescapeText, type WorkbookParts } from './workbook-parts.ts'

/** More rows or columns than any catalogue has; a stray value in row 1,048,576 must not fill the memory. */
export const MOST_ROWS = 20_000
const MOST_COLUMNS = 256
/** Cells the merged blocks of one sheet may claim together: a few bytes may claim the whole sheet. */
const MOST_MERGED = 500_000
/** Formulas without a value that are told of one row, in characters. */
const MOST_TOLD = 200

/** Thrown by `readSheet` where a sheet is larger than any catalogue. */
export class SheetTooLarge extends Error {}

function columnOf(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1
}

function readMerge(range: string): Merge {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(range.trim())
  if (!match) throw new Error('a merged block that names no cells')
  const [, left = '', top = '', right = left, bottom = top] = match
  return {
    top: Math.min(Number(top), Number(bottom)) - 1,
    left: Math.min(columnOf(left), columnOf(right)),
    bottom: Math.max(Number(top), Number(bottom)) - 1,
    right: Math.max(columnOf(left), columnOf(right)),
  }
}

type Cell = {
  readonly kind: string
  readonly style: number
  value: string | null
  text: string
  formula: string | null
}

function dayOf(days: number, since1904: boolean): string {
  const first = Temporal.PlainDate.from(since1904 ? '1904-01-01' : '1899-12-30')
  return first.add({ days: Math.floor(days) }).toString()
}

function numberText(value: string, style: number, { styles, since1904 }: WorkbookParts): string {
  const number = Number(value)
  if (value.trim() === '' || Number.isNaN(number)) return value
  const shown = styles[style] ?? null
  if (shown === 'DATE') return number >= 0 && number < 2_958_466 ? dayOf(number, since1904) : String(number)
  return shown && Number.isInteger(number) ? `${shown.before}${number}${shown.after}` : String(number)
}

function textOf({ kind, style, value, text }: Cell, parts: WorkbookParts): string {
  if (kind === 'inlineStr') return unescapeText(text)
  if (value === null || value === '') return ''
  if (kind === 's') return parts.strings[Number(value)] ?? ''
  if (kind === 'b') return Number(value) === 0 ? 'FALSE' : 'TRUE'
  if (kind === 'd') return value.slice(0, 10)
  return kind === 'str' || kind === 'e' ? value : numberText(value, style, parts)
}

/** A merged block has its text in its first cell; what lies hidden under the others is not seen. */
function clearUnder(rows: readonly string[][], merges: readonly Merge[]): void {
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1) {
      const cells = rows[row] ?? []
      for (let column = left; column <= Math.min(right, cells.length - 1); column += 1) {
        if (row !== top || column !== left) cells[column] = ''
      }
    }
  }
}

/**
 * Reads the cells of one sheet as the eye sees them, with its merged blocks; formulas give their last result, and those
 * that have none are told in `missing`. Throws `SheetTooLarge`, and an Error where the part is not well-formed.
 * @example readSheet(sheet, parts).rows[0] // ['序号', '一级事项']
 */
export function readSheet({ name: sheet, part }: SheetPart, parts: WorkbookParts): Grid {
  const rows: string[][] = []
  const merges: Merge[] = []
  const missing: { row: number; text: string }[] = []
  let merged = 0
  let row = -1
  let column = -1
  let cell: Cell | null = null
  let into: 'value' | 'text' | 'formula' | null = null
  let sounds = 0
  const keep = (done: Cell): void => {
    const unknown =
      done.formula !== null && (done.value === null || (done.value === '' && done.kind !== 'str'))
    const text = textOf(done, parts)
    if (text === '' && !unknown) return
    if (row >= MOST_ROWS || column >= MOST_COLUMNS) throw new SheetTooLarge()
    if (unknown) {
      const told = missing.at(-1)
      const formula = `=${(done.formula ?? '').slice(0, MOST_TOLD / 2)}`
      const line = `${columnLetters(column)}${row + 1} ${formula}`
      if (told?.row !== row) missing.push({ row, text: line })
      else if (told.text.length < MOST_TOLD) told.text += `；${line}`
      return
    }
    while (rows.length <= row) rows.push([])
    const cells = rows[row] ?? []
    while (cells.length < column) cells.push('')
    cells[column] = text
  }
  walkXml(part, {
    open: (name, { r = '', t = 'n', s = '0', ref = '' }) => {
      if (name === 'row') {
        row = r === '' ? row + 1 : Number(r) - 1
        if (!Number.isInteger(row) || row < 0) throw new Error('a row without a place')
        column = -1
      } else if (name === 'c') {
        const letters = /^[A-Z]{1,3}(?=\d)/i.exec(r)?.[0]
        column = letters === undefined ? column + 1 : columnOf(letters)
        cell = { kind: t, style: Number(s), value: null, text: '', formula: null }
      } else if (name === 'mergeCell') {
        const merge = readMerge(ref)
        merged += (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1)
        if (merged > MOST_MERGED) throw new SheetTooLarge()
        merges.push(merge)
      } else if (name === 'rPh') sounds += 1
      if (cell && name === 'v') cell.value = ''
      if (cell && name === 'f') cell.formula = ''
      into = name === 'v' ? 'value' : name === 'f' ? 'formula' : name === 't' && sounds === 0 ? 'text' : null
    },
    text: (text) => {
      if (cell && into) cell[into] = (cell[into] ?? '') + text
    },
    close: (name) => {
      into = null
      if (name === 'rPh') sounds -= 1
      if (name === 'c' && cell) {
        keep(cell)
        cell = null
      }
    },
  })
  clearUnder(rows, merges)
  return { sheet, rows, merges, ...(missing.length > 0 && { missing }) }
}
