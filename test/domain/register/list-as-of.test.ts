import { describe, expect, it } from 'vitest'
import { checkChanges, nameColumns } from '../../../domain/register/check-changes.ts'
import { cellTexts, listAsOf } from '../../../domain/register/list-as-of.ts'
import type { ConfirmedChangeSet, ListChangeSet } from '../../../domain/register/list-change.ts'
import { blockingHits } from '../../../domain/register/list-privacy.ts'

const columns = [
  { id: 'c1', label: '事项名称' },
  { id: 'c2', label: '收费标准' },
]
const first: ConfirmedChangeSet = {
  id: 's1',
  sequence: 1,
  name: '收费目录清单',
  columns,
  reason: '首次公布',
  legalBasis: '',
  effectiveOn: '2026-11-01',
  changes: [
    { rowId: 'r1', kind: 'ADDED', cells: { c1: '门牌补办', c2: '5元' }, place: 1, base: null },
    { rowId: 'r2', kind: 'ADDED', cells: { c1: '档案复印', c2: '1元/页' }, place: 2, base: null },
  ],
}
const quiet = { name: null, columns: null, reason: '调整', legalBasis: '' }
const dearer: ConfirmedChangeSet = {
  ...quiet,
  id: 's2',
  sequence: 2,
  effectiveOn: '2026-12-01',
  changes: [{ rowId: 'r1', kind: 'CHANGED', cells: { c1: '门牌补办', c2: '免费' }, place: 1, base: 's1' }],
}
const gone: ConfirmedChangeSet = {
  ...quiet,
  id: 's3',
  sequence: 3,
  effectiveOn: '2026-12-10',
  changes: [{ rowId: 'r2', kind: 'REMOVED', cells: null, place: 2, base: 's1' }],
}

const said = (date: string) => {
  const { rows } = listAsOf([gone, dearer, first], date)
  return rows.map((row) => cellTexts(columns, row.cells).join(' '))
}

describe('a list on a day', () => {
  it('holds what had taken effect by then: nothing before, and each change from its own day', () => {
    expect(said('2026-10-31')).toEqual([])
    expect(said('2026-11-30')).toEqual(['门牌补办 5元', '档案复印 1元/页'])
    expect(said('2026-12-01')).toEqual(['门牌补办 免费', '档案复印 1元/页'])
    expect(said('2026-12-10')).toEqual(['门牌补办 免费'])
  })

  it('tells of each row since when it stands so', () => {
    expect(listAsOf([first, dearer], '2026-12-05').rows.map(({ since }) => since)).toEqual([
      '2026-12-01',
      '2026-11-01',
    ])
  })

  it('keeps the texts of a column that is called otherwise, and does not show a column that is gone', () => {
    const renamed: ConfirmedChangeSet = {
      ...quiet,
      id: 's4',
      sequence: 4,
      effectiveOn: '2026-11-05',
      columns: [{ id: 'c2', label: '标准' }],
      changes: [],
    }
    const state = listAsOf([first, renamed], '2026-11-05')
    expect(state.rows.map((row) => cellTexts(state.columns, row.cells))).toEqual([['5元'], ['1元/页']])
  })
})

describe('a change that is proposed', () => {
  const change = (part: Partial<ListChangeSet['changes'][number]>, on = '2026-12-05'): ListChangeSet => ({
    ...quiet,
    id: 'new',
    effectiveOn: on,
    changes: [{ rowId: 'r1', kind: 'CHANGED', cells: { c1: '甲' }, place: 1, base: 's2', ...part }],
  })

  it('fits when it is written on the newest version of its row', () => {
    expect(checkChanges([first, dearer], change({})).ok).toBe(true)
  })

  it.each([
    ['written on a version that has been replaced', change({ base: 's1' })],
    ['that would take effect before a confirmed change of the same row', change({}, '2026-11-30')],
    ['of a row nobody knows', change({ rowId: 'r9' })],
    ['that adds a row which is there', change({ kind: 'ADDED', base: null })],
  ])('is refused when it is one %s', (_, set) => {
    expect(checkChanges([first, dearer], set)).toMatchObject({ code: 'register.change-outdated' })
  })

  it('is refused when the row has been removed', () => {
    const set = change({ rowId: 'r2', base: 's3' }, '2026-12-20')
    expect(checkChanges([first, gone], set)).toMatchObject({ code: 'register.change-outdated' })
  })

  it('is refused when it changes nothing', () => {
    expect(checkChanges([first], { ...change({}), changes: [] })).toMatchObject({
      code: 'register.nothing-changed',
    })
  })
})

describe('the columns of a list', () => {
  it('keep their ids, and new ones get an id that was never used', () => {
    const named = nameColumns(
      [
        { id: 'c2', label: '标准' },
        { id: null, label: ' 依据 ' },
      ],
      [...columns, { id: 'c7', label: '旧栏' }],
    )
    expect(named).toEqual({
      ok: true,
      value: [
        { id: 'c2', label: '标准' },
        { id: 'c8', label: '依据' },
      ],
    })
  })

  it.each([
    [[], 'register.columns-required'],
    [[{ id: null, label: ' ' }], 'register.columns-required'],
    [
      [
        { id: null, label: '名称' },
        { id: null, label: '名称 ' },
      ],
      'register.column-repeated',
    ],
  ])('%j are refused: %s', (wanted, code) => {
    expect(nameColumns(wanted, [])).toMatchObject({ code })
  })
})

describe('what would become public of a change', () => {
  const today = '2026-11-23'
  const set = (texts: Record<string, string>, part: Partial<ListChangeSet> = {}): ListChangeSet => ({
    ...quiet,
    id: 'x',
    effectiveOn: today,
    changes: [{ rowId: 'r', kind: 'ADDED', cells: texts, place: 1, base: null }],
    ...part,
  })

  it('names row and column of a mobile number, never the number', () => {
    const hits = blockingHits(set({ c1: '门牌补办', c2: '联系13800138000' }), columns, today)
    expect(hits).toEqual([{ part: 'CELL', row: 1, column: '收费标准', kind: 'MOBILE' }])
  })

  it('reads reason, legal basis, name and headings too', () => {
    const number = '电话13800138000'
    const parts = [
      { reason: number },
      { legalBasis: number },
      { name: number },
      { columns: [{ id: 'c1', label: number }] },
    ].map((part) => blockingHits(set({}, part), columns, today)[0]?.part)
    expect(parts).toEqual(['REASON', 'LEGAL_BASIS', 'NAME', 'COLUMN'])
  })

  it('finds a number spread over the cells of a row', () => {
    const many = Array.from({ length: 18 }, (_, index) => ({ id: `c${index + 1}`, label: `栏${index + 1}` }))
    const digits = Object.fromEntries([...'11010519491231002X'].map((sign, index) => [`c${index + 1}`, sign]))
    expect(blockingHits(set(digits), many, today)[0]?.kind).toBe('RESIDENT_ID')
  })

  it('lets the telephone of an office pass', () => {
    expect(blockingHits(set({ c1: '咨询电话 0999-6100100' }), columns, today)).toEqual([])
  })
})
