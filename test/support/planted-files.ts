import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  ImageRun,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import ExcelJS from 'exceljs'
import { PDFDocument, PDFHexString, PDFName, PDFStream, PDFString, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'
import { readZip } from '../../server/notice/attachment/zip-read.ts'
import { writeZip } from '../../server/notice/attachment/zip-write.ts'

/** A number planted in one place of a file; `kept` places are visible to a reader and reach the public copy. */
export type Planted = { readonly place: string; readonly value: string; readonly kept: boolean }
/** A generated file and everything planted in it. */
export type PlantedFile = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly planted: readonly Planted[]
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An identity number of the invented region 990000, valid in every digit; each serial gives another one. */
export function plantedId(serial: number): string {
  const body = `99000019800101${String(serial).padStart(3, '0')}`
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + '10X98765432'.charAt(sum % 11)
}

class Planter {
  readonly planted: Planted[] = []

  kept(place: string): string {
    return this.#plant(place, true)
  }

  hidden(place: string): string {
    return this.#plant(place, false)
  }

  #plant(place: string, kept: boolean): string {
    const value = plantedId(this.planted.length + 1)
    this.planted.push({ place, value, kept })
    return value
  }
}

/** A small JPEG with a number in its EXIF description, lying on its side by its orientation tag. */
export async function jpegWithExif(value: string): Promise<Uint8Array> {
  const image = sharp({ create: { width: 40, height: 20, channels: 3, background: '#c00' } })
  const exif = { IFD0: { ImageDescription: value, Artist: '周敏' } }
  return image.jpeg().withMetadata({ orientation: 6 }).withExifMerge(exif).toBuffer()
}

/** Changes a package entry by entry; entries not named before are added. */
export async function editZip(
  bytes: Uint8Array,
  edits: Readonly<Record<string, (old: string) => string | Uint8Array>>,
): Promise<Uint8Array> {
  const zip = await readZip(bytes)
  if (!zip.ok) throw new Error(`the planted package does not open: ${zip.code}`)
  const entries = new Map<string, Uint8Array | string>(zip.value)
  for (const [name, edit] of Object.entries(edits))
    entries.set(name, edit(zip.value.get(name)?.toString('utf8') ?? ''))
  return writeZip(entries)
}

