import { describe, expect, it } from 'vitest'
import { adoptRows, changedFields, diffVersions, isSame } from '../../../domain/catalogue/catalogue-diff.ts'
import type { CatalogueRow } from '../../../domain/catalogue/catalogue-item.ts'
import { matchRows } from '../../../domain/catalogue/match-rows.ts'
import { sameCatalogue } from '../../../domain/catalogue/same-catalogue.ts'
import { itemsOf, rowWith } from './catalogue-row-of.ts'

const guide = (level1: string, contents = '办理事项、办理条件、申请材料、办理流程、办理时间') =>
  rowWith({ itemLevel1: level1, itemLevel2: '办事指南', contentElements: contents })

describe('what a new issue of a table has changed', () => {
  it('numbers, places, line breaks and the width of brackets are no change', () => {
    const before = itemsOf(rowWith(), rowWith({ itemLevel2: '医疗救助', audienceNote: '本村(居)村民' }))
    const { diff } = adoptRows(before, [
      rowWith({ serial: '9', itemLevel2: '医疗救助', audienceNote: '本村（居） 村民', sourceRow: 77 }),
      rowWith({ serial: '10', contentElements: '救助对象名单、\n救助金额、救助事由', sourceSheet: '表二' }),
    ])
    expect([isSame(diff), diff.unchanged]).toEqual([true, 2])
  })

  it('a file never opens to the public what a person has kept for named persons', () => {
    const [kept] = itemsOf(rowWith({ disclosureScope: 'NAMED_PERSONS', channels: ['精准推送'] }))
    const { rows } = adoptRows(kept ? [kept] : [], [rowWith({ channels: ['精准推送', '公开栏'] })])
    expect(rows[0]?.row.disclosureScope).toBe('NAMED_PERSONS')
  })

  it('names what came, what went and which cells of what stayed have changed', () => {
    const before = itemsOf(
      rowWith(),
      rowWith({ itemLevel2: '医疗救助' }),
      rowWith({ itemLevel2: '住房救助' }),
    )
    const { rows, diff } = adoptRows(before, [
      rowWith({ deadlineText: '10个工作日内', channels: ['政府网站', '公开查阅点'] }),
      rowWith({ itemLevel2: '住房救助' }),
      rowWith({ itemLevel1: '财政', itemLevel2: '政府预算', contentElements: '收支预算总表' }),
    ])
    expect(rows.map(({ itemId }) => itemId)).toEqual(['a', 'c', null])
    expect(diff.added.map(({ itemLevel2 }) => itemLevel2)).toEqual(['政府预算'])
    expect(diff.removed.map(({ id }) => id)).toEqual(['b'])
    expect(diff.changed.map(({ itemId, fields }) => [itemId, fields])).toEqual([
      ['a', ['deadlineText', 'channels']],
    ])
    expect(diff.unchanged).toBe(1)
  })

  it.each<[string, Partial<CatalogueRow>, string[]]>([
    ['channels in another order', { channels: ['乙', '甲'] }, []],
    ['a rule whose members stand in another order', { deadlineRule: { amount: 20, class: 'ON_EVENT' } }, []],
    ['another rule', { deadlineRule: { class: 'ON_EVENT', amount: 10 } }, ['deadlineRule']],
    ['a rule lost', { deadlineRule: null }, ['deadlineRule']],
    ['another local column', { extra: { 责任科室: '民政办' } }, ['extra']],
    ['another scope', { disclosureScope: 'NAMED_PERSONS' }, ['disclosureScope']],
  ])('%s', (_, change, fields) => {
    const before = rowWith({
      channels: ['甲', '乙'],
      deadlineRule: { class: 'ON_EVENT', amount: 20 },
      extra: { 责任科室: '党政办' },
    })
    expect(changedFields(before, { ...before, ...change })).toEqual(fields)
  })

  it('keeps a rule that a clerk has set while the text beside it stays the same, and not longer', () => {
    const set = { class: 'MONTHLY', monthday: 10, offset: 'nextMonth' } as const
    const before = itemsOf(rowWith({ deadlineRule: set, deadlineRuleSet: true }))
    const kept = adoptRows(before, [rowWith()])
    expect(kept.rows[0]?.row).toMatchObject({ deadlineRule: set, deadlineRuleSet: true })
    expect(isSame(kept.diff)).toBe(true)
    const read = adoptRows(before, [
      rowWith({ deadlineText: '即时公开', deadlineRule: { class: 'IMMEDIATE' } }),
    ])
    expect(read.rows[0]?.row).toMatchObject({ deadlineRule: { class: 'IMMEDIATE' }, deadlineRuleSet: false })
  })

  it('keeps a scope that a clerk has set while audience, channels and mode stay the same', () => {
    const before = itemsOf(rowWith({ disclosureScope: 'LIMITED_CIRCLE' }))
    expect(adoptRows(before, [rowWith()]).rows[0]?.row.disclosureScope).toBe('LIMITED_CIRCLE')
    const other = adoptRows(before, [rowWith({ channels: ['村公示栏'] })])
    expect(other.rows[0]?.row.disclosureScope).toBe('PUBLIC')
  })

  it('compares two versions by the items themselves, whatever they are called now', () => {
    const before = itemsOf(rowWith(), rowWith({ itemLevel2: '医疗救助' }))
    const [first] = before
    if (!first) throw new Error('two items')
    const diff = diffVersions(before, [{ ...first, itemLevel1: '民政', itemLevel2: '急难救助' }])
    expect(diff.changed.map(({ itemId, fields }) => [itemId, fields])).toEqual([
      ['a', ['itemLevel1', 'itemLevel2']],
    ])
    expect(diff.removed.map(({ id }) => id)).toEqual(['b'])
  })
})

