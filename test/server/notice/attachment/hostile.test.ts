import { deflateRawSync, deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { prepareAttachment } from '../../../../server/notice/attachment/prepare-attachment.ts'
import { safeName } from '../../../../server/notice/attachment/safe-name.ts'
import { sniffAttachment } from '../../../../server/notice/attachment/sniff.ts'
import { readZip } from '../../../../server/notice/attachment/zip-read.ts'
import { editZip, jpegWithExif, plantedDocx, plantedXlsx } from '../../../support/planted-files.ts'
import { rawZip } from '../../../support/raw-zip.ts'

const SECRET = '99000019800229001X'
const code = async (name: string, bytes: Uint8Array) => {
  const result = await prepareAttachment({ name, bytes })
  expect(JSON.stringify(result.ok ? {} : result)).not.toContain(SECRET)
  return result.ok ? 'taken' : result.code
}
const png = () =>
  sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
const pdf = async () => {
  const document = await PDFDocument.create()
  const page = document.addPage([200, 200])
  page.drawText('notice', { x: 10, y: 100, font: await document.embedFont(StandardFonts.Helvetica) })
  return document.save()
}

afterEach(() => vi.restoreAllMocks())

describe('A file is what its first bytes say, and its ending must agree', () => {
  test.each([
    [
      '图.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'attachment.type-unknown',
    ],
    [
      '图.png',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'attachment.type-mismatch',
    ],
    ['页.html', '<html></html>', 'attachment.type-unknown'],
    ['页.png', '<html><script>alert(1)</script></html>', 'attachment.type-mismatch'],
    ['页.pdf', '<html>%PDF-1.7</html>', 'attachment.type-mismatch'],
    ['程序.exe', 'MZ\u0090', 'attachment.type-unknown'],
    ['名单.pdf.exe', '%PDF-1.7', 'attachment.type-unknown'],
    ['压缩.zip', 'PK\u0003\u0004', 'attachment.type-unknown'],
    ['名单.docx', 'PK\u0003\u0004 nothing of Word in it', 'attachment.type-mismatch'],
    ['旧.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'attachment.type-unknown'],
    ['旧.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'attachment.type-mismatch'],
    [
      '加密.docx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'attachment.encrypted',
    ],
    ['无名', '%PDF-1.7', 'attachment.type-unknown'],
    ['空.pdf', '', 'attachment.type-mismatch'],
  ])('%s is refused', async (name, content, expected) => {
    expect(await code(name, Buffer.from(content))).toBe(expected)
  })

  test('an Excel file that is called a Word file is refused', async () => {
    expect(await code('名单.docx', (await plantedXlsx()).bytes)).toBe('attachment.type-mismatch')
  })

  test('the ending may be written large', async () => {
    expect(sniffAttachment(await png(), '图.PNG')).toMatchObject({ ok: true, value: { type: 'PNG' } })
  })
})

describe('Packages that want to do harm', () => {
  test.each(['../../etc/cron.d/x', '/etc/passwd', 'word\\..\\..\\x', 'C:\\x'])(
    'an entry named %s is refused',
    async (name) => {
      const files = [
        { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
        { name: 'word/document.xml', content: Buffer.from('<a/>') },
        { name, content: Buffer.from(SECRET) },
      ]
      expect(await code('a.docx', rawZip(files))).toBe('attachment.damaged')
    },
  )

  test('a name that occurs twice is refused: two readers would see two files', async () => {
    const zip = await readZip((await plantedDocx()).bytes)
    const files = zip.ok ? [...zip.value].map(([name, content]) => ({ name, content })) : []
    expect(await code('a.docx', rawZip(files))).toBe('taken')
    const twice = [...files, { name: 'Word/Document.xml', content: Buffer.from('<a/>') }]
    expect(await code('a.docx', rawZip(twice))).toBe('attachment.damaged')
  })

  test('a bomb is refused before it unfolds, whether it admits its size or lies about it', async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024)
    const packed = deflateRawSync(zeros)
    const types = { name: '[Content_Types].xml', content: Buffer.from('<Types/>') }
    const honest = { name: 'word/document.xml', content: zeros, packed }
    expect(await code('a.docx', rawZip([types, honest]))).toBe('attachment.zip-bomb')
    const lying = { ...honest, declaredSize: 100 }
    expect(await code('a.docx', rawZip([types, lying]))).toBe('attachment.damaged')
  })

  test('a PDF whose page unfolds to more than two hundred megabytes is refused before it is opened', async () => {
    const document = await PDFDocument.create()
    const bomb = deflateSync(Buffer.alloc(210 * 1024 * 1024, ' '), { level: 9 })
    const stream = document.context.register(document.context.stream(bomb, { Filter: 'FlateDecode' }))
    document.addPage().node.set(PDFName.of('Contents'), stream)
    expect(await code('a.pdf', await document.save())).toBe('attachment.zip-bomb')
  })

  test('an encrypted entry is refused as protected by a password', async () => {
    const files = ['[Content_Types].xml', 'xl/workbook.xml'].map((name) => ({
      name,
      content: Buffer.from('<a/>'),
      encrypted: true,
    }))
    expect(await code('a.xlsx', rawZip(files))).toBe('attachment.encrypted')
  })

  test('entities that multiply are refused', async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(50)}"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>`
    const bytes = await editZip((await plantedDocx()).bytes, { 'word/document.xml': () => bomb })
    expect(await code('a.docx', bytes)).toBe('attachment.damaged')
  })

  test('a Word file that fetches its template from elsewhere is taken without it', async () => {
    const file = await plantedDocx()
    const result = await prepareAttachment(file)
    expect(result.ok && result.value.stripped).toContain('EXTERNAL_LINKS')
    expect(result.ok && Buffer.from(result.value.publicBytes).includes('attachedTemplate')).toBe(false)
  })

  test('a broken part is refused, and nothing of it is repeated or logged', async () => {
    const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')]
    const bytes = await editZip((await plantedDocx()).bytes, { 'word/document.xml': () => `<w:p>${SECRET}` })
    expect(await code('a.docx', bytes)).toBe('attachment.damaged')
    const sheet = await editZip((await plantedXlsx()).bytes, {
      'xl/worksheets/sheet1.xml': () => `<c>${SECRET}`,
    })
    expect(await code('a.xlsx', sheet)).toBe('attachment.damaged')
    for (const spy of spies) expect(JSON.stringify(spy.mock.calls)).not.toContain(SECRET)
  })
})

