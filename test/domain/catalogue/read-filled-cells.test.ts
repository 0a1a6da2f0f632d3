import { describe, expect, it } from 'vitest'
import type { CatalogueReading } from '../../../domain/catalogue/catalogue-item.ts'
import type { Merge } from '../../../domain/catalogue/grid.ts'
import { readCatalogueGrid } from '../../../domain/catalogue/read-catalogue-grid.ts'

function read(rows: readonly (readonly string[])[], merges: readonly Merge[] = []): CatalogueReading {
  const result = readCatalogueGrid({ sheet: '表1', rows, merges }, '目录.csv')
  if (!result.ok) throw new Error(result.code)
  return result.value
}

const HEADING = [
  '一级事项',
  '二级事项',
  '公开内容',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道',
  '公开层级',
]
const FIRST = ['低保', '政策', '文件', '条例', '20个工作日内', '民政办', '政府网站', '乡级']
const merge = (top: number, bottom: number, column: number): Merge => ({
  top,
  left: column,
  bottom,
  right: column,
})

describe('cells that are left blank', () => {
  it('take basis, deadline and unit from the row above when a whole group leaves them blank, and say so', () => {
    const reading = read([HEADING, FIRST, ['', '审核', '名单'], ['', '审批', '名单']])
    for (const row of reading.rows) {
      expect(row).toMatchObject({
        legalBasis: '条例',
        deadlineText: '20个工作日内',
        publishingUnit: '民政办',
      })
      expect(row.deadlineRule).toMatchObject({ amount: 20 })
    }
    expect(reading.notes).toEqual(
      [3, 4].map((row) => ({
        code: 'FILLED_FROM_ABOVE',
        sheet: '表1',
        row,
        text: '公开时限；公开主体；公开依据',
      })),
    )
  })

  it('stay blank when another row of the group has its own', () => {
    const reading = read([HEADING, FIRST, ['', '审核', '名单', '', '每月'], ['', '审批', '名单', '', '']])
    expect(reading.rows.map((row) => row.deadlineText)).toEqual(['20个工作日内', '每月', ''])
    expect(reading.rows.map((row) => row.publishingUnit)).toEqual(['民政办', '民政办', '民政办'])
  })

  it('stay blank in the group of another item', () => {
    const reading = read([
      HEADING,
      FIRST,
      ['救灾', '款物', '数量', '办法', '', '应急办'],
      ['', '发放', '对象'],
    ])
    expect(reading.rows.map((row) => row.deadlineText)).toEqual(['20个工作日内', '', ''])
    expect(reading.rows[2]).toMatchObject({ legalBasis: '办法', publishingUnit: '应急办' })
  })

  it('are filled without a remark where they are merged, and mean blank elsewhere in that column', () => {
    const second = ['', '审核', '名单', '', '', '', '村公示栏', '村级']
    const reading = read(
      [HEADING, FIRST, second, ['救灾', '款物', '数量', '办法', '及时', '应急办'], ['', '发放', '对象']],
      [0, 3, 4, 5].map((column) => merge(1, 2, column)),
    )
    expect(reading.rows[1]).toMatchObject({
      itemLevel1: '低保',
      legalBasis: '条例',
      deadlineText: '20个工作日内',
      publishingUnit: '民政办',
    })
    expect(reading.rows[3]).toMatchObject({ itemLevel1: '救灾', deadlineText: '', publishingUnit: '' })
    expect(reading.notes).toEqual([])
  })

  it('are filled also where nothing but the headings is merged', () => {
    const heading = [HEADING, HEADING.map(() => '')]
    const rows = [...heading, FIRST, ['', '审核', '名单'], ...heading, ['救灾', ...FIRST.slice(1)]]
    const reading = read(rows, [merge(0, 1, 4), merge(4, 5, 4)])
    expect(reading.rows.map((row) => row.deadlineText)).toEqual(Array(3).fill('20个工作日内'))
  })

  it('take the second level from above inside a merged first level', () => {
    const reading = read([HEADING, FIRST, ['', '', '指南']], [merge(1, 2, 0)])
    expect(reading.rows[1]).toMatchObject({ itemLevel1: '低保', itemLevel2: '政策', contentElements: '指南' })
  })

  it('are filled where a row has nothing of its own but a lower item or its contents', () => {
    const reading = read([HEADING, FIRST, ['', '审核'], ['', '', '金额']])
    expect(reading.rows.map((row) => [row.itemLevel2, row.contentElements, row.deadlineText])).toEqual([
      ['政策', '文件', '20个工作日内'],
      ['审核', '', '20个工作日内'],
      ['审核', '金额', '20个工作日内'],
    ])
  })

  it('take three levels from above', () => {
    const heading = ['一级事项', '二级事项', '三级事项', '公开内容', '公开依据', '公开时限']
    const reading = read([
      heading,
      ['低保', '政策', '文件', '甲', '条例', '每月'],
      ['', '', '指南', '乙', '条例', '每月'],
      ['', '', '', '丙', '条例', '每月'],
      ['', '审核', '名单', '丁', '条例', '每月'],
    ])
    expect(reading.rows.map((row) => [row.itemLevel1, row.itemLevel2, row.itemLevel3])).toEqual([
      ['低保', '政策', '文件'],
      ['低保', '政策', '指南'],
      ['低保', '政策', '指南'],
      ['低保', '审核', '名单'],
    ])
  })
})

