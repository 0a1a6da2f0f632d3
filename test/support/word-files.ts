import {
  AlignmentType,
  Document,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import exceljs from 'exceljs'
import sharp from 'sharp'
import type { Block } from '../../domain/notice/body.ts'
import type { Source } from './source-reader.ts'

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

/** What the Word file holds besides the document's own text, to be looked for behind the import. */
export const WORD_EXTRAS = {
  listItems: ['主动公开目录按季更新', '公开栏每月核对一次'],
  tableHead: ['序号', '任务', '分工'],
  spannedCells: { wide: '责任单位', tall: '政务公开' },
  author: '99000019800229001X 张某',
} as const

function textOf(block: Block): string {
  if (block.type !== 'paragraph' && block.type !== 'heading') return ''
  return (block.content ?? []).map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
}

function paragraphOf(block: Block): Paragraph {
  const align = block.type === 'paragraph' ? block.attrs?.textAlign : null
  return new Paragraph({
    children: [new TextRun({ text: textOf(block), font: '仿宋_GB2312', size: 32 })],
    ...(block.type === 'heading' ? { heading: HEADINGS[block.attrs.level] } : {}),
    ...(align === 'right' ? { alignment: AlignmentType.RIGHT } : {}),
    ...(align === 'center' ? { alignment: AlignmentType.CENTER } : {}),
  })
}

function cell(text: string, spans: { columnSpan?: number; rowSpan?: number } = {}): TableCell {
  return new TableCell({ children: [new Paragraph(text)], ...spans })
}

function dutyTable(): Table {
  const { spannedCells, tableHead } = WORD_EXTRAS
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        children: [cell(tableHead[0]), cell(tableHead[1]), cell(spannedCells.wide, { columnSpan: 2 })],
      }),
      new TableRow({
        children: [cell('1'), cell(spannedCells.tall, { rowSpan: 2 }), cell('办公室'), cell('牵头')],
      }),
      new TableRow({ children: [cell('2'), cell('财政所'), cell('配合')] }),
    ],
  })
}

/** A small picture, as offices paste seals and charts. */
export async function pictureFile(): Promise<Buffer> {
  const blue = { width: 320, height: 160, channels: 3, background: '#c9d6e6' } as const
  return await sharp({ create: blue }).png().toBuffer()
}

/**
 * The document as a clerk has it in Word: title, headings, paragraphs, and behind the letter a list, a table with
 * merged cells and a picture. The imprint stays the last line.
 */
export async function sourceAsWord(source: Source): Promise<Buffer> {
  const blocks = source.body.content
  const last = blocks.at(-1)
  const picture = await pictureFile()
  const file = new Document({
    creator: WORD_EXTRAS.author,
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT }],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: source.title, font: '方正小标宋简体', size: 44 })],
          }),
          ...blocks.slice(0, -1).map(paragraphOf),
          ...WORD_EXTRAS.listItems.map(
            (text) => new Paragraph({ text, numbering: { reference: 'points', level: 0 } }),
          ),
          dutyTable(),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [
              new ImageRun({ type: 'png', data: picture, transformation: { width: 320, height: 160 } }),
            ],
          }),
          ...(last ? [paragraphOf(last)] : []),
        ],
      },
    ],
  })
  return await Packer.toBuffer(file)
}

/** A list of grants whose hidden column holds identity numbers, as people hide it before handing a list on. */
export async function workbookWithHiddenColumn(): Promise<Buffer> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('名单')
  sheet.addRow(['序号', '村', '金额（元）', '身份证号'])
  sheet.addRow([1, '河西村', 1200, '99000019800229001X'])
  sheet.addRow([2, '河西村', 900, '99000019800229001X'])
  sheet.getColumn(4).hidden = true
  return Buffer.from(await book.xlsx.writeBuffer())
}
