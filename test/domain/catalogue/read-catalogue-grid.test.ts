import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CatalogueReading } from '../../../domain/catalogue/catalogue-item.ts'
import type { Merge } from '../../../domain/catalogue/grid.ts'
import { readCatalogueGrid } from '../../../domain/catalogue/read-catalogue-grid.ts'

function read(
  rows: readonly (readonly string[])[],
  merges: readonly Merge[] = [],
  file = '目录.csv',
): CatalogueReading {
  const result = readCatalogueGrid({ sheet: '表1', rows, merges }, file)
  if (!result.ok) throw new Error(result.code)
  return result.value
}

const HEADING = [
  '序号',
  '公开事项',
  '公开内容(要素)',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道',
  '公开层级',
]
const ROW = [
  '1',
  '低保公示',
  '初审对象名单',
  '社会救助暂行办法',
  '10个工作日内',
  '云溪镇人民政府',
  '■村公示栏 □其他',
  '乡、村级',
]
const TWO_ROW_HEADING = [
  ['序号', '公开事项', '', '公开内容', '公开依据', '公开对象', '', '公开方式', '', '公开层级', ''],
  ['', '一级事项', '二级事项', '', '', '全社会', '特定群众', '主动', '依申请公开', '州级县级', '乡、村级'],
]
const TWO_ROW_DATA = ['1', '低保', '审核', '名单', '条例', '', '√(本村)', '√', '', '', '√']

describe('headings', () => {
  it('reads a row by the meaning of its columns', () => {
    expect(read([HEADING, ROW]).rows).toEqual([
      {
        serial: '1',
        itemLevel1: '低保公示',
        itemLevel2: '',
        itemLevel3: '',
        contentElements: '初审对象名单',
        legalBasis: '社会救助暂行办法',
        deadlineText: '10个工作日内',
        deadlineRule: { class: 'ON_EVENT', amount: 10, unit: 'workday', from: 'formed_or_changed' },
        deadlineRuleSet: false,
        displayPeriod: null,
        publishingUnit: '云溪镇人民政府',
        channels: ['村公示栏'],
        audience: 'UNSTATED',
        audienceNote: '',
        disclosureScope: 'PUBLIC',
        disclosureMode: 'UNSTATED',
        levels: ['乡级', '村级'],
        extra: {},
        sourceSheet: '表1',
        sourceRow: 2,
      },
    ])
  })

  it('reads the same whatever the order of the columns', () => {
    const order = fc.shuffledSubarray([...HEADING.keys()], { minLength: HEADING.length })
    fc.assert(
      fc.property(order, (columns) => {
        const shuffled = [HEADING, ROW].map((row) => columns.map((column) => row[column] ?? ''))
        expect({ ...read(shuffled), columns: [] }).toEqual({ ...read([HEADING, ROW]), columns: [] })
        expect(read(shuffled).columns.map(({ label }) => label)).toEqual(shuffled[0])
      }),
    )
  })

  it('reads a heading of two rows without merged cells, as a CSV has it', () => {
    const reading = read([...TWO_ROW_HEADING, TWO_ROW_DATA])
    expect(reading.rows[0]).toMatchObject({
      itemLevel1: '低保',
      itemLevel2: '审核',
      contentElements: '名单',
      audience: 'SPECIFIC_GROUP',
      audienceNote: '(本村)',
      disclosureMode: 'PROACTIVE',
      levels: ['乡级', '村级'],
    })
    expect(reading.notes).toEqual([])
  })

  it.each([
    ['公开事项（一级）', '公开事项（二级）', '公开内容（要素）', '责任主体'],
    ['一级\n事项', '二级\n事项', '公开内容\n及要素', '公开主体/责任主体'],
    ['一级目录', '二级目录', '公开要素', '公开 主体'],
  ])('understands %s, %s, %s, %s', (level1, level2, contents, unit) => {
    const reading = read([
      ['序号', level1, level2, contents, unit],
      ['1', '甲', '乙', '丙', '丁'],
    ])
    expect(reading.rows[0]).toMatchObject({
      itemLevel1: '甲',
      itemLevel2: '乙',
      contentElements: '丙',
      publishingUnit: '丁',
      extra: {},
    })
  })

  it('reads a table that says 类别 and 公开事项 as two levels', () => {
    const reading = read([
      ['公开类别', '公开事项', '公开依据', '公开时限'],
      ['财务', '收支明细', '办法', '每月'],
    ])
    expect(reading.rows[0]).toMatchObject({ itemLevel1: '财务', itemLevel2: '收支明细' })
  })

  it('reads a village table that lists contents without items, and stand-ins for unit and channel', () => {
    const reading = read([
      ['序号', '公开内容', '公开形式', '公开时间（每月）', '责任人'],
      ['1', '财务收支明细', '村务公开栏', '10日前', '村会计'],
    ])
    expect(reading.rows[0]).toMatchObject({
      itemLevel1: '财务收支明细',
      contentElements: '',
      channels: ['村务公开栏'],
      deadlineText: '10日前',
      publishingUnit: '村会计',
      extra: {},
    })
    expect(reading.notes).toEqual([])
  })

  it('keeps the stand-ins as extra where the standard columns are there', () => {
    const reading = read([
      ['公开事项', '公开主体（发布单位）', '责任部门', '公开渠道', '公开形式', '公开依据'],
      ['低保', '镇政府', '民政办', '政府网站', '文本', '条例'],
    ])
    expect(reading.rows[0]).toMatchObject({
      publishingUnit: '镇政府',
      channels: ['政府网站'],
      extra: { 责任部门: '民政办', 公开形式: '文本' },
    })
  })

  it('reads an item that spans two columns in the heading as two levels', () => {
    const reading = read(
      [
        ['公开事项', '', '公开依据', '公开时限'],
        ['低保', '审核', '条例', '每月'],
      ],
      [{ top: 0, left: 0, bottom: 0, right: 1 }],
    )
    expect(reading.rows[0]).toMatchObject({ itemLevel1: '低保', itemLevel2: '审核' })
  })

  it('reads channels that have a column each', () => {
    const heading = ['序号', '公开事项', '公开依据', '公开时限', '公开渠道和载体', '', '']
    const reading = read([
      heading,
      ['', '', '', '', '政府网站', '村务\n公开栏', '其他'],
      ['1', '低保', '条例', '每月', '√', '√', '□'],
    ])
    expect(reading.rows[0]?.channels).toEqual(['政府网站', '村务公开栏'])
  })

  it('keeps columns the standard does not have under their own heading', () => {
    const reading = read([
      [...HEADING, '监督举报\n电话', '责任科室', ''],
      [...ROW, '0990-0000000', '民政办', '旁注'],
    ])
    expect(reading.rows[0]?.extra).toEqual({ 监督举报电话: '0990-0000000', 责任科室: '民政办', K: '旁注' })
    expect(reading.notes).toEqual([{ code: 'COLUMN_UNKNOWN', sheet: '表1', row: 1, text: 'K' }])
  })
})

