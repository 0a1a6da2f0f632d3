import { describe, expect, it } from 'vitest'
import { compareList } from '../../../domain/register/compare-list.ts'
import { listAsOf } from '../../../domain/register/list-as-of.ts'
import { readListGrid } from '../../../domain/register/read-list-grid.ts'

const grid = (
  rows: string[][],
  merges: { top: number; left: number; bottom: number; right: number }[] = [],
) => ({
  sheet: '清单',
  rows,
  merges,
})

describe('an official list in a file', () => {
  it('is read from its heading on, without the serial number, the title as its name', () => {
    const reading = readListGrid([
      grid(
        [
          ['云溪镇收费目录清单', '', ''],
          ['序号', '项目\n名称', '标准'],
          ['1', '门牌补办', '5元'],
          ['2', '档案复印', '1元/页'],
        ],
        [{ top: 0, left: 0, bottom: 0, right: 2 }],
      ),
    ])
    expect(reading).toEqual({
      ok: true,
      value: {
        name: '云溪镇收费目录清单',
        labels: ['项目名称', '标准'],
        rows: [
          { row: 3, texts: ['门牌补办', '5元'] },
          { row: 4, texts: ['档案复印', '1元/页'] },
        ],
        notes: [],
      },
    })
  })

  it('with a heading of two rows names a column by group and column', () => {
    const reading = readListGrid([
      grid(
        [
          ['事项名称', '实施机关', ''],
          ['', '县级', '乡级'],
          ['生育登记', '', '云溪镇'],
        ],
        [
          { top: 0, left: 0, bottom: 1, right: 0 },
          { top: 0, left: 1, bottom: 0, right: 2 },
        ],
      ),
    ])
    expect(reading).toMatchObject({
      value: {
        labels: ['事项名称', '实施机关／县级', '实施机关／乡级'],
        rows: [{ texts: ['生育登记', '', '云溪镇'] }],
      },
    })
  })

  it('repeats a merged cell in each of its rows, and notes titles, remarks and repeated headings', () => {
    const reading = readListGrid([
      grid(
        [
          ['类别', '名称'],
          ['许可', '甲'],
          ['', '乙'],
          ['类别', '名称'],
          ['注：以上事项由党政办公室解释', ''],
        ],
        [
          { top: 1, left: 0, bottom: 2, right: 0 },
          { top: 4, left: 0, bottom: 4, right: 1 },
        ],
      ),
      grid([
        ['别的', '表'],
        ['1', '2'],
      ]),
    ])
    expect(reading).toMatchObject({
      value: {
        rows: [{ texts: ['许可', '甲'] }, { texts: ['许可', '乙'] }],
        notes: [
          { code: 'ROW_SKIPPED', row: 4 },
          { code: 'ROW_SKIPPED', row: 5, text: '注：以上事项由党政办公室解释' },
          { code: 'SHEET_SKIPPED' },
        ],
      },
    })
  })

  it('keeps two columns of one name apart', () => {
    expect(
      readListGrid([
        grid([
          ['名称', '备注', '备注'],
          ['甲', '一', '二'],
        ]),
      ]),
    ).toMatchObject({
      value: { labels: ['名称', '备注', '备注（2）'] },
    })
  })

  it('is refused when a column with texts has no heading, or when there is no table', () => {
    expect(
      readListGrid([
        grid([
          ['名称', '依据', ''],
          ['甲', '乙', '丙'],
        ]),
      ]),
    ).toMatchObject({
      code: 'register.column-unnamed',
      params: { column: 3 },
    })
    expect(readListGrid([grid([['只有一行字']])])).toMatchObject({ code: 'register.table-empty' })
    expect(readListGrid([grid([['名称', '依据']])])).toMatchObject({ code: 'register.table-empty' })
  })
})

describe('a file beside the list it is of', () => {
  const rows = ['生育登记', '残疾人证', '户籍证明'].map((name, index) => ({
    rowId: `r${index + 1}`,
    kind: 'ADDED' as const,
    cells: { c1: name, c2: `依据${index + 1}` },
    place: index + 1,
    base: null,
  }))
  const state = listAsOf(
    [
      {
        id: 's1',
        sequence: 1,
        name: '许可清单',
        columns: [
          { id: 'c1', label: '事项名称' },
          { id: 'c2', label: '依据' },
        ],
        reason: '首次公布',
        legalBasis: '',
        effectiveOn: '2026-11-01',
        changes: rows,
      },
    ],
    '2026-11-23',
  )

  it('shows what is new, changed and gone, and nothing of what only moved', () => {
    const difference = compareList(
      state,
      ['事项名称', '依据'],
      [
        { texts: ['户籍证明', '依据3'] },
        { texts: ['生育登记', '新依据'] },
        { texts: ['老年优待证', '依据4'] },
      ],
    )
    expect(difference.columnsChanged).toBe(false)
    expect(difference.same).toBe(1)
    expect(difference.changes).toEqual([
      {
        kind: 'CHANGED',
        rowId: 'r1',
        texts: ['生育登记', '新依据'],
        before: ['生育登记', '依据1'],
        place: 1,
        base: 's1',
      },
      { kind: 'ADDED', rowId: null, texts: ['老年优待证', '依据4'], before: null, place: 2, base: null },
      { kind: 'REMOVED', rowId: 'r2', texts: null, before: ['残疾人证', '依据2'], place: 2, base: 's1' },
    ])
  })

  it('puts new rows between the rows they stand between', () => {
    const difference = compareList(
      state,
      ['事项名称', '依据'],
      [
        { texts: ['生育登记', '依据1'] },
        { texts: ['甲', ''] },
        { texts: ['乙', ''] },
        { texts: ['残疾人证', '依据2'] },
        { texts: ['户籍证明', '依据3'] },
      ],
    )
    const places = difference.changes.map(({ place }) => place)
    expect(places).toHaveLength(2)
    expect(places[0]).toBeGreaterThan(1)
    expect(places[1]).toBeGreaterThan(places[0] ?? 0)
    expect(places[1]).toBeLessThan(2)
  })

  it('with another heading keeps the columns it knows and asks for the rest', () => {
    const difference = compareList(
      state,
      ['事项名称', '实施机关'],
      [
        { texts: ['生育登记', '云溪镇'] },
        { texts: ['残疾人证', '云溪镇'] },
        { texts: ['户籍证明', '云溪镇'] },
      ],
    )
    expect(difference.columnsChanged).toBe(true)
    expect(difference.columns).toEqual([
      { id: 'c1', label: '事项名称' },
      { id: null, label: '实施机关' },
    ])
    expect(difference.changes.map(({ kind }) => kind)).toEqual(['CHANGED', 'CHANGED', 'CHANGED'])
  })
})