/** A Word file with a number in every place a leak has been reported from, and in some more. */
export async function plantedDocx(): Promise<PlantedFile> {
  const plant = new Planter()
  const picture = await jpegWithExif(plant.hidden('EXIF of a picture'))
  const split = plant.kept('split over runs')
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const document = new Document({
    creator: plant.hidden('author'),
    title: plant.hidden('title property'),
    description: plant.hidden('description property'),
    customProperties: [{ name: '联系人', value: plant.hidden('custom property') }],
    comments: {
      children: [
        {
          id: 0,
          author: plant.hidden('comment author'),
          children: [new Paragraph(plant.hidden('comment'))],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph(plant.kept('footnote'))] } },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph(plant.kept('header'))] }) },
        footers: { default: new Footer({ children: [new Paragraph(plant.kept('footer'))] }) },
        children: [
          new Paragraph(`正文 ${plant.kept('paragraph')}`),
          new Paragraph({
            children: [
              new TextRun(split.slice(0, 5)),
              new TextRun({ text: split.slice(5, 12), bold: true }),
              new TextRun(split.slice(12)),
            ],
          }),
          new Table({
            rows: [
              new TableRow({ children: [cell('姓名'), cell('证件')] }),
              new TableRow({ children: [cell('周敏'), cell(plant.kept('table cell'))] }),
            ],
          }),
          new Paragraph({
            children: [
              new TextRun({ text: plant.hidden('hidden text'), vanish: true }),
              new DeletedTextRun({
                text: plant.hidden('deleted text'),
                id: 1,
                author: '周敏',
                date: '2026-11-20T00:00:00Z',
              }),
              new InsertedTextRun({
                text: plant.kept('inserted text'),
                id: 2,
                author: '周敏',
                date: '2026-11-20T00:00:00Z',
              }),
              new FootnoteReferenceRun(1),
              new CommentRangeStart(0),
              new TextRun('有批注'),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new ExternalHyperlink({
                link: `https://example.cn/?id=${plant.hidden('link address')}`,
                children: [new TextRun('网页')],
              }),
              new ImageRun({
                type: 'jpg',
                data: picture,
                transformation: { width: 40, height: 20 },
                altText: { name: 'p', title: plant.hidden('picture title'), description: '图' },
              }),
            ],
          }),
        ],
      },
    ],
  })
  const bytes = await Packer.toBuffer(document)
  const hiddenParts = {
    template: plant.hidden('external template'),
    customXml: plant.hidden('custom XML'),
    company: plant.hidden('company'),
    person: plant.hidden('people part'),
    variable: plant.hidden('document variable'),
    field: plant.hidden('field code'),
    row: plant.hidden('hidden table row'),
    styled: plant.hidden('text hidden by style'),
    macro: plant.hidden('macro'),
    unknown: plant.hidden('unknown part'),
    fallback: plant.hidden('fallback for old readers'),
    attribute: plant.hidden('unknown attribute'),
    moved: plant.hidden('moved text'),
    deletedRow: plant.hidden('deleted table row'),
  }
  const run = (text: string, style = '') => `<w:r>${style}<w:t>${text}</w:t></w:r>`
  const extra =
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDETEXT "${hiddenParts.field}"</w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('域结果')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` +
    `<w:p>${run(hiddenParts.styled, '<w:rPr><w:rStyle w:val="Secret"/></w:rPr>')}</w:p>` +
    `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p>${run(hiddenParts.row)}</w:p></w:tc></w:tr><w:tr><w:tc><w:p>${run('行')}</w:p></w:tc></w:tr></w:tbl>` +
    `<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="w">${run('新')}</mc:Choice><mc:Fallback>${run(hiddenParts.fallback)}</mc:Fallback></mc:AlternateContent></w:p>` +
    `<w:p><w:moveFrom w:id="9">${run(hiddenParts.moved)}</w:moveFrom></w:p>` +
    `<w:tbl><w:tr><w:trPr><w:del w:id="8"/></w:trPr><w:tc><w:p>${run(hiddenParts.deletedRow)}</w:p></w:tc></w:tr></w:tbl>` +
    `<w:p w:rsidR="00AB12CD"><w:r><w:t xml:space="preserve" w:note="${hiddenParts.attribute}">段</w:t></w:r></w:p>`
  const part = (value: string) => `<?xml version="1.0"?><root><v>${value}</v></root>`
  return {
    name: '名单.docx',
    planted: plant.planted,
    bytes: await editZip(bytes, {
      'word/document.xml': (old) => old.replace('<w:sectPr', `${extra}<w:sectPr`),
      'word/styles.xml': (old) =>
        old.replace(
          '</w:styles>',
          '<w:style w:type="character" w:styleId="Base"><w:name w:val="b"/><w:rPr><w:vanish/></w:rPr></w:style>' +
            '<w:style w:type="character" w:styleId="Secret"><w:name w:val="s"/><w:basedOn w:val="Base"/></w:style></w:styles>',
        ),
      'word/settings.xml': (old) =>
        old.replace(
          '</w:settings>',
          `<w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdT"/><w:docVars><w:docVar w:name="a" w:val="${hiddenParts.variable}"/></w:docVars></w:settings>`,
        ),
      'word/_rels/settings.xml.rels': () =>
        `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://example.cn/${hiddenParts.template}.dotm" TargetMode="External"/></Relationships>`,
      'customXml/item1.xml': () => part(hiddenParts.customXml),
      'docProps/app.xml': () =>
        `<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>${hiddenParts.company}</Company></Properties>`,
      'word/people.xml': () => part(hiddenParts.person),
      'word/vbaProject.bin': () =>
        Buffer.concat([Buffer.alloc(16), Buffer.from(hiddenParts.macro), Buffer.alloc(16)]),
      'word/unknown.xml': () => part(hiddenParts.unknown),
    }),
  }
}

/** An Excel file with a number in every hidden place, and in all that a reader sees. */
export async function plantedXlsx(): Promise<PlantedFile> {
  const plant = new Planter()
  const workbook = new ExcelJS.Workbook()
  workbook.creator = plant.hidden('author')
  workbook.company = plant.hidden('company')
  workbook.keywords = plant.hidden('keywords')
  const sheet = workbook.addWorksheet('名单', {
    headerFooter: { oddHeader: `&C${plant.kept('header')}`, oddFooter: `&R${plant.kept('footer')}` },
  })
  sheet.addRow(['姓名', '证件', '电话', '备注', '金额'])
  sheet.addRow(['周敏', plant.kept('cell'), plant.hidden('hidden column'), '', 300])
  sheet.addRow(['韩立', plant.hidden('hidden row'), '', '', 300])
  sheet.addRow(['王芳', '', '', '', { formula: `"${plant.hidden('formula')}"&""`, result: '甲' }])
  sheet.addRow(['李伟', { formula: 'B2', result: plant.kept('result of a formula') }, '', '', 300])
  const rich = plant.kept('rich text')
  sheet.addRow([
    '',
    { richText: [{ text: rich.slice(0, 7), font: { bold: true } }, { text: rich.slice(7) }] },
    '',
    '',
    1,
  ])
  sheet.addRow([
    '',
    { text: '链接', hyperlink: `https://example.cn/${plant.hidden('link address')}` },
    '',
    '',
    1,
  ])
  sheet.addRow(['合并', plant.kept('merged cell'), '', '', 1])
  sheet.mergeCells('B8:D8')
  sheet.getColumn(3).hidden = true
  sheet.getRow(3).hidden = true
  sheet.getCell('A2').note = plant.hidden('note')
  sheet.getCell('D2').dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [`"甲,${plant.hidden('validation list')}"`],
  }
  sheet.getCell('E2').numFmt = `0"${plant.hidden('number format')}"`
  const image = workbook.addImage({
    base64: Buffer.from(await jpegWithExif(plant.hidden('EXIF of a picture'))).toString('base64'),
    extension: 'jpeg',
  })
  sheet.addImage(image, 'E2:F4')
  const hidden = workbook.addWorksheet('底稿', { state: 'hidden' })
  hidden.addRow(['周敏', plant.hidden('hidden sheet')])
  const veryHidden = workbook.addWorksheet('参数', { state: 'veryHidden' })
  veryHidden.addRow([plant.hidden('very hidden sheet')])
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  const value = {
    name: plant.hidden('defined name'),
    thread: plant.hidden('threaded comment'),
    connection: plant.hidden('connection'),
    external: plant.hidden('external link'),
    macro: plant.hidden('macro'),
    pivot: plant.hidden('pivot cache'),
    custom: plant.hidden('custom XML'),
    unused: plant.hidden('unused shared string'),
  }
  const part = (text: string) => `<?xml version="1.0"?><root><v>${text}</v></root>`
  return {
    name: '名单.xlsx',
    planted: plant.planted,
    bytes: await editZip(bytes, {
      'xl/workbook.xml': (old) =>
        old.replace(
          '</sheets>',
          `</sheets><definedNames><definedName name="联系">"${value.name}"</definedName></definedNames>`,
        ),
      'xl/sharedStrings.xml': (old) => old.replace('</sst>', `<si><t>${value.unused}</t></si></sst>`),
      'xl/threadedComments/threadedComment1.xml': () =>
        `<?xml version="1.0"?><ThreadedComments><threadedComment ref="A2"><text>${value.thread}</text></threadedComment></ThreadedComments>`,
      'xl/connections.xml': () => part(value.connection),
      'xl/externalLinks/externalLink1.xml': () => part(value.external),
      'xl/vbaProject.bin': () =>
        Buffer.concat([Buffer.alloc(8), Buffer.from(value.macro, 'utf16le'), Buffer.alloc(8)]),
      'xl/pivotCache/pivotCacheRecords1.xml': () => part(value.pivot),
      'customXml/item1.xml': () => part(value.custom),
    }),
  }
}