describe('rows', () => {
  it('fills merged cells downwards, and a tick block sideways', () => {
    const merges = [
      { top: 2, left: 1, bottom: 3, right: 1 },
      { top: 2, left: 4, bottom: 3, right: 4 },
      { top: 2, left: 9, bottom: 2, right: 10 },
      { top: 3, left: 2, bottom: 3, right: 3 },
    ]
    const first = ['1', '低保', '审核', '名单', '条例', '√', '', '√', '', '√', '']
    const second = ['2', '', '审批', '', '', '√', '', '√', '', '', '']
    const reading = read([...TWO_ROW_HEADING, first, second], merges)
    expect(reading.rows[0]?.levels).toEqual(['州级', '县级', '乡级', '村级'])
    expect(reading.rows[1]).toMatchObject({ itemLevel1: '低保', legalBasis: '条例', contentElements: '' })
  })

  it('takes the item from above where the file has lost its merged cells', () => {
    const reading = read([
      ['一级事项', '二级事项', '公开依据', '公开时限'],
      ['低保', '审核', '条例', '每月'],
      ['', '审批', '条例', '每月'],
      ['', '', '办法', '每年'],
    ])
    expect(reading.rows.map((row) => [row.itemLevel1, row.itemLevel2])).toEqual([
      ['低保', '审核'],
      ['低保', '审批'],
      ['低保', '审批'],
    ])
  })

  it('keeps the title of a part: as the first level of a flat table, beside a table of two levels', () => {
    const flat = read([HEADING, ['一、社会救助'], ROW, ['二、涉农补贴'], ROW])
    expect(flat.rows.map((row) => [row.itemLevel1, row.itemLevel2])).toEqual([
      ['一、社会救助', '低保公示'],
      ['二、涉农补贴', '低保公示'],
    ])
    const deep = read([...TWO_ROW_HEADING, ['一、社会救助'], TWO_ROW_DATA])
    expect(deep.rows[0]).toMatchObject({ itemLevel1: '低保', extra: { 所属部分: '一、社会救助' } })
    expect([...flat.notes, ...deep.notes]).toEqual([])
  })

  it('notes a heading repeated on the next page, also when its columns stand in another order', () => {
    const reading = read([HEADING, ROW, HEADING.toReversed(), ROW.toReversed()])
    expect(reading.rows[1]).toEqual({ ...reading.rows[0], sourceRow: 4 })
    expect(reading.notes).toMatchObject([{ code: 'HEADER_REPEATED', row: 3 }])
  })

  it('notes every line it could not place, with its words', () => {
    const reading = read([
      ['附件1'],
      ['云溪镇政务公开标准目录'],
      HEADING,
      ROW,
      ['', '', '', '散落的一格'],
      [],
      ['注：本目录自印发之日起执行。'],
      ['填报人：', '李伟', '审核人：', '韩立'],
    ])
    expect(reading.name).toBe('云溪镇政务公开标准目录')
    expect(reading.rows).toHaveLength(1)
    expect(reading.notes.map(({ code, row, text }) => [code, row, text])).toEqual([
      ['ROW_SKIPPED', 1, '附件1'],
      ['ROW_SKIPPED', 5, '散落的一格'],
      ['ROW_SKIPPED', 7, '注：本目录自印发之日起执行。'],
      ['ROW_SKIPPED', 8, '填报人： 李伟 审核人： 韩立'],
    ])
  })

  it('notes the title of a part under which no row stands', () => {
    expect(read([HEADING, ROW, ['云溪镇人民政府']]).notes).toMatchObject([{ row: 3, text: '云溪镇人民政府' }])
  })

  it('notes words in a tick column and keeps them with the row', () => {
    const odd = ['1', '低保', '审核', '名单', '条例', '√', '', '视情况', '', '', '√']
    const reading = read([...TWO_ROW_HEADING, odd])
    expect(reading.rows[0]).toMatchObject({ disclosureMode: 'UNSTATED', extra: { 主动: '视情况' } })
    expect(reading.notes).toMatchObject([{ code: 'CELL_UNREADABLE', row: 3, text: '主动: 视情况' }])
  })

  it('notes a row ticked both as proactive and as on request', () => {
    const both = ['1', '低保', '审核', '名单', '条例', '√', '', '√', '√', '', '√']
    const reading = read([...TWO_ROW_HEADING, both])
    expect(reading.rows[0]?.disclosureMode).toBe('PROACTIVE')
    expect(reading.notes).toMatchObject([
      { code: 'CELL_UNREADABLE', row: 3, text: '公开方式: 主动、依申请公开' },
    ])
  })

  it('says both when a row is for all and for a group', () => {
    const both = ['1', '低保', '审核', '名单', '条例', '√', '√', '√', '', '', '√']
    expect(read([...TWO_ROW_HEADING, both]).rows[0]).toMatchObject({
      audience: 'ALL',
      audienceNote: '特定群众',
    })
  })

  it('reads audience and mode written in words or boxes', () => {
    const heading = ['公开事项', '公开依据', '公开时限', '公开对象', '公开方式']
    const reading = read([
      heading,
      ['甲', '条例', '每月', '全社会', '主动公开'],
      ['乙', '条例', '每月', '□全社会 ■特定群体', '□主动 ■依申请'],
      ['丙', '条例', '每月', '本村村民', ''],
    ])
    expect(reading.rows.map((row) => [row.audience, row.audienceNote, row.disclosureMode])).toEqual([
      ['ALL', '', 'PROACTIVE'],
      ['SPECIFIC_GROUP', '', 'ON_REQUEST'],
      ['SPECIFIC_GROUP', '本村村民', 'UNSTATED'],
    ])
  })

  it('loses no word of any cell, wherever the words stand', () => {
    const word = fc.stringMatching(/^[甲乙丙丁戊己庚辛壬癸]{2,8}$/)
    const cell = fc.oneof(word, fc.constantFrom('', '√'))
    const table = fc.array(fc.array(cell, { minLength: 12, maxLength: 12 }), { minLength: 1 })
    const headings = fc.constantFrom([[...HEADING, ''], ROW], [...TWO_ROW_HEADING, TWO_ROW_DATA])
    fc.assert(
      fc.property(headings, table, (heading, rows) => {
        const result = readCatalogueGrid({ sheet: '', rows: [...heading, ...rows], merges: [] }, '')
        const told = JSON.stringify(result)
        for (const text of rows.flat()) if (text !== '√') expect(told).toContain(text)
      }),
    )
  })
})

