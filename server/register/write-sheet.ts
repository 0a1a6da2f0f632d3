import ExcelJS from 'exceljs'
import { sheetName } from '../../domain/catalogue/sheet-name.ts'

/** One sheet as an office files it: a title across it, a heading, rows of text, a line below. */
export type SheetToWrite = {
  readonly sheet: string
  readonly title: string
  /** Width in characters of the heading's typeface. */
  readonly columns: readonly { readonly label: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
  /** What stands below the table: office, day, who made it. */
  readonly foot: string
}

/**
 * Writes one sheet as XLSX for paper in landscape: heading repeated on every page, cells as text, so that nothing typed
 * into a list is taken for a formula.
 * @example await writeSheet({ sheet: '清单', title: '收费目录清单', columns: [], rows: [], foot: '' })
 */
export async function writeSheet(input: SheetToWrite): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(sheetName(input.sheet, '1'), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ state: 'frozen', ySplit: 2 }],
  })
  const last = Math.max(1, input.columns.length)
  input.columns.forEach(({ width }, index) => {
    sheet.getColumn(index + 1).width = width
  })
  const title = sheet.addRow([input.title])
  sheet.mergeCells(1, 1, 1, last)
  title.font = { name: '宋体', size: 16, bold: true }
  title.alignment = { horizontal: 'center', vertical: 'middle' }
  title.height = 32
  const border = { style: 'thin' } as const
  const lined = { top: border, left: border, bottom: border, right: border }
  const head = sheet.addRow(input.columns.map(({ label }) => label))
  for (const texts of [null, ...input.rows]) {
    const row = texts === null ? head : sheet.addRow([...texts])
    for (let column = 1; column <= last; column += 1) {
      const cell = row.getCell(column)
      cell.numFmt = '@'
      cell.border = lined
      cell.font = { name: '宋体', size: 11, bold: texts === null }
      cell.alignment = { wrapText: true, vertical: 'top', horizontal: texts === null ? 'center' : 'left' }
    }
  }
  sheet.pageSetup.printTitlesRow = '1:2'
  const foot = sheet.addRow([input.foot])
  sheet.mergeCells(foot.number, 1, foot.number, last)
  foot.font = { name: '宋体', size: 10 }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