describe('which item a row is', () => {
  const ids = (before: readonly CatalogueRow[], rows: readonly CatalogueRow[]) =>
    matchRows(itemsOf(...before), rows).map((item) => item?.id ?? null)

  it('follows a renamed item by its contents', () => {
    const before = rowWith({
      itemLevel1: '涉农资金',
      itemLevel2: '资金明细',
      contentElements: '涉农补贴资金明细表',
    })
    expect(ids([before, rowWith()], [rowWith(), { ...before, itemLevel2: '补贴发放情况' }])).toEqual([
      'b',
      'a',
    ])
  })

  it('follows an item without contents by a name that contains the old one', () => {
    const named = (itemLevel1: string) => rowWith({ itemLevel1, itemLevel2: '', contentElements: '' })
    expect(ids([named('宅基地审批情况')], [named('宅基地申请审批情况')])).toEqual(['a'])
    expect(ids([named('临时救助对象名单')], [named('医疗救助对象名单')])).toEqual([null])
  })

  it('follows an item by contents that stand in no other row, however much the rows are alike', () => {
    const all = [1, 2, 3].map((n) => guide(`社会救助${n}`, `第${n}项办理事项、办理条件、申请材料、办理流程`))
    const renamed = all.map((row) => ({ ...row, itemLevel1: '民政', itemLevel2: '新的名称' }))
    expect(ids(all, [renamed[2] ?? rowWith(), renamed[0] ?? rowWith()])).toEqual(['c', 'a'])
  })

  it('does not guess between boilerplate: an office guide of one matter is not that of another', () => {
    expect(ids([guide('最低生活保障'), guide('特困供养')], [guide('特困供养'), guide('养老服务')])).toEqual([
      'b',
      null,
    ])
  })

  it('does not guess either when two items that are gone are as alike as each other', () => {
    expect(ids([guide('最低生活保障'), guide('特困供养')], [guide('养老服务')])).toEqual([null])
  })

  it('two rows of one name that were reworded and have changed places stay who they were', () => {
    const row = (contentElements: string) => rowWith({ contentElements })
    const before = [
      row('给予法律援助决定书、不予法律援助决定书'),
      row('法律援助机构名单、办公地址、联系电话'),
    ]
    const after = [row('法律援助机构和人员名单、办公地址、联系电话'), row('给予或者不予法律援助的决定书')]
    expect(ids(before, after)).toEqual(['b', 'a'])
  })

  it('tells rows of one name apart by their contents, then by their order', () => {
    const row = (contentElements: string) => rowWith({ contentElements })
    expect(ids([row('甲'), row('乙'), row('丙')], [row('丙'), row('甲')])).toEqual(['c', 'a'])
    expect(ids([row('甲'), row('乙')], [row('丁'), row('戊')])).toEqual(['a', 'b'])
    expect(ids([row('甲')], [row('甲'), row('甲')])).toEqual(['a', null])
  })
})

describe('of which catalogue a table is a new state', () => {
  const rows = ['甲', '乙', '丙', '丁', '戊'].map((itemLevel2) => rowWith({ itemLevel2 }))
  const known = [{ id: 'k', name: '2025年云溪镇政务公开目录', regime: 'GOV', rows }] as const
  const found = (name: string, table: readonly CatalogueRow[], regime: 'GOV' | 'VILLAGE' = 'GOV') =>
    sameCatalogue({ name, regime, rows: table }, known)?.id ?? null

  it('of the same name but for the year, even when most rows are new', () => {
    const other = ['己', '庚', '辛'].map((itemLevel2) => rowWith({ itemLevel2 }))
    expect(found('2026年度云溪镇政务公开目录', [...rows.slice(0, 1), ...other])).toBe('k')
  })

  it('of another name when three rows in five are there', () => {
    expect(found('政务公开清单', rows.slice(0, 3))).toBe('k')
    expect(found('政务公开清单', rows.slice(0, 2))).toBeNull()
  })

  it('never of a name alone, and never across regimes', () => {
    expect(found('云溪镇政务公开目录', [rowWith({ itemLevel2: '其他' })])).toBeNull()
    expect(found('2025年云溪镇政务公开目录', rows, 'VILLAGE')).toBeNull()
  })
})
