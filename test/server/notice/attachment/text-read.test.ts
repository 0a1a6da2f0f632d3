import { deflateSync } from 'node:zlib'
import { Document, ImageRun, Packer, Paragraph, TextRun } from 'docx'
import ExcelJS from 'exceljs'
import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { prepareAttachment } from '../../../../server/notice/attachment/prepare-attachment.ts'

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()

async function textRead(name: string, bytes: Uint8Array): Promise<boolean> {
  const prepared = await prepareAttachment({ name, bytes })
  if (!prepared.ok) throw new Error(prepared.code)
  return prepared.value.textRead
}

async function word(withPicture: boolean): Promise<Uint8Array> {
  const data = await picture(40, 30)
  const transformation = { width: 40, height: 30 }
  const image = withPicture ? [new ImageRun({ type: 'png', data, transformation })] : []
  const children = [new Paragraph({ children: [new TextRun('身份证复印件如下。'), ...image] })]
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

async function excel(withPicture: boolean): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('名单')
  sheet.addRow(['姓名', '金额'])
  if (withPicture) {
    const base64 = (await picture(40, 30)).toString('base64')
    const id = book.addImage({ base64, extension: 'png' })
    sheet.addImage(id, { tl: { col: 0, row: 2 }, ext: { width: 40, height: 30 } })
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function pdf(...pictures: readonly (readonly [number, number])[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage()
  page.drawText('Printed line', { font: await document.embedFont(StandardFonts.Helvetica) })
  for (const size of pictures) page.drawImage(await document.embedPng(await picture(...size)), { width: 80 })
  return document.save()
}

/** A scan put into the drawing of the page itself, and one inside a form that the page draws. */
async function hiddenScan(where: 'INLINE' | 'FORM'): Promise<Uint8Array> {
  const document = await PDFDocument.load(await pdf())
  const page = document.getPage(0)
  if (where === 'INLINE') {
    const drawing = `q 500 0 0 500 0 0 cm BI /W 600 /H 600 /BPC 1 /CS /G /F /Fl ID `
    const pixels = deflateSync(Buffer.alloc((600 / 8) * 600))
    const bytes = Buffer.concat([Buffer.from(drawing), pixels, Buffer.from('\nEI Q')])
    page.node.addContentStream(document.context.register(document.context.flateStream(bytes)))
  } else {
    const image = await document.embedPng(await picture(600, 600))
    const form = document.context.flateStream('q 500 0 0 500 0 0 cm /Im Do Q', {
      ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 500, 500] },
      Resources: { XObject: { Im: image.ref } },
    })
    page.node.setXObject(PDFName.of('Fm'), document.context.register(form))
    page.node.addContentStream(document.context.register(document.context.flateStream('q /Fm Do Q')))
  }
  return document.save()
}

test('A Word file with one line of text and a picture does not count as read', async () => {
  expect(await textRead('说明.docx', await word(true))).toBe(false)
  expect(await textRead('说明.docx', await word(false))).toBe(true)
})

test('An Excel file with cells and a picture does not count as read', async () => {
  expect(await textRead('名单.xlsx', await excel(true))).toBe(false)
  expect(await textRead('名单.xlsx', await excel(false))).toBe(true)
})

test('A scanned page with one printed line over it does not count as read, a page with a seal does', async () => {
  expect(await textRead('通知.pdf', await pdf([1240, 1754]))).toBe(false)
  expect(await textRead('通知.pdf', await pdf([200, 200]))).toBe(true)
})

test('A scan cut into strips, drawn in the page itself or inside a form is a scan too', async () => {
  expect(await textRead('通知.pdf', await pdf([1240, 101], [1240, 102], [1240, 103]))).toBe(false)
  expect(await textRead('通知.pdf', await hiddenScan('INLINE'))).toBe(false)
  expect(await textRead('通知.pdf', await hiddenScan('FORM'))).toBe(false)
})
