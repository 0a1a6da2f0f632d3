import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { CatalogueReading } from '../../../domain/catalogue/catalogue-item.ts'
import { CATALOGUE_FILE_LIMIT, readCatalogueFile } from '../../../platform/table/read-catalogue-file.ts'

const FIXTURES = new URL('../../fixtures/data/', import.meta.url)
const fixture = (name: string): Uint8Array => readFileSync(new URL(name, FIXTURES))

async function read(bytes: Uint8Array, fileName: string): Promise<readonly CatalogueReading[]> {
  const result = await readCatalogueFile({ bytes, fileName })
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params)}`)
  return result.value
}

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer)
}

const HEADING = ['序号', '公开事项', '公开内容', '公开依据', '公开时限', '公开主体']
const ROW = ['1', '低保公示', '初审对象名单', '社会救助暂行办法', '10个工作日内', '云溪镇人民政府']

describe('tables whose title has more commas than their heading', () => {
  it('are cut where their heading is found', async () => {
    const title = `关于印发${Array.from({ length: 20 }, (_, at) => `村${at}`).join('，')}目录的通知`
    const [reading] = await read(Buffer.from([title, HEADING, ROW].join('\n')), '目录.csv')
    expect(reading).toMatchObject({
      name: title,
      rows: [{ itemLevel1: '低保公示', sourceRow: 3 }],
      notes: [],
    })
  })
})

describe('the catalogues as counties send them', () => {
  it('reads the farm funds catalogue: two rows, every box and tick in its place', async () => {
    const [reading, ...others] = await read(fixture('catalogue-farm-funds.xlsx'), 'catalogue-farm-funds.xlsx')
    expect(others).toEqual([])
    expect(reading).toMatchObject({ name: '涉农资金领域基层政务公开标准目录', regime: 'GOV', notes: [] })
    const common = {
      itemLevel2: '',
      itemLevel3: '',
      legalBasis: '《中华人民共和国政府信息公开条例》(国令第711号)号',
      deadlineText: '信息形成或者变更之日起20个工作日内',
      deadlineRule: { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'formed_or_changed' },
      deadlineRuleSet: false,
      displayPeriod: null,
      publishingUnit: '镇级人民政府',
      channels: ['政府网站', '公开查阅点'],
      audience: 'ALL',
      audienceNote: '',
      disclosureScope: 'PUBLIC',
      disclosureMode: 'PROACTIVE',
      levels: ['乡级'],
      extra: {},
      sourceSheet: 'Sheet1',
    }
    const first = '1、中央及地方政府下发涉农资金相关文件\n2、我镇涉农资金相关文件'
    expect(reading?.rows).toEqual([
      { ...common, serial: '1', itemLevel1: '政策文件', contentElements: first, sourceRow: 4 },
      {
        ...common,
        serial: '2',
        itemLevel1: '资金明细',
        contentElements: '涉农相关资金明细',
        sourceRow: 5,
      },
    ])
  })

  it('reads the social assistance catalogue: two heading rows, merged items, words broken by narrow columns', async () => {
    const [reading] = await read(
      fixture('catalogue-social-assistance.xlsx'),
      'catalogue-social-assistance.xlsx',
    )
    expect(reading).toMatchObject({ name: '社会救助领域基层政务公开标准目录', regime: 'GOV', notes: [] })
    expect(reading?.rows.map((row) => [row.serial, row.itemLevel1, row.itemLevel2])).toEqual([
      ['11', '临时救助', '政策法规文件'],
      ['12', '临时救助', '办事指南'],
      ['13', '临时救助', '审核审批信息'],
    ])
    const [policy, guide, approval] = reading?.rows ?? []
    expect(policy?.contentElements.split('\n')).toEqual([
      '●《国务院关于全面建立临时救助制度的通知》(国发〔2014〕47号)',
      '●《民政部 财政部关于进一步加强和改进临时救助工作的意见》(民发〔2018〕23号)',
      '●各地配套政策法规文件',
    ])
    expect(policy).toMatchObject({
      legalBasis: '信息公开规定',
      channels: ['政府网站', '公开查阅点', '政务服务中心'],
    })
    expect(guide?.contentElements.split('\n')).toHaveLength(7)
    expect(guide?.channels).toEqual(['政府网站', '政务服务中心', '社区/企事业单位/村公示栏(电子屏)'])
    expect(approval).toEqual({
      serial: '13',
      itemLevel1: '临时救助',
      itemLevel2: '审核审批信息',
      itemLevel3: '',
      contentElements: '●支出型临时救助对象名单\n●救助金额\n●救助事由',
      legalBasis: '《国务院关于全面建立临时救助制度的通知》(国发〔2014〕47号)、各地相关政策法规文件',
      deadlineText: '制定或获取信息之日起10个工作日内',
      deadlineRule: { class: 'ON_EVENT', amount: 10, unit: 'workday', from: 'formed_or_obtained' },
      deadlineRuleSet: false,
      displayPeriod: null,
      publishingUnit: '县级人民政府民政部门、乡镇人民政府(街道办事处)',
      channels: ['政府网站', '社区/企事业单位/村公示栏(电子屏)'],
      audience: 'SPECIFIC_GROUP',
      audienceNote: '',
      disclosureScope: 'LIMITED_CIRCLE',
      disclosureMode: 'PROACTIVE',
      levels: ['县级', '乡级'],
      extra: {},
      sourceSheet: '社会救助领域',
      sourceRow: 6,
    })
    expect([policy?.audience, guide?.audience]).toEqual(['ALL', 'ALL'])
  })

  it('reads the village catalogue: five rows, one deadline over two lines', async () => {
    const [reading] = await read(fixture('catalogue-village.csv'), 'catalogue-village.csv')
    expect(reading).toMatchObject({ name: 'catalogue-village', regime: 'VILLAGE' })
    expect(reading?.notes).toEqual([
      {
        code: 'DEADLINE_CONDITION',
        sheet: '',
        row: 5,
        text: '集体财务往来较多的，财务收支情况应每月公布一次',
      },
    ])
    expect(reading?.rows.map((row) => [row.serial, row.itemLevel1, row.deadlineText])).toEqual([
      ['1', '年度村总体规划及村民代表决议事项清单', '每季度的首个月20日'],
      ['2', '投入资金5万元以上涉及村民集体经济利益的各类重大事项及进程', '随时公布'],
      ['3', '宅基地审批情况', '每季度的首个月20日'],
      ['4', '政府部门对农(渔)业补贴', '每季度的首个月20日(集体财务往来较多的,财务收支情况应每月公布一次)'],
      ['5', '城乡居民最低生活保障对象名单', '每季度的首个月20日'],
    ])
    for (const row of reading?.rows ?? []) {
      expect(row).toMatchObject({
        legalBasis: '《中华人民共和国村民委员会组织法》',
        publishingUnit: '行政村',
        channels: ['村务公开栏', '政府网站'],
        levels: ['村级'],
      })
    }
  })

  it('reads the village catalogue the same in every encoding', async () => {
    const bytes = fixture('catalogue-village.csv')
    const text = new TextDecoder().decode(bytes)
    const expected = await read(bytes, 'a.csv')
    for (const other of [
      Buffer.from(text, 'utf8'),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      iconv.encode(text, 'gb18030'),
    ]) {
      expect(await read(other, 'a.csv')).toEqual(expected)
    }
  })
})

describe('workbooks', () => {
  it('reads rich text, formulas, dates and links as the text a person sees', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('社会救助')
      sheet.addRow([...HEADING, '更新日期', '网址'])
      sheet.addRow([
        { formula: 'ROW()-1', result: 1 },
        { richText: [{ text: '低保' }, { text: '公示', font: { bold: true } }] },
        ...ROW.slice(2),
        new Date('2026-03-05T00:00:00Z'),
        { text: '云溪镇', hyperlink: 'https://example.invalid/' },
      ])
    })
    const [reading] = await read(bytes, 'x.xlsx')
    expect(reading?.name).toBe('社会救助')
    expect(reading?.rows[0]).toMatchObject({
      serial: '1',
      itemLevel1: '低保公示',
      extra: { 更新日期: '2026-03-05', 网址: '云溪镇' },
    })
  })

  it('reads every sheet that is a catalogue and notes the others', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('说明').addRow(['填写说明'])
      for (const name of ['社会救助', '涉农补贴']) book.addWorksheet(name).addRows([HEADING, ROW])
      book.addWorksheet('Sheet3')
    })
    const readings = await read(bytes, 'x.xlsx')
    expect(readings.map(({ name }) => name)).toEqual(['社会救助', '涉农补贴'])
    expect(readings.flatMap(({ notes }) => notes)).toEqual([
      { code: 'SHEET_SKIPPED', sheet: '说明', row: 1, text: '填写说明' },
    ])
  })

  it('is not slowed down by a list of choices laid over whole columns', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('目录')
      sheet.addRows([HEADING, ROW])
      const choices = sheet as unknown as { dataValidations: { model: Record<string, unknown> } }
      choices.dataValidations.model['A1:F1048576'] = { type: 'list', formulae: ['"是,否"'] }
    })
    expect((await read(bytes, 'x.xlsx'))[0]?.rows).toHaveLength(1)
  })
})

describe('files that are refused', () => {
  const refused = async (bytes: Uint8Array): Promise<unknown> =>
    readCatalogueFile({ bytes, fileName: '目录.xlsx' })

  it('refuses a workbook without a catalogue', async () => {
    const bytes = await workbook((book) => book.addWorksheet('单价').addRow(['打印纸', 20]))
    expect(await refused(bytes)).toMatchObject({
      code: 'catalogue.not-a-catalogue',
      params: { sheet: '单价' },
    })
    expect(await refused(Buffer.from('你好\n'))).toMatchObject({ code: 'catalogue.not-a-catalogue' })
    expect(await refused(new Uint8Array())).toMatchObject({ code: 'catalogue.not-a-catalogue' })
  })

  it('refuses a workbook cut short or with a flipped byte in its table', async () => {
    const whole = fixture('catalogue-farm-funds.xlsx')
    expect(await refused(whole.subarray(0, whole.length - 100))).toMatchObject({
      code: 'catalogue.file-damaged',
    })
    const flipped = new Uint8Array(whole)
    const sheet = Buffer.from(whole).indexOf('xl/worksheets/sheet1.xml') + 60
    flipped[sheet] = (flipped[sheet] ?? 0) ^ 0xff
    expect(await refused(flipped)).toMatchObject({ code: 'catalogue.file-damaged' })
  })

  it.each([
    ['old-office', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['binary', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0)],
    ['web-page', Buffer.from('<html><body><table><tr><td>序号</td></tr></table></body></html>')],
  ])('says what a file of another type is: %s', async (found, bytes) => {
    expect(await refused(bytes)).toEqual({
      ok: false,
      code: 'catalogue.file-type-unknown',
      params: { found },
    })
  })

  it('refuses a file above the size limit without reading it', async () => {
    const bytes = new Uint8Array(CATALOGUE_FILE_LIMIT + 1)
    expect(await refused(bytes)).toEqual({
      ok: false,
      code: 'catalogue.file-too-large',
      params: { megabytes: 20 },
    })
  })

  it('refuses a value placed at the far end of the sheet', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('目录')
      sheet.addRows([HEADING, ROW])
      sheet.getCell('A1048576').value = 'x'
    })
    expect(await refused(bytes)).toMatchObject({ code: 'catalogue.file-too-large', params: { rows: 20_000 } })
  })
})
