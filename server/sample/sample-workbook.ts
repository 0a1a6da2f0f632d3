import ExcelJS from 'exceljs'

/**
 * Makes a workbook of one sheet from rows, headings first.
 * @example await sampleWorkbook([['村名', '金额'], ['河西村', 100]])
 */
export async function sampleWorkbook(rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('汇总表')
  for (const row of rows) sheet.addRow([...row])
  sheet.getRow(1).font = { bold: true }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