/** A PDF with a number on its page and in everything around the page. Latin letters only: no font is embedded. */
export async function plantedPdf(): Promise<PlantedFile> {
  const plant = new Planter()
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const page = pdf.addPage([400, 400])
  page.drawText(`ID ${plant.kept('page')} end`, { x: 20, y: 350, size: 12, font })
  const split = plant.kept('split on the page')
  page.drawText(split.slice(0, 6), { x: 20, y: 320, size: 12, font })
  page.drawText(split.slice(6), {
    x: 20 + font.widthOfTextAtSize(split.slice(0, 6), 12),
    y: 320,
    size: 12,
    font,
  })
  const picture = await pdf.embedJpg(await jpegWithExif(plant.hidden('EXIF of a picture')))
  page.drawImage(picture, { x: 20, y: 200 })
  pdf.setTitle(plant.hidden('title'))
  pdf.setAuthor(plant.hidden('author'))
  pdf.setKeywords([plant.hidden('keywords')])
  const { context, catalog } = pdf
  const xmp = `<?xpacket?><x:xmpmeta xmlns:x="adobe:ns:meta/">${plant.hidden('XMP')}</x:xmpmeta>`
  catalog.set(
    PDFName.of('Metadata'),
    context.register(context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })),
  )
  const attached = plant.hidden('attached file')
  await pdf.attach(Buffer.from(`secret ${attached}`), 'a.txt', {
    mimeType: 'text/plain',
    description: attached,
  })
  pdf.addJavaScript('main', `app.alert("${plant.hidden('script')}")`)
  const note = context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [10, 10, 30, 30],
    Contents: PDFHexString.fromText(plant.hidden('note')),
    T: PDFString.of(plant.hidden('author of a note')),
  })
  page.node.addAnnot(context.register(note))
  const link = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [40, 10, 60, 30],
    A: { Type: 'Action', S: 'URI', URI: PDFString.of(`https://example.cn/${plant.hidden('link address')}`) },
  })
  page.node.addAnnot(context.register(link))
  await picture.embed()
  const pictureStream = context.lookup(picture.ref)
  if (!(pictureStream instanceof PDFStream)) throw new Error('the picture is not in the file')
  const about = context.register(
    context.stream(`<x:xmpmeta>${plant.hidden('XMP of a picture')}</x:xmpmeta>`, { Type: 'Metadata' }),
  )
  pictureStream.dict.set(PDFName.of('Metadata'), about)
  const form = pdf.getForm()
  const field = form.createTextField('f')
  field.setText(plant.kept('form field'))
  field.addToPage(page, { x: 20, y: 100, width: 200, height: 20, font })
  const secret = form.createTextField(`name ${plant.hidden('name of a field')}`)
  secret.setText('x')
  secret.addToPage(page, { x: 20, y: 60, width: 100, height: 20, font })
  context.register(context.obj({ Old: PDFString.of(plant.hidden('older revision')) }))
  page.node.set(
    PDFName.of('PieceInfo'),
    context.obj({ App: { Private: PDFString.of(plant.hidden('private data')) } }),
  )
  const bytes = await pdf.save({ useObjectStreams: false })
  return { name: '名单.pdf', bytes, planted: plant.planted }
}
