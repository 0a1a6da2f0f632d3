import { describe, expect, it } from 'vitest'
import { adoptRows, isSame } from '../../../domain/catalogue/catalogue-diff.ts'
import { exportGrid } from '../../../domain/catalogue/export-grid.ts'
import type { Grid } from '../../../domain/catalogue/grid.ts'
import { readCatalogueGrid } from '../../../domain/catalogue/read-catalogue-grid.ts'
import { ALL_TEMPLATES } from '../../../domain/catalogue/templates/all-templates.ts'
import { templateRows } from '../../../domain/catalogue/templates/template.ts'
import { itemsOf } from './catalogue-row-of.ts'

const TITLE = ['示例县基层政务公开标准目录']
const block = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right })

function read(grid: Grid) {
  const reading = readCatalogueGrid(grid, '目录.xlsx')
  if (!reading.ok) throw new Error(reading.code)
  return reading.value
}

/** What is different after a table went in, out and in again. */
function wayAround(grid: Grid) {
  const first = read(grid)
  const items = itemsOf(...first.rows)
  const again = read(exportGrid(first.name, first.columns, items))
  const { diff } = adoptRows(items, again.rows)
  return {
    rows: first.rows.length,
    name: again.name === first.name,
    regime: again.regime === first.regime,
    labels: again.columns.map(({ label }) => label).slice(0, first.columns.length),
    own: first.columns.map(({ label }) => label),
    same: isSame(diff),
    diff,
  }
}

const AWKWARD: readonly (readonly [string, Grid])[] = [
  [
    'three levels, merged cells, levels of a prefecture and joined ones',
    {
      sheet: '社会救助',
      rows: [
        TITLE,
        [
          '序\n号',
          '公开事项',
          '',
          '',
          '公开内容',
          '公开依据',
          '公开时限',
          '公开主体',
          '公开对象',
          '',
          '公开层级',
          '',
          '',
        ],
        ['', '一级', '二级', '三级', '', '', '', '', '全社会', '特定群体', '州级', '县级', '乡、村级'],
        [
          '1',
          '救助',
          '低保',
          '办事指南',
          '●条件\n●材料',
          '《条例》',
          '20个工作日内',
          '民政局',
          '√',
          '',
          '',
          '√',
          '√',
        ],
        ['2', '', '', '名单', '名单', '', '', '', '', '√（本村）', '', '', '村级'],
        ['3', '', '临时救助', '名单', '金额', '《办法》', '长期公开', '镇政府', '☑', '□', '▲', '', '口'],
      ],
      merges: [
        block(0, 0, 0, 12),
        block(1, 0, 2, 0),
        block(1, 1, 1, 3),
        ...[4, 5, 6, 7].map((column) => block(1, column, 2, column)),
        block(1, 8, 1, 9),
        block(1, 10, 1, 12),
        block(3, 1, 5, 1),
        block(3, 2, 4, 2),
        ...[5, 6, 7].map((column) => block(3, column, 4, column)),
      ],
    },
  ],
  [
    'columns in an order of its own, local columns, one without a heading',
    {
      sheet: 'Sheet1',
      rows: [
        TITLE,
        ['公开时限', '咨询电话', '公开事项', '公开内容（要素）', '责任部门', '公开形式', '', '备注', '备注'],
        ['即时公开', '0999-6100100', '停电通知', '时间、范围', '党政办', '公开栏、广播', '甲', '', '乙'],
        ['每年1月31日前', '', '年度报告', '上一年度工作情况', '党政办', '网站', '', '丙', '丁'],
      ],
      merges: [],
    },
  ],
  [
    'parts with a title of their own and a heading in the middle',
    {
      sheet: 'Sheet1',
      rows: [
        TITLE,
        ['序号', '一级事项', '二级事项', '公开内容', '公开时限', '公开主体'],
        ['一、综合政务'],
        ['1', '机构', '职能', '机构设置', '20个工作日内', '镇政府'],
        ['序号', '一级事项', '二级事项', '公开内容', '公开时限', '公开主体'],
        ['二、民生保障'],
        ['2', '救助', '低保', '名单', '10个工作日内，公示7个工作日', '镇政府'],
      ],
      merges: [],
    },
  ],
  [
    'channels and modes ticked in columns, both modes at once, words beside a tick',
    {
      sheet: 'Sheet1',
      rows: [
        TITLE,
        ['序号', '公开事项', '公开内容', '公开时限', '公开主体', '公开渠道', '', '公开方式', ''],
        ['', '', '', '', '', '政府网站', '公示栏', '主动', '依申请'],
        ['1', '财政预算', '预算表', '批准后20日内', '财政所', '√', '√ 张贴7天', '√', '√'],
        ['2', '财政决算', '决算表', '批准后20日内', '财政所', '', '√', '', '√'],
      ],
      merges: [],
    },
  ],
  [
    'deadlines ticked in columns, with words beside a tick, twice and not at all',
    {
      sheet: 'Sheet1',
      rows: [
        TITLE,
        ['序号', '公开事项', '公开内容', '公开时限', '', '', '公开主体'],
        ['', '', '', '即时', '按月', '按季', ''],
        ['1', '财务收支', '明细', '', '√', '', '财政所'],
        ['2', '低保', '名单', '', '', '√（首月15日前）', '民政办'],
        ['3', '救灾', '款物', '√', '√', '', '民政办'],
        ['4', '计生', '名单', '', '', '', '计生办'],
      ],
      merges: [],
    },
  ],
]

describe('a table taken in, sent out and taken in again', () => {
  it.each(AWKWARD)('%s: says the same', (_, grid) => {
    const around = wayAround(grid)
    expect(around.diff).toMatchObject({ added: [], removed: [], changed: [] })
    expect(around).toMatchObject({ name: true, regime: true, same: true })
    expect(around.rows).toBeGreaterThan(1)
    expect(around.labels).toEqual(around.own)
  })

  it.each(ALL_TEMPLATES.map((template) => [template.name, template] as const))(
    '%s: says the same',
    (_, template) => {
      const items = itemsOf(...templateRows(template))
      const again = read(exportGrid(template.name, [], items))
      expect(adoptRows(items, again.rows).diff).toMatchObject({ added: [], removed: [], changed: [] })
      expect([again.name, again.regime]).toEqual([template.name, template.regime])
    },
  )
})
