import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { readCatalogueFile } from '../../../platform/table/read-catalogue-file.ts'
import { readZipGuard, WORKBOOK_LIMITS } from '../../../platform/table/read-zip-guard.ts'

async function zip(entries: readonly (readonly [string, Buffer])[]): Promise<Uint8Array> {
  const file = new ZipFile()
  for (const [name, content] of entries) file.addBuffer(content, name)
  file.end()
  const chunks: Buffer[] = []
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const TOO_LARGE = { ok: false, code: 'catalogue.file-too-large' }
const workbookEntry = ['xl/workbook.xml', Buffer.from('<workbook/>')] as const

describe('workbooks made to exhaust the memory', () => {
  it('lets an ordinary file through and names its entries', async () => {
    const read = await readZipGuard(await zip([workbookEntry, ['docProps/app.xml', Buffer.from('<a/>')]]))
    expect(read.ok && [...read.value]).toEqual([
      ['xl/workbook.xml', workbookEntry[1]],
      ['docprops/app.xml', null],
    ])
  })

  it('refuses a small file that unpacks to far more than its size', async () => {
    const bomb = await zip([workbookEntry, ['xl/worksheets/sheet1.xml', Buffer.alloc(8 * 1024 * 1024)]])
    expect(bomb.length).toBeLessThan(20_000)
    expect(await readCatalogueFile({ bytes: bomb, fileName: 'x.xlsx' })).toMatchObject(TOO_LARGE)
  })

  it('refuses many entries, one large entry and a large sum', async () => {
    const three = await zip(['a', 'b', 'c'].map((name) => [name, Buffer.from('0123456789')] as const))
    expect((await readZipGuard(three, { ...WORKBOOK_LIMITS, entries: 3 })).ok).toBe(true)
    expect(await readZipGuard(three, { ...WORKBOOK_LIMITS, entries: 2 })).toMatchObject(TOO_LARGE)
    expect(await readZipGuard(three, { ...WORKBOOK_LIMITS, entryBytes: 9 })).toMatchObject(TOO_LARGE)
    expect((await readZipGuard(three, { ...WORKBOOK_LIMITS, totalBytes: 30 })).ok).toBe(true)
    expect(await readZipGuard(three, { ...WORKBOOK_LIMITS, totalBytes: 29 })).toMatchObject(TOO_LARGE)
  })

  it('refuses an entry whose written size is smaller than what it unpacks to', async () => {
    const honest = Buffer.from(await zip([workbookEntry, ['xl/a.xml', Buffer.alloc(5000, 'x')]]))
    const directory = honest.lastIndexOf('PK\u0001\u0002')
    honest.writeUInt32LE(10, directory + 24)
    expect((await readZipGuard(honest)).ok).toBe(false)
  })

  it('says of another kind of ZIP that it is no workbook', async () => {
    const docx = await zip([['word/document.xml', Buffer.from('<w:document/>')]])
    expect(await readCatalogueFile({ bytes: docx, fileName: 'x.xlsx' })).toEqual({
      ok: false,
      code: 'catalogue.file-type-unknown',
      params: { found: 'zip' },
    })
  })
})
