import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedFields, rowOf } from '../../../domain/catalogue/catalogue-diff.ts'
import type { CatalogueItem, CatalogueRow } from '../../../domain/catalogue/catalogue-item.ts'
import type { LayoutColumn } from '../../../domain/catalogue/catalogue-version.ts'
import { CHANNELS } from '../../../domain/catalogue/channel.ts'
import { exportGrid } from '../../../domain/catalogue/export-grid.ts'
import { readCatalogueGrid } from '../../../domain/catalogue/read-catalogue-grid.ts'
import { itemsOf, rowWith } from './catalogue-row-of.ts'

const NAME = '云溪镇政务公开标准目录'

function readAgain(items: readonly CatalogueItem[], columns: readonly LayoutColumn[]) {
  const reading = readCatalogueGrid(exportGrid(NAME, columns, items), 'a.xlsx')
  if (!reading.ok) throw new Error(reading.code)
  return reading.value
}

/** What the way out and in again has changed, row by row. */
function lost(items: readonly CatalogueItem[], columns: readonly LayoutColumn[] = []) {
  const { rows } = readAgain(items, columns)
  if (rows.length !== items.length) return [`${items.length} rows became ${rows.length}`]
  return items.flatMap((item, at) => {
    const row = rows[at]
    if (!row) return []
    // How far it goes is worked out from the words when they are read.
    const fields = changedFields(rowOf(item), { ...row, disclosureScope: item.disclosureScope })
    return fields.map((field) => [field, item[field], row[field]])
  })
}

const column = (role: LayoutColumn['role'], label: string, group = ''): LayoutColumn => ({
  role,
  label,
  group,
})

