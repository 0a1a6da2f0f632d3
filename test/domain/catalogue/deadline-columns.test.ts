import { describe, expect, it } from 'vitest'
import { exportGrid } from '../../../domain/catalogue/export-grid.ts'
import { readCatalogueGrid } from '../../../domain/catalogue/read-catalogue-grid.ts'
import { readRowDeadline } from '../../../domain/catalogue/row-deadline.ts'
import { itemsOf } from './catalogue-row-of.ts'

function read(...rows: readonly (readonly string[])[]) {
  const reading = readCatalogueGrid({ sheet: '表1', rows, merges: [] }, '目录.csv')
  if (!reading.ok) throw new Error(reading.code)
  return reading.value
}

const HEADING = [
  ['序号', '公开事项', '公开内容', '公开时限', '', '', '', '公开形式'],
  ['', '', '', '即时', '按月', '按季', '按年', ''],
]

describe('deadlines that are ticked', () => {
  const { rows, notes, columns } = read(
    ...HEADING,
    ['1', '财务收支', '明细', '', '√', '', '', '公开栏'],
    ['2', '低保', '名单', '', '', 'TRUE', '', '公开栏'],
    ['3', '换届', '结果', '√', '', '', '√', '公开栏'],
    ['4', '计生', '名单', '', '', '', '', '公开栏'],
  )

  it('are read by the heading that is ticked', () => {
    expect(rows.map(({ deadlineText, deadlineRule }) => [deadlineText, deadlineRule?.class])).toEqual([
      ['按月', 'MONTHLY'],
      ['按季', 'QUARTERLY'],
      ['即时；按年', undefined],
      ['', undefined],
    ])
    expect(notes).toEqual([{ code: 'DEADLINE_UNREAD', sheet: '表1', row: 5, text: '即时；按年' }])
  })

  it('keep their columns for the export, and get one in words only when a text is not among them', () => {
    const cells = (texts: readonly string[]) =>
      exportGrid(
        '村务公开目录',
        columns,
        itemsOf(...rows).map((item, at) => ({ ...item, deadlineText: texts[at] ?? item.deadlineText })),
      ).rows.slice(1)
    expect(cells([]).slice(0, 3)).toEqual([...HEADING, ['1', '财务收支', '明细', '', '√', '', '', '公开栏']])
    const [over, , first, second] = cells(['每月10日前'])
    expect([over?.at(-1), first?.at(-1), second?.at(-1)]).toEqual(['公开时限', '每月10日前', ''])
    expect([first?.slice(3, 7), second?.slice(3, 7)]).toEqual([
      ['', '', '', ''],
      ['', '', '√', ''],
    ])
  })

  it('are none where the row under the heading has one deadline: that is the deadline of an item', () => {
    const heading = ['公开事项', '公开内容', '公开时限', '公开主体']
    expect(read(heading, ['', '', '按月', ''], ['低保', '名单', '按季', '民政办']).rows.at(-1)).toMatchObject(
      {
        itemLevel1: '低保',
        deadlineText: '按季',
      },
    )
  })
})

describe('a bare number under a heading that names its unit', () => {
  it.each([
    '公开时限（单位：工作日）',
    '公开时限[工作日]',
    '公开时限【工作日】',
    '公开时限/工作日',
    '公开时限：工作日',
    '公开时限工作日',
    '公开时限（个工作日）',
  ])('is read with it: %s', (heading) => {
    const [row] = read(['公开事项', '公开内容', heading], ['低保', '名单', '20']).rows
    expect(row).toMatchObject({
      deadlineText: '20',
      deadlineRule: { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'formed_or_changed' },
    })
  })

  it.each([
    ['20.0', '公开时限（工作日）', { amount: 20, unit: 'workday' }],
    ['20', '公开时限（天数）', { amount: 20, unit: 'day' }],
  ])('is read also written %s under %s', (text, heading, rule) => {
    expect(readRowDeadline(text, heading).rule).toMatchObject(rule)
  })

  it('is not guessed at under a heading without one', () => {
    expect(readRowDeadline('20', '公开时限').rule).toBeNull()
  })
})

describe('other words for the headings of the standard', () => {
  it('are understood: 公开要点, 文件依据, 承办单位', () => {
    const { rows } = read(
      ['序号', '公开类别', '公开项目', '公开要点', '文件依据', '公开期限', '承办单位'],
      ['1', '财务', '收支', '每笔收支', '《条例》', '每月15日前', '财政所'],
    )
    expect(rows[0]).toMatchObject({
      itemLevel1: '财务',
      itemLevel2: '收支',
      contentElements: '每笔收支',
      legalBasis: '《条例》',
      publishingUnit: '财政所',
      extra: {},
    })
  })
})