describe('Broken files', () => {
  test('every file cut short anywhere is refused or comes out clean, and never throws', async () => {
    const files = [await plantedDocx(), await plantedXlsx(), { name: 'a.pdf', bytes: await pdf() }]
    for (const { name, bytes } of [...files, { name: 'a.jpg', bytes: await jpegWithExif(SECRET) }]) {
      for (const share of [0.05, 0.3, 0.6, 0.9, 0.99]) {
        const cut = bytes.slice(0, Math.floor(bytes.length * share))
        expect(await code(name, cut), `${name} ${share}`).toMatch(/^(?:taken|attachment\.)/)
      }
    }
  })

  test('a file over 50 MB is refused by its size alone', async () => {
    expect(await code('a.pdf', new Uint8Array(50 * 1024 * 1024 + 1))).toBe('attachment.too-large')
  })

  test('a PDF with a password is refused as such', async () => {
    const document = await PDFDocument.load(await pdf())
    const bytes = Buffer.from(await document.save({ useObjectStreams: false })).toString('latin1')
    const locked = bytes.replace(
      /trailer\s*<</,
      (found) => `${found} /Encrypt << /Filter /Standard /V 1 /R 2 >>`,
    )
    expect(await code('a.pdf', Buffer.from(locked, 'latin1'))).toBe('attachment.encrypted')
  })
})

describe('Two kinds of file in one', () => {
  test('what hangs behind the end of a PDF or a picture does not reach the public copy', async () => {
    const tail = Buffer.from(`\n<script>${SECRET}</script>PK\u0003\u0004`)
    for (const [name, bytes] of [
      ['a.pdf', await pdf()],
      ['a.png', await png()],
      ['a.jpg', await jpegWithExif('x')],
    ] as const) {
      const result = await prepareAttachment({ name, bytes: Buffer.concat([bytes, tail]) })
      expect(result.ok, name).toBe(true)
      expect(result.ok && Buffer.from(result.value.publicBytes).includes(SECRET), name).toBe(false)
    }
  })

  test('a PDF that begins as something else is refused', async () => {
    expect(await code('a.pdf', Buffer.concat([Buffer.from('<html>'), await pdf()]))).toBe(
      'attachment.type-mismatch',
    )
  })
})

describe('Pictures', () => {
  test('are drawn anew: upright, without camera data, and the camera data is told', async () => {
    const result = await prepareAttachment({ name: '照片.jpg', bytes: await jpegWithExif(SECRET) })
    if (!result.ok) throw new Error(result.code)
    const { publicBytes, stripped, passages, textRead } = result.value
    const metadata = await sharp(publicBytes).metadata()
    expect([metadata.width, metadata.height, metadata.exif, metadata.orientation]).toEqual([
      20,
      40,
      undefined,
      undefined,
    ])
    expect(stripped).toEqual(['EXIF'])
    expect(passages.some(({ text, dropped }) => dropped && text.includes(SECRET))).toBe(true)
    expect(textRead).toBe(false)
  })

  test('of more than a hundred million points are refused', async () => {
    const header = Buffer.from(await png())
    header.writeUInt32BE(60_000, 16)
    header.writeUInt32BE(60_000, 20)
    expect(await code('a.png', header)).toBe('attachment.damaged')
  })
})

test('A PDF page without text, a scan, makes the file count as not read', async () => {
  const document = await PDFDocument.load(await pdf())
  document.addPage([200, 200]).drawImage(await document.embedPng(await png()))
  const result = await prepareAttachment({ name: 'a.pdf', bytes: await document.save() })
  expect(result.ok && result.value.textRead).toBe(false)
})

test.each([
  ['C:\\Users\\a\\名单.xlsx', '名单.xlsx'],
  ['../../名单.xlsx', '名单.xlsx'],
  ['名单\u202efdp.exe', '名单fdp.exe'],
  ['名\u0000单\r\n.pdf', '名单.pdf'],
  ['a<b>:"|?*.pdf', 'a_b______.pdf'],
  ['.htaccess', '附件.htaccess'],
  ['..名单.pdf', '名单.pdf'],
  ['  .pdf', '附件.pdf'],
  [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(120)}.pdf`],
])('The name %j becomes %s', (name, safe) => {
  expect(safeName(name)).toBe(safe)
})