describe('regime and refusal', () => {
  it.each([
    ['云溪镇村务公开目录', 'VILLAGE'],
    ['社区居务公开清单', 'RESIDENT'],
    ['党务公开目录', 'PARTY'],
    ['基层政务公开标准目录', 'GOV'],
    ['云溪镇公开目录', 'GOV'],
  ])('takes “%s” for %s', (name, regime) => {
    expect(read([[name], HEADING, ROW])).toMatchObject({ name, regime })
  })

  it('uses the sheet or the file as a name when the table has no title', () => {
    expect(
      readCatalogueGrid({ sheet: '社会救助', rows: [HEADING, ROW], merges: [] }, 'x.xlsx'),
    ).toMatchObject({
      value: { name: '社会救助' },
    })
    expect(
      readCatalogueGrid({ sheet: 'Sheet1', rows: [HEADING, ROW], merges: [] }, '村务目录.xlsx'),
    ).toMatchObject({
      value: { name: '村务目录', regime: 'VILLAGE' },
    })
  })

  it.each([
    ['an empty sheet', []],
    [
      'a price list',
      [
        ['序号', '名称', '单价'],
        ['1', '打印纸', '20'],
      ],
    ],
    ['a heading without rows', [HEADING]],
  ])('refuses %s', (_, rows) => {
    expect(readCatalogueGrid({ sheet: '表1', rows, merges: [] }, 'x.csv')).toEqual({
      ok: false,
      code: 'catalogue.not-a-catalogue',
      params: { sheet: '表1' },
    })
  })
})
