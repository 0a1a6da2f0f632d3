import { readAmount } from './amount.ts'
import type { TableCorrection, TableReading, TableRow, TableRows, TableSheet } from './table-reading.ts'

const TOTAL = /^(?:合计|总计|共计|本月合计|本表合计|累计)/u
const SUBTOTAL = /^小计|小计$/u
/** Sums and balances, wherever they stand. */
const BALANCE = /^(?:月末结余|期末结余|本月结余|本页合计|过次页|承前页)/u
const FOOT = /^(?:制表|填表|审核|负责人|说明|备注|注|现金|银行存款|债权|债务|村委会主任|其中|大写)/u
const OPENING = /^(?:上月|期初|上期|承前)(?:结余|结转|结存|余额|页)/u

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '')
}

/** 债务偿还 with an amount beside it is money spent, and 债务 under the table a note: the amount and the place tell them apart. */
function hasAmount(words: readonly string[]): boolean {
  return words.slice(1).some((text) => readAmount(text, 'YUAN').kind === 'FEN')
}

function said(row: readonly string[]): readonly string[] {
  return row.map(bare).filter((text) => text !== '')
}

/**
 * The sheet with the clerk's corrections put in; the newest correction of a cell holds.
 * @example correctedRows(sheet, [{ row: 5, column: 3, text: '30' }])[5][3] // '30'
 */
export function correctedRows(
  sheet: TableSheet,
  corrections: readonly TableCorrection[],
): readonly (readonly string[])[] {
  if (corrections.length === 0) return sheet.rows
  const rows = sheet.rows.map((row) => [...row])
  for (const { row, column, text } of corrections) {
    const cells = rows[row]
    if (!cells) continue
    while (cells.length <= column) cells.push('')
    cells[column] = text
  }
  return rows
}

/**
 * Sorts the rows of a sheet: headings, entries, totals, what stands around them, what is hidden or left out. A balance
 * brought forward is no entry; above the first total a row with an amount is one, whatever its first word. A total stays
 * one though it be left out or called an entry.
 * @example sortRows(sheet, reading, []).data.length // 23
 */
export function sortRows(
  sheet: TableSheet,
  reading: Pick<TableReading, 'headerRow' | 'withHidden' | 'leftOut' | 'entries'>,
  corrections: readonly TableCorrection[],
): TableRows {
  const rows = correctedRows(sheet, corrections)
  const header = (rows[reading.headerRow] ?? []).map((text) => text.trim())
  const hiddenRows = new Set(sheet.hiddenRows)
  const leaving = new Set(reading.leftOut)
  const called = new Set(reading.entries)
  const data: TableRow[] = []
  const totals: TableRow[] = []
  const subtotals: TableRow[] = []
  const around: TableRow[] = []
  const hidden: TableRow[] = []
  const leftOut: TableRow[] = []
  let ended = false
  for (const [at, cells] of rows.entries()) {
    const words = said(cells)
    if (at === reading.headerRow || words.length === 0) continue
    const row = { at, cells: cells.map((text) => text.trim()) }
    const first = words[0] ?? ''
    if (at < reading.headerRow) around.push(row)
    else if (hiddenRows.has(at) && !reading.withHidden) hidden.push(row)
    else if (words.slice(0, 2).some((text) => TOTAL.test(text))) {
      totals.push(row)
      ended = true
    } else if (words.slice(0, 2).some((text) => SUBTOTAL.test(text))) subtotals.push(row)
    else if (leaving.has(at)) leftOut.push(row)
    else if (called.has(at)) data.push(row)
    else if (BALANCE.test(first)) around.push(row)
    else if (words.slice(0, 3).some((text) => OPENING.test(text))) around.push(row)
    // Signatures and notes below; a row with as many cells as an entry is an entry, though it stands under a total.
    else if ((FOOT.test(first) && (ended || !hasAmount(words))) || (ended && words.length < 3))
      around.push(row)
    else data.push(row)
  }
  return { header, data, totals, subtotals, around, hidden, leftOut }
}
