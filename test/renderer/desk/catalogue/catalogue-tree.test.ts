import { describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../../domain/catalogue/catalogue-item.ts'
import { catalogueTree, matchesFilter } from '../../../../renderer/desk/catalogue/catalogue-tree.ts'

function row(position: number, itemLevel1: string, itemLevel2 = '', itemLevel3 = ''): CatalogueItem {
  return {
    id: `row-${position}`,
    catalogueId: 'catalogue',
    position,
    serial: String(position + 1),
    itemLevel1,
    itemLevel2,
    itemLevel3,
    contentElements: '办理条件',
    legalBasis: '',
    deadlineText: '',
    deadlineRule: null,
    deadlineRuleSet: false,
    displayPeriod: null,
    publishingUnit: '镇民政办',
    channels: ['政府网站'],
    audience: 'ALL',
    audienceNote: '',
    disclosureScope: 'PUBLIC',
    disclosureMode: 'PROACTIVE',
    levels: ['乡级'],
    extra: { 责任科室: '社会救助科' },
    sourceSheet: '',
    sourceRow: 0,
  }
}

const rows = [
  row(0, '综合业务', '政策法规'),
  row(1, '综合业务', '监督检查'),
  row(2, '最低生活保障', '办事指南', '申请'),
  row(3, '最低生活保障', '办事指南', '变更'),
  row(4, '宅基地审批情况'),
]

function drawn(folded: readonly string[] = []): readonly string[] {
  return catalogueTree(rows, new Set(folded)).map((line) => `${'  '.repeat(line.depth)}${line.label}`)
}

describe('a catalogue as a tree', () => {
  it('puts rows under their headings and a row without a second level by itself', () => {
    expect(drawn()).toEqual([
      '综合业务',
      '  政策法规',
      '  监督检查',
      '最低生活保障',
      '  办事指南',
      '    申请',
      '    变更',
      '宅基地审批情况',
    ])
  })

  it('hides what stands under a folded heading, and nothing else', () => {
    expect(drawn(['/最低生活保障'])).toEqual([
      '综合业务',
      '  政策法规',
      '  监督检查',
      '最低生活保障',
      '宅基地审批情况',
    ])
  })

  it('shows every row exactly once', () => {
    const items = catalogueTree(rows, new Set()).flatMap((line) =>
      line.kind === 'ITEM' ? [line.item.id] : [],
    )
    expect(items).toEqual(rows.map((item) => item.id))
  })

  it('finds a row by several words, also in columns of this file only', () => {
    expect(matchesFilter(row(0, '综合业务'), '救助科 网站')).toBe(true)
    expect(matchesFilter(row(0, '综合业务'), '救助科 殡葬')).toBe(false)
  })
})
