import { Document, ImageRun, Packer, Paragraph } from 'docx'
import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AttachmentView, NoticeDetail } from '../../../../server/notice/views.ts'
import { jpegWithExif, plantedDocx, plantedPdf, plantedXlsx } from '../../../support/planted-files.ts'
import { readPdf } from '../../../support/pdf-geometry.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../../support/test-board.ts'

// A program that strips files must not break them (GPP-publicatiebank #435): other readers than ours open each copy.

const MARK = '13800138000'

let board: TestBoard
let staff: Staff
let id: string

beforeAll(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  id = (await staff.handler.post<NoticeDetail>('/api/desk/notices', {})).body.id
})
afterAll(async () => {
  await board.deps.work.close()
  board.close()
})

async function publicCopy(name: string, bytes: Uint8Array, role = 'ATTACHMENT'): Promise<Uint8Array> {
  const path = `/api/desk/notices/${id}/attachments`
  const added = await staff.handler.upload<AttachmentView>(path, name, bytes, { role })
  expect(added.status, JSON.stringify(added.body)).toBe(201)
  const file = await staff.handler.raw('GET', `${path}/${added.body.id}`)
  return new Uint8Array(await file.arrayBuffer())
}

describe('public copies open in programs of other people', () => {
  it('a Word file in mammoth, with its visible text', async () => {
    const { bytes } = await plantedDocx()
    const copy = await publicCopy('说明.docx', bytes)
    const text = (await mammoth.extractRawText({ buffer: Buffer.from(copy) })).value
    expect(text.trim().length).toBeGreaterThan(10)
  })

  it('an Excel file in exceljs, with its visible sheets', async () => {
    const { bytes } = await plantedXlsx()
    const copy = await publicCopy('名单.xlsx', bytes)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(copy) as never)
    expect(book.worksheets.length).toBeGreaterThan(0)
    expect(book.worksheets.every(({ state }) => state === 'visible')).toBe(true)
    expect(book.worksheets[0]?.actualRowCount).toBeGreaterThan(0)
  })

  it('a PDF in pdf.js, with as many pages as before', async () => {
    const { bytes } = await plantedPdf()
    const copy = await publicCopy('文件.pdf', bytes)
    expect((await readPdf(copy)).pages.length).toBe((await readPdf(bytes)).pages.length)
  })
})

describe('pictures lose where and with what they were taken', () => {
  it.each(['ATTACHMENT', 'INLINE_IMAGE'])('added as %s', async (role) => {
    const picture = await jpegWithExif(MARK)
    expect(Buffer.from(picture).includes(MARK)).toBe(true)
    const copy = Buffer.from(await publicCopy('现场.jpg', picture, role))
    expect(copy.includes(MARK)).toBe(false)
    expect(copy.includes('Exif')).toBe(false)
  })

  it('brought in with a Word file', async () => {
    const data = Buffer.from(await jpegWithExif(MARK))
    const image = new ImageRun({ type: 'jpg', data, transformation: { width: 40, height: 40 } })
    const word = new Document({ sections: [{ children: [new Paragraph({ children: [image] })] }] })
    const path = `/api/desk/notices/${id}`
    const filled = await staff.handler.upload(
      `${path}/docx`,
      '通知.docx',
      new Uint8Array(await Packer.toBuffer(word)),
    )
    expect(filled.status, JSON.stringify(filled.body)).toBe(200)
    const { attachments } = (await staff.handler.get<NoticeDetail>(path)).body
    const inline = attachments.filter((one) => one.role === 'INLINE_IMAGE')
    const newest = inline.at(-1)?.id ?? ''
    const file = await staff.handler.raw('GET', `${path}/attachments/${newest}`)
    const copy = Buffer.from(await file.arrayBuffer())
    expect(copy.byteLength).toBeGreaterThan(100)
    expect(copy.includes(MARK)).toBe(false)
    expect(copy.includes('Exif')).toBe(false)
  })

  it.each([
    ['照片.heic', '000000186674797068656963'],
    ['扫描.tif', '49492a0008000000'],
    ['扫描.tiff', '4d4d002a00000008'],
    ['照片.jpg', '000000186674797068656963'],
    ['照片.png', '49492a0008000000'],
  ])('%s that no browser shows is refused, whatever it is called', async (name, head) => {
    const bytes = new Uint8Array(Buffer.concat([Buffer.from(head, 'hex'), Buffer.alloc(200)]))
    const path = `/api/desk/notices/${id}/attachments`
    const refused = await staff.handler.upload<{ code: string }>(path, name, bytes, { role: 'INLINE_IMAGE' })
    expect(refused.body.code).toMatch(/^attachment\.type-(?:unknown|mismatch)$/)
  })
})
