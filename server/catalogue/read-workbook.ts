import ExcelJS from 'exceljs'
import type { Grid, Merge } from '../../domain/catalogue/grid.ts'
import { accept, refuse } from '../../domain/refusal.ts'
import type { Result } from '../../domain/refusal.ts'

/** More rows or columns than any catalogue has; a stray value in row 1,048,576 must not fill the memory. */
const MOST_ROWS = 20_000
const MOST_COLUMNS = 256

/**
 * Parts of a sheet that carry no text of cells. A validation of a whole column, usual in forms from above, would make
 * exceljs build a million objects.
 */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'drawing',
  'legacyDrawing',
  'tableParts',
]

function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if ('richText' in value) return value.richText.map((run) => run.text).join('')
  if ('hyperlink' in value) return textOf(value.text as ExcelJS.CellValue)
  if ('error' in value) return value.error
  if ('result' in value) return textOf(value.result as ExcelJS.CellValue)
  return ''
}

function readMerge(range: string): Merge | null {
  const match = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(range)
  if (!match) return null
  const [, left = '', top = '', right = left, bottom = top] = match
  const column = (letters: string): number =>
    Array.from(letters).reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1
  return { top: Number(top) - 1, left: column(left), bottom: Number(bottom) - 1, right: column(right) }
}

function gridOf(worksheet: ExcelJS.Worksheet): Grid | null {
  const merges = worksheet.model.merges.map(readMerge).filter((merge) => merge !== null)
  const rows: string[][] = []
  let tooLarge = false
  worksheet.eachRow((row, number) => {
    if (number > MOST_ROWS) tooLarge = true
    if (tooLarge) return
    while (rows.length < number) rows.push([])
    const cells = rows[number - 1] ?? []
    row.eachCell((cell, column) => {
      // exceljs repeats a merged block's value in every cell of it; a grid has it once.
      if (cell.isMerged && cell.master.address !== cell.address) return
      const text = textOf(cell.value)
      if (text === '') return
      if (column > MOST_COLUMNS) tooLarge = true
      while (cells.length < Math.min(column, MOST_COLUMNS)) cells.push('')
      cells[column - 1] = text
    })
  })
  return tooLarge ? null : { sheet: worksheet.name, rows, merges }
}

/**
 * Reads the sheets of an XLSX workbook as plain text with their merged blocks; hidden rows and columns are read too,
 * sheets without any text are left out. Formulas give their last result.
 * Refuses `catalogue.file-damaged`, and `catalogue.file-too-large` with the most `rows` a sheet may have.
 * @example await readWorkbook(bytes) // { ok: true, value: [{ sheet: '社会救助领域', rows: […], merges: […] }] }
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<readonly Grid[]>> {
  const workbook = new ExcelJS.Workbook()
  try {
    const copy = new Uint8Array(bytes)
    await workbook.xlsx.load(copy.buffer as unknown as ExcelJS.Buffer, { ignoreNodes: IGNORED })
  } catch (error) {
    // exceljs answers a broken part with errors of every kind, TypeErrors included: the file is to blame.
    if (!(error instanceof Error)) throw error
    return refuse('catalogue.file-damaged')
  }
  const grids: Grid[] = []
  for (const worksheet of workbook.worksheets) {
    const grid = gridOf(worksheet)
    if (!grid) return refuse('catalogue.file-too-large', { rows: MOST_ROWS })
    if (grid.rows.some((row) => row.some((text) => text.trim() !== ''))) grids.push(grid)
  }
  return accept(grids)
}