describe('a version as a table', () => {
  it('has the title, group headings over their columns and one row an item', () => {
    const grid = exportGrid(NAME, [], itemsOf(rowWith()))
    expect(grid.rows[0]).toEqual([NAME])
    expect(grid.rows[1]?.slice(1, 3)).toEqual(['公开事项', ''])
    expect(grid.rows[2]?.slice(0, 3)).toEqual(['', '一级事项', '二级事项'])
    expect(grid.merges).toContainEqual({ top: 1, left: 1, bottom: 1, right: 2 })
    expect(grid.merges).toContainEqual({ top: 1, left: 0, bottom: 2, right: 0 })
    const cells = grid.rows[3] ?? []
    expect(cells.filter((cell) => cell === '√')).toHaveLength(3)
    expect(cells).toContainEqual(expect.stringMatching(/^■政府网站 □政府公报 /))
  })

  it("keeps the county's order and its words for the columns", () => {
    const columns = [
      column('deadlineText', '公开期限'),
      column('itemLevel1', '公开事项'),
      column('publishingUnit', '责任单位'),
      column('extra', '监督电话'),
    ]
    const item = rowWith({
      ...{ itemLevel2: '', contentElements: '', legalBasis: '', channels: [], audience: 'UNSTATED' as const },
      ...{ disclosureMode: 'UNSTATED' as const, levels: [], extra: { 监督电话: '0999-6100100' } },
    })
    const grid = exportGrid(NAME, columns, itemsOf(item))
    expect(grid.rows.slice(1)).toEqual([
      ['公开期限', '公开事项', '责任单位', '监督电话'],
      ['20个工作日内', '社会救助', '乡镇人民政府', '0999-6100100'],
    ])
    expect(lost(itemsOf(item), columns)).toEqual([])
  })

  it('puts what the county has no column for at the end instead of dropping it', () => {
    const columns = [
      column('serial', '序号'),
      column('itemLevel1', '公开事项'),
      column('deadlineText', '公开时限'),
      column('publishingUnit', '公开主体'),
    ]
    const items = itemsOf(rowWith({ extra: { 所属部分: '第一部分' } }))
    expect(exportGrid(NAME, columns, items).rows[2]?.length).toBeGreaterThan(10)
    expect(lost(items, columns)).toEqual([])
  })

  const ticks = [
    column('serial', '序号'),
    column('itemLevel1', '一级事项', '公开事项'),
    column('itemLevel2', '二级事项', '公开事项'),
    column('contentElements', '公开内容'),
    column('legalBasis', '公开依据'),
    column('deadlineText', '公开时限'),
    column('publishingUnit', '公开主体'),
    column('channelTick', '政府网站', '公开渠道和载体'),
    column('channelTick', '公示栏', '公开渠道和载体'),
    column('audienceAll', '全社会', '公开对象'),
    column('audienceSpecific', '特定群体', '公开对象'),
    column('modeProactive', '主动', '公开方式'),
    column('modeOnRequest', '依申请', '公开方式'),
    column('levelTick', '县级', '公开层级'),
    column('levelTick', '乡、村级', '公开层级'),
    column('extra', '备注'),
    column('extra', '备注'),
  ]

  it.each<[string, Partial<CatalogueRow>]>([
    ['words beside a ticked channel', { channels: ['公示栏 张贴7天'] }],
    ['a channel that no column stands for', { channels: ['政府网站', '村务公开栏'] }],
    ['joined levels ticked together', { levels: ['乡级', '村级'] }],
    ['one of two joined levels alone', { levels: ['村级'] }],
    ['a level that no column stands for', { levels: ['县级', '市级'] }],
    ['the whole society and a group', { audienceNote: '特定群体' }],
    ['a group with its name', { audience: 'SPECIFIC_GROUP', audienceNote: '本村村民' }],
    ['on request', { disclosureMode: 'ON_REQUEST' }],
    ['both ways of disclosure', { extra: { 公开方式: '主动、依申请' } }],
    ['two local columns of one name', { extra: { 备注: '甲', '备注 2': '乙' } }],
    ['the second of them alone', { extra: { 备注: '乙' } }],
    ['a third level', { itemLevel3: '审批信息' }],
    ['words in a tick column', { extra: { 县级: '州级另定' } }],
    ['lines within a cell', { contentElements: '●办理事项\n●办理条件\n●救助标准' }],
    ['a text that begins as a formula does', { contentElements: '=1+1', legalBasis: '-条例' }],
  ])('tick columns: %s', (_, cells) => {
    expect(lost(itemsOf(rowWith(cells), rowWith({ itemLevel2: '医疗救助' })), ticks)).toEqual([])
  })

  const plain = [
    ...ticks.slice(0, 7),
    column('channels', '公开渠道和载体'),
    column('audience', '公开对象'),
    column('mode', '公开方式'),
    column('levels', '公开层级'),
  ]

  it.each<[string, Partial<CatalogueRow>]>([
    ['channels of their own', { channels: ['村务公开栏', '政府网站'] }],
    ['a channel with a comma in it', { channels: ['公开栏、村民小组', '喇叭'] }],
    ['the whole society', {}],
    ['the whole society and a group', { audienceNote: '本村村民' }],
    ['a group', { audience: 'SPECIFIC_GROUP' }],
    ['a group with its name', { audience: 'SPECIFIC_GROUP', audienceNote: '本村村民' }],
    ['nothing said', { audience: 'UNSTATED', disclosureMode: 'UNSTATED', levels: [] }],
    ['on request', { disclosureMode: 'ON_REQUEST' }],
    ['several levels', { levels: ['县级', '乡级'] }],
  ])('columns in words: %s', (_, cells) => {
    expect(lost(itemsOf(rowWith(cells), rowWith({ itemLevel2: '医疗救助' })), plain)).toEqual([])
  })

  const text = fc.string({
    unit: fc.constantFrom(...'救助对象名单审批流程0123'),
    minLength: 1,
    maxLength: 12,
  })
  const row = fc.record({
    itemLevel1: text,
    itemLevel2: text,
    itemLevel3: fc.oneof(fc.constant(''), text),
    contentElements: text,
    legalBasis: text,
    publishingUnit: text,
    channels: fc.uniqueArray(fc.constantFrom(...CHANNELS, '村务公开栏', '便民卡'), { maxLength: 5 }),
    audience: fc.constantFrom('ALL', 'SPECIFIC_GROUP', 'UNSTATED'),
    disclosureMode: fc.constantFrom('PROACTIVE', 'ON_REQUEST', 'UNSTATED'),
    levels: fc.uniqueArray(fc.constantFrom('县级', '乡级', '村级', '市级'), { maxLength: 3 }),
    extra: fc.dictionary(fc.constantFrom('备注', '责任科室', '咨询电话'), text),
  })

  it('whatever rows it has and however the table is laid out, read again it says the same', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.constantFrom([], ticks, plain),
        (cells, columns) => {
          const items = itemsOf(...cells.map((one) => rowWith(one)))
          expect(lost(items, columns)).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })
})
