import ExcelJS from 'exceljs'

/** A sheet to write: what it is called, its lines of explanation, its columns, its rows. */
export type SheetToWrite = {
  readonly name: string
  /** Lines above the table: what was counted, and how. */
  readonly head: readonly string[]
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly rows: Iterable<readonly (string | number | null)[]>
}

/**
 * Writes sheets into an XLSX file: headings stay in sight, text is text, long cells wrap.
 * @example await writeWorkbook([{ name: '及时性', head: [], columns, rows }])
 */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const { name, head, columns, rows } of sheets) {
    const sheet = book.addWorksheet(name, {
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      views: [{ state: 'frozen', ySplit: head.length + 1 }],
    })
    columns.forEach(({ width }, at) => {
      const column = sheet.getColumn(at + 1)
      column.width = width
      column.alignment = { vertical: 'top', wrapText: true }
    })
    for (const line of head) {
      const row = sheet.addRow([line])
      sheet.mergeCells(row.number, 1, row.number, Math.max(1, columns.length))
      row.getCell(1).alignment = { wrapText: true, vertical: 'top' }
    }
    const titles = sheet.addRow(columns.map(({ title }) => title))
    titles.font = { bold: true }
    titles.eachCell((one) => {
      one.border = { bottom: { style: 'thin' } }
      one.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF6F4EF' } }
    })
    for (const values of rows) {
      sheet.addRow([...values]).eachCell((one) => {
        // As text: nothing that somebody typed into a title is taken for a formula.
        if (typeof one.value === 'string') one.numFmt = '@'
      })
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}
