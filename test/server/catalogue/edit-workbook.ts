import ExcelJS from 'exceljs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'

export const HEADING = ['序号', '一级事项', '二级事项', '公开内容', '公开依据', '公开时限', '公开主体']
export const ROW = [1, '财务', '收支', '明细', '条例', '每月10日前', '财政所']

/** A workbook of the given rows whose parts have been edited as text. */
export async function editedWorkbook(
  rows: readonly (readonly unknown[])[],
  edit: (name: string, text: string) => readonly [name: string, text: string] = (name, text) => [name, text],
  fill: (sheet: ExcelJS.Worksheet) => void = () => undefined,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('表1')
  for (const row of rows) sheet.addRow([...row])
  fill(sheet)
  const zip = await fromBufferPromise(Buffer.from(await book.xlsx.writeBuffer()))
  const edited = new ZipFile()
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    const text = (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8')
    const [name, now] = edit(entry.fileName, text)
    edited.addBuffer(Buffer.from(now), name)
  }
  edited.end()
  return new Uint8Array(await buffer(Readable.from(edited.outputStream)))
}