describe('rows that count those above them', () => {
  it.each([
    [['合计', '', '1项']],
    [['合计', '6项']],
    [['', '小计', '1', '/', '—']],
    [['总计', '1']],
    [['合 计', '', '５']],
    [['共计', '', '', '', '', '5项']],
    [['小计：5项']],
    [['本页合计：5项']],
    [['', '', '6项']],
    [['共6项']],
  ])('become no item and no part: %j', (row) => {
    const reading = read([HEADING, FIRST, row, ['', '审核', '名单', '条例', '每月', '民政办']])
    expect(reading.rows.map(({ itemLevel2 }) => itemLevel2)).toEqual(['政策', '审核'])
    expect(reading.rows[1]).toMatchObject({ itemLevel1: '低保', extra: {} })
    expect(reading.notes).toMatchObject([{ code: 'ROW_SKIPPED', row: 3 }])
  })

  it('are none where a word of theirs names an item', () => {
    const row = ['财务', '合计', '收支合计表', '条例', '每月', '财政所']
    expect(read([HEADING, FIRST, row]).rows[1]).toMatchObject({ itemLevel2: '合计' })
  })
})

describe('rows whose first word is also that of a remark', () => {
  it.each(['审核信息', '审核审批', '联系方式', '编制情况', '注册登记', '说明材料'])(
    'are items: %s',
    (level2) => {
      const reading = read([HEADING, FIRST, ['', level2, '名单', '条例', '每月', '民政办']])
      expect(reading.rows[1]).toMatchObject({ itemLevel1: '低保', itemLevel2: level2 })
      expect(reading.notes).toEqual([])
    },
  )

  it.each(['审核人：韩立', '联系电话：0990-0000000', '注：自印发之日起执行', '注1：乡级含街道', '附件2'])(
    'are none: %s',
    (remark) => {
      const reading = read([HEADING, FIRST, ['', remark, '周敏']])
      expect(reading.rows).toHaveLength(1)
      expect(reading.notes).toMatchObject([{ code: 'ROW_SKIPPED', row: 3, text: `${remark} 周敏` }])
    },
  )
})

describe('同上', () => {
  it('means the cell above, in every column, also over several rows', () => {
    const same = ['低保', '审核', '同上', '同上', '同上', '同 上', '〃', '同上']
    const reading = read([HEADING, FIRST, same, ['低保', '审批', ...same.slice(2)]])
    for (const row of reading.rows.slice(1)) {
      expect(row).toMatchObject({
        contentElements: '文件',
        legalBasis: '条例',
        deadlineText: '20个工作日内',
        publishingUnit: '民政办',
        channels: ['政府网站'],
        levels: ['乡级'],
      })
    }
    expect(reading.notes.map(({ code, row, text }) => [code, row, text])).toEqual(
      [3, 4].map((row) => [
        'FILLED_FROM_ABOVE',
        row,
        '公开内容；公开依据；公开时限；公开主体；公开渠道；公开层级',
      ]),
    )
  })

  it('does not point past a heading, since the columns below may stand in another order', () => {
    const reading = read([HEADING, FIRST, HEADING.toReversed(), FIRST.toReversed().map(() => '同上')])
    expect(reading.rows[1]).toMatchObject({ itemLevel1: '同上', deadlineText: '同上' })
  })

  it('is kept as it is where nothing stands above', () => {
    const reading = read([HEADING, ['低保', '政策', '文件', '条例', '同上', '民政办', '政府网站', '乡级']])
    expect(reading.rows[0]).toMatchObject({ deadlineText: '同上', deadlineRule: null })
    expect(reading.notes).toMatchObject([{ code: 'DEADLINE_UNREAD', row: 2, text: '同上' }])
  })
})

