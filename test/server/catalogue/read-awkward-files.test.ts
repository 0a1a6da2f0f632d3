import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { CatalogueReading } from '../../../domain/catalogue/catalogue-item.ts'
import { readCatalogueFile } from '../../../platform/table/read-catalogue-file.ts'
import { writeCsv } from '../../support/csv.ts'

async function read(bytes: Uint8Array, fileName: string): Promise<readonly CatalogueReading[]> {
  const result = await readCatalogueFile({ bytes, fileName })
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params)}`)
  return result.value
}

const TITLE = '云溪镇社会救助领域基层政务公开标准目录'
const HEADING = [
  [
    ...['序\n号', '公开事项', '', '', '公开内容\n（要 素）', '公开\n依据', '公开\n时限', '公开\n主体'],
    ...['公开渠道\n和载体', '公开对象', '', '公开方式', '', '公开层级', '', '', '', '责任科室'],
  ],
  [
    ...['', '一级\n事项', '二级\n事项', '三级\n事项', '', '', '', '', '', '全\n社\n会', '特定\n群体'],
    ...['主动', '依申请\n公开', '市级', '县（区）级', '镇、街道级', '村（社区）级', ''],
  ],
]
const POLICY = [
  ...['1', '最低\n生活\n保障', '政策', '文件', '●《最低生活保障审核确认办法》\n●各级 配套政策'],
  ...['《政府信息公开条\n例》', '自信息形\n成或者变\n更之日起\n20个工作\n日内', '云溪镇人\n民政府'],
  ...[
    '■政府网站 口政府公报 ☑两微一端 □发布会/听证会 √村公示栏',
    '√',
    '',
    '√',
    '',
    '',
    '√',
    '▲',
    '',
    '民政办',
  ],
]
const GUIDE = [
  '2',
  '',
  '',
  '指南',
  '1、条件2、材料',
  '',
  '',
  '',
  '■政府网站 □其他',
  '☑',
  '',
  '■',
  '',
  '☐',
  '√',
  '√',
  '√',
  '',
]
const REVIEW = [
  ...['3', '', '审核', '', '名单；金额', '《社会救助暂行办法》', '10个工作日内，公示7天', '同上'],
  ...['村公示栏(电子屏)', '□', '√（本村）', '✓', '', '', '', '√', '√', ''],
]
const AID = [
  ...['4', '法律援助', '决定书', '', '决定书', '《法律援助法》', '按规定时限', '司法所'],
  ...['□政府网站 ■精准推送', '', '申请人', '', '√', '', '√', '', '', '司法所'],
]
const MERGES = [
  ...[
    'A2:R2',
    'A3:A4',
    'B3:D3',
    'E3:E4',
    'F3:F4',
    'G3:G4',
    'H3:H4',
    'I3:I4',
    'J3:K3',
    'L3:M3',
    'N3:Q3',
    'R3:R4',
  ],
  ...['B5:B7', 'C5:C6', 'F5:F6', 'G5:G6', 'H5:H6', 'A8:A9', 'B8:D8', 'E8:E9'],
]

/** A county's workbook with most of what makes such files hard to read. */
async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('社会救助')
  sheet.addRows([
    ['附件2'],
    [TITLE],
    ...HEADING,
    POLICY,
    GUIDE,
    REVIEW,
    ...HEADING,
    AID,
    ['注：由民政办解释。'],
  ])
  for (const range of MERGES) sheet.mergeCells(range)
  book.addWorksheet('涉农补贴').addRows([
    ['序号', '公开事项', '公开内容', '公开时限', '公开主体', '公开渠道', '公开对象', '公开方式', '公开层级'],
    [
      1,
      '地力保护',
      '结果',
      '补贴发放后10个工作日内',
      '镇政府',
      '村务公开栏、政府网站',
      '全社会',
      '主动公开',
      '县级、乡级',
    ],
    [2, '农机购置', '结果', '每年12月底前', '镇政府', '政府网站', '当事人', '依申请公开', '州、县、乡级'],
  ])
  book.addWorksheet('填表说明').addRow(['由各办填写'])
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer)
}

describe('a county workbook', () => {
  it('is read whole: two sheets, titles, headings, merged cells, broken words, ticks and levels', async () => {
    const [aid, farm, ...others] = await read(await workbook(), '目录.xlsx')
    expect(others).toEqual([])
    expect(aid?.name).toBe(TITLE)
    const unit = '云溪镇人民政府'
    const law = '《政府信息公开条例》'
    const deadline = '自信息形成或者变更之日起20个工作日内'
    expect(aid?.rows).toMatchObject([
      {
        serial: '1',
        itemLevel1: '最低生活保障',
        itemLevel2: '政策',
        itemLevel3: '文件',
        contentElements: '●《最低生活保障审核确认办法》\n●各级配套政策',
        legalBasis: law,
        deadlineText: deadline,
        deadlineRule: { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'formed_or_changed' },
        publishingUnit: unit,
        channels: ['政府网站', '两微一端', '村公示栏'],
        audience: 'ALL',
        disclosureMode: 'PROACTIVE',
        levels: ['县（区）级', '镇级', '街道级'],
        extra: { 责任科室: '民政办' },
        sourceSheet: '社会救助',
        sourceRow: 5,
      },
      {
        itemLevel1: '最低生活保障',
        itemLevel2: '政策',
        itemLevel3: '指南',
        legalBasis: law,
        deadlineText: deadline,
        publishingUnit: unit,
        channels: ['政府网站'],
        audience: 'ALL',
        disclosureMode: 'PROACTIVE',
        levels: ['县（区）级', '镇级', '街道级', '村（社区）级'],
        extra: {},
        sourceRow: 6,
      },
      {
        itemLevel1: '最低生活保障',
        itemLevel2: '审核',
        itemLevel3: '',
        deadlineRule: { class: 'ON_EVENT', amount: 10 },
        displayPeriod: { min: 7, unit: 'day' },
        publishingUnit: unit,
        audience: 'SPECIFIC_GROUP',
        audienceNote: '（本村）',
        disclosureScope: 'LIMITED_CIRCLE',
        levels: ['镇级', '街道级', '村（社区）级'],
        sourceRow: 7,
      },
      {
        itemLevel1: '法律援助',
        deadlineRule: null,
        channels: ['精准推送'],
        audienceNote: '申请人',
        disclosureScope: 'NAMED_PERSONS',
        disclosureMode: 'ON_REQUEST',
        extra: { 责任科室: '司法所' },
        sourceRow: 10,
      },
    ])
    expect(aid?.notes.map(({ code, row, text }) => [code, row, text.slice(0, 12)])).toEqual([
      ['ROW_SKIPPED', 1, '附件2'],
      ['FILLED_FROM_ABOVE', 7, '公开主体'],
      ['HEADER_REPEATED', 8, '序号 公开事项 公开内容'],
      ['DEADLINE_UNREAD', 10, '按规定时限'],
      ['ROW_SKIPPED', 11, '注：由民政办解释。'],
      ['SHEET_SKIPPED', 1, '由各办填写'],
    ])
    expect(farm?.rows).toMatchObject([
      {
        deadlineRule: { amount: 10, from: 'event' },
        channels: ['村务公开栏', '政府网站'],
        audience: 'ALL',
        disclosureMode: 'PROACTIVE',
        levels: ['县级', '乡级'],
      },
      {
        deadlineRule: { class: 'YEARLY', date: '12-31' },
        audience: 'SPECIFIC_GROUP',
        disclosureMode: 'ON_REQUEST',
        disclosureScope: 'NAMED_PERSONS',
        levels: ['州级', '县级', '乡级'],
      },
    ])
  })

  it('is read by its contents, also when its name ends in .xls', async () => {
    const bytes = await workbook()
    expect(await read(bytes, '目录.xls')).toEqual(await read(bytes, '目录.xlsx'))
  })
})

describe('marks in a cell of ticks', () => {
  it.each(['√', '✓', '✔', '■', '☑', '☒', '▲', '●', '是', '有', 'v', 'V', 'Y', '√√'])(
    '%s means yes',
    async (mark) => {
      expect((await ticked(mark)).levels).toEqual(['县级'])
    },
  )

  it.each(['', '□', '☐', '口', '×', '否', '无', '/', '—', '-'])('%j means no', async (mark) => {
    expect((await ticked(mark)).levels).toEqual([])
  })

  it.each([
    ['市级', ['市级']],
    ['州级', ['州级']],
    ['区级', ['区级']],
    ['镇级', ['镇级']],
    ['乡镇级', ['乡镇级']],
    ['村级', ['村级']],
    ['乡、村级', ['乡级', '村级']],
    ['州级县级', ['州级', '县级']],
    ['镇级/村级', ['镇级', '村级']],
    ['市、县、乡级', ['市级', '县级', '乡级']],
  ])('a column %s stands for %j', async (label, levels) => {
    expect((await ticked('√', label)).levels).toEqual(levels)
  })

  async function ticked(mark: string, label = '县级') {
    const csv = writeCsv([
      ['公开事项', '公开依据', '公开时限', '公开层级', ''],
      ['', '', '', label, '组级'],
      ['低保', '条例', '每月', mark, ''],
    ])
    const [reading] = await read(Buffer.from(csv), 'x.csv')
    const [row] = reading?.rows ?? []
    if (!row) throw new Error('no row')
    return row
  }
})

describe('CSV as offices save it', () => {
  const csv = writeCsv([
    ['云溪镇村务公开目录'],
    ['一级事项', '二级事项', '公开依据', '公开时限', '公开主体'],
    ['财务', '收支', '村民委员会组织法', '每月10日前', '河西村村民委员会'],
    ['', '债务', '', '', ''],
  ])

  it.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${csv}`)],
    ['GB18030', iconv.encode(csv, 'gb18030')],
    ['UTF-16', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    ['tabs', Buffer.from(csv.replaceAll(',', '\t'))],
  ])('reads %s, fills what was merged, and says so', async (_, bytes) => {
    const [reading] = await read(bytes, '目录.csv')
    expect(reading).toMatchObject({ name: '云溪镇村务公开目录', regime: 'VILLAGE' })
    expect(reading?.rows[1]).toMatchObject({
      itemLevel1: '财务',
      itemLevel2: '债务',
      deadlineRule: { class: 'MONTHLY', monthday: 10, offset: 'nextMonth' },
      publishingUnit: '河西村村民委员会',
    })
    expect(reading?.notes).toMatchObject([{ code: 'FILLED_FROM_ABOVE', row: 4 }])
  })
})
