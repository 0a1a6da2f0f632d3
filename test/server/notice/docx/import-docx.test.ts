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
  type IParagraphOptions,
} from 'docx'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../../domain/notice/body.ts'
import { bodyText } from '../../../../domain/notice/body-text.ts'
import { bodySchema } from '../../../../server/notice/content-schema.ts'
import { importDocx } from '../../../../server/notice/docx/import-docx.ts'
import { chineseNumeral } from '../../../../server/notice/docx/word-numbering.ts'
import { plantedDocx } from '../../../support/planted-files.ts'

type Child = Paragraph | Table

async function imported(children: readonly Child[]) {
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'official',
          levels: [
            { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
            { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）' },
          ],
        },
        { reference: 'plain', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] },
      ],
    },
    sections: [{ children: [...children] }],
  })
  const result = await importDocx(await Packer.toBuffer(document))
  if (!result.ok) throw new Error(result.code)
  expect(bodySchema.safeParse(result.value.body).success).toBe(true)
  return result.value
}

const line = (text: string, options: IParagraphOptions = {}) =>
  new Paragraph({ ...options, children: [new TextRun({ text })] })
const bold = (text: string) => new Paragraph({ children: [new TextRun({ text, bold: true })] })
const centred = (text: string) => line(text, { alignment: AlignmentType.CENTER })
const outline = (blocks: readonly Block[]) =>
  blocks.map((block) => {
    const text = bodyText({ type: 'doc', content: [block] })
    return `${block.type === 'heading' ? `h${block.attrs.level}` : block.type} ${text}`.trim()
  })

test('A Word file keeps headings, lists, merged cells, alignment and pictures', async () => {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#08c' } })
    .png()
    .toBuffer()
  const cell = (text: string, span: { columnSpan?: number; rowSpan?: number } = {}) =>
    new TableCell({ ...span, children: [new Paragraph(text)] })
  const { title, body, images, notes } = await imported([
    line('关于2026年第三季度低保名单的公示', { heading: HeadingLevel.TITLE }),
    line('各村：'),
    line('范围', { heading: HeadingLevel.HEADING_1 }),
    line('一、依据'),
    line('（一）条例'),
    line('第一条', { bullet: { level: 0 } }),
    line('其中', { bullet: { level: 1 } }),
    line('第一', { numbering: { reference: 'plain', level: 0 } }),
    line('第二', { numbering: { reference: 'plain', level: 0 } }),
    new Table({
      rows: [
        new TableRow({ children: [cell('姓名', { columnSpan: 2 }), cell('金额', { rowSpan: 2 })] }),
        new TableRow({ children: [cell('周敏'), cell('韩立')] }),
      ],
    }),
    new Paragraph({
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          transformation: { width: 8, height: 8 },
          altText: { name: '图片1', description: '办事流程图，共四步' },
        }),
      ],
    }),
    line('云溪镇人民政府', { alignment: AlignmentType.RIGHT }),
  ])
  expect(title).toBe('关于2026年第三季度低保名单的公示')
  expect(outline(body.content)).toEqual([
    'paragraph 各村：',
    'h1 范围',
    'h1 一、依据',
    'h2 （一）条例',
    'bulletList 第一条\n其中',
    'orderedList 第一\n第二',
    'table 姓名\t金额\n周敏\t韩立',
    'image',
    'paragraph 云溪镇人民政府',
  ])
  const table = body.content[6]
  expect(table?.type === 'table' && table.content[0]?.content.map(({ attrs }) => attrs)).toEqual([
    { colspan: 2 },
    { rowspan: 2 },
  ])
  expect(body.content[8]).toMatchObject({ attrs: { textAlign: 'right' } })
  expect(images).toHaveLength(1)
  expect(images[0]).toMatchObject({ name: '图片1.png', mediaType: 'image/png' })
  expect(body.content[7]).toMatchObject({
    attrs: { attachmentId: images[0]?.id, alt: '办事流程图，共四步' },
  })
  expect(notes).toEqual([])
})

test('Automatic Chinese numbering, which stands nowhere in the text, becomes the numbers a reader saw', async () => {
  const official = (text: string, level: number) =>
    line(text, { numbering: { reference: 'official', level } })
  const { body } = await imported([
    official('总体要求', 0),
    official('目标', 1),
    official('原则', 1),
    official('任务', 0),
    official('目标', 1),
    line('正文。'),
  ])
  expect(outline(body.content)).toEqual([
    'h1 一、总体要求',
    'h2 （一）目标',
    'h2 （二）原则',
    'h1 二、任务',
    'h2 （一）目标',
    'paragraph 正文。',
  ])
})

describe('The title is found', () => {
  test.each([
    [
      'in title style',
      () => [centred('云溪镇人民政府文件'), line('公示标题在此', { heading: HeadingLevel.TITLE })],
      '公示标题在此',
    ],
    [
      'under red head and document number',
      () => [
        centred('云溪镇人民政府文件'),
        centred('云政发〔2026〕5号'),
        centred('关于印发工作要点的通知'),
        line('各村：'),
      ],
      '关于印发工作要点的通知',
    ],
    [
      'over two centred lines and a remark in brackets',
      () => [
        centred('示例县云溪镇2026年'),
        centred('政务公开工作要点'),
        centred('（征求意见稿）'),
        centred('2026年11月21日'),
      ],
      '示例县云溪镇2026年政务公开工作要点（征求意见稿）',
    ],
    ['in bold', () => [bold('关于道路施工的通告'), line('各位村民：')], '关于道路施工的通告'],
    ['in plain type', () => [line('关于道路施工的通告'), line('各位村民：')], '关于道路施工的通告'],
    ['nowhere', () => [line('各位村民：'), line('明天停水。')], ''],
  ])('%s', async (_where, children, expected) => {
    expect((await imported(children())).title).toBe(expected)
  })
})

test('Comments, deleted text, hidden text and field codes never arrive; what a reader saw does', async () => {
  const file = await plantedDocx()
  const result = await importDocx(file.bytes)
  const text = result.ok ? bodyText(result.value.body) : ''
  const inBody = file.planted.filter(({ place }) => !/header|footer/.test(place))
  for (const { place, value, kept } of inBody) expect(text.includes(value), place).toBe(kept)
  expect(result.ok && result.value.notes).toEqual(['HIDDEN_TEXT_DROPPED'])
})

test('What is no Word file is refused with one code', async () => {
  for (const bytes of [
    new Uint8Array(),
    Buffer.from('PK\u0003\u0004 not a package'),
    Buffer.from('<html>'),
  ]) {
    expect(await importDocx(bytes)).toMatchObject({ ok: false, code: 'notice.docx-damaged' })
  }
})

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [99, '九十九'],
])('%i is written %s', (count, numeral) => {
  expect(chineseNumeral(count)).toBe(numeral)
})