describe('what the reading says of deadlines', () => {
  const row = (deadline: string, heading = '公开时限'): CatalogueReading =>
    read([
      ['公开事项', '公开依据', heading],
      ['低保', '条例', deadline],
    ])

  it('gives rule and display period with the row', () => {
    expect(row('10个工作日内，公示7天').rows[0]).toMatchObject({
      deadlineText: '10个工作日内，公示7天',
      deadlineRule: { class: 'ON_EVENT', amount: 10 },
      deadlineRuleSet: false,
      displayPeriod: { min: 7, unit: 'day' },
    })
  })

  it('notes what was not understood, and conditions, with the row', () => {
    expect(row('视情况').notes).toMatchObject([{ code: 'DEADLINE_UNREAD', row: 2, text: '视情况' }])
    expect(row('按规定时限').notes).toMatchObject([{ code: 'DEADLINE_UNREAD', text: '按规定时限' }])
    expect(row('每季度首月10日前，遇节假日顺延').notes).toMatchObject([
      { code: 'DEADLINE_CONDITION', text: '遇节假日顺延' },
    ])
    expect(row('20个工作日内，另有规定的从其规定').notes).toEqual([])
    expect(row('').notes).toEqual([])
  })

  it.each([
    ['10日前', '公开时间（每月）', { class: 'MONTHLY', monthday: 10, offset: 'nextMonth' }],
    [
      '20',
      '公开时限（工作日）',
      { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'formed_or_changed' },
    ],
    ['每年1月31日前', '公开时间（每月）', { class: 'YEARLY', date: '01-31' }],
    ['视情况', '公开时间（每月）', null],
  ])('reads %s under the heading %s', (deadline, heading, rule) => {
    expect(row(deadline, heading).rows[0]?.deadlineRule).toEqual(rule)
  })
})

describe('the layout of the table', () => {
  it('keeps every column in its order, with the heading of its group', () => {
    const { columns } = read([
      ['序号', '公开事项', '', '公开依据', '公开层级', '', '责任科室', ''],
      ['', '一级事项', '二级事项', '', '县级', '乡级', '', ''],
      ['1', '低保', '审核', '条例', '√', '', '民政办', '旁注'],
    ])
    expect(columns).toEqual([
      { role: 'serial', label: '序号', group: '' },
      { role: 'itemLevel1', label: '一级事项', group: '公开事项' },
      { role: 'itemLevel2', label: '二级事项', group: '公开事项' },
      { role: 'legalBasis', label: '公开依据', group: '' },
      { role: 'levelTick', label: '县级', group: '公开层级' },
      { role: 'levelTick', label: '乡级', group: '公开层级' },
      { role: 'extra', label: '责任科室', group: '' },
      { role: 'extra', label: 'H', group: '' },
    ])
  })
})

describe('names of units', () => {
  it.each([
    ['云溪镇人\n民政府', '云溪镇人民政府'],
    ['云溪镇\n人民政府', '云溪镇人民政府'],
    ['镇民政办\n公室', '镇民政办公室'],
    ['县民政局\n云溪镇人民政府', '县民政局\n云溪镇人民政府'],
    ['县级农业农\n村部门\n各村', '县级农业农村部门\n各村'],
  ])('are mended: %j', (unit, mended) => {
    const reading = read([
      ['公开事项', '公开依据', '公开主体'],
      ['低保', '条例', unit],
    ])
    expect(reading.rows[0]?.publishingUnit).toBe(mended)
  })
})
