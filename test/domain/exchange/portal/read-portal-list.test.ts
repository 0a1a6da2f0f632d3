import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJsonList } from '../../../../domain/exchange/portal/read-json-list.ts'
import { readListDate, readPortalList } from '../../../../domain/exchange/portal/read-portal-list.ts'

const grid = (rows: readonly (readonly string[])[], sheet = '') => ({ sheet, rows, merges: [] })

describe('the list of a portal', () => {
  it('is read by its headings, below a title and in any order', () => {
    const read = readPortalList([
      grid([
        ['云溪镇信息公开目录（2026年）', '', '', '', ''],
        ['序号', '发布时间', '信息名称', '发文字号', '索引号'],
        ['1', '2026/11/20 10:00', '关于停电的公告', '', '11990000000000001A/2026-00001'],
      ]),
    ])
    expect(read).toEqual({
      ok: true,
      value: {
        listed: [
          {
            sheet: '',
            row: 3,
            indexNumber: '11990000000000001A/2026-00001',
            title: '关于停电的公告',
            date: '2026-11-20',
            documentNumber: null,
            withdrawn: false,
          },
        ],
        unreadable: [],
        columns: {
          indexNumber: '索引号',
          title: '信息名称',
          date: '发布时间',
          documentNumber: '发文字号',
          state: null,
        },
      },
    })
  })

  it('prefers the day of publication to other days', () => {
    const read = readPortalList([
      grid([
        ['标题', '成文日期', '发布日期'],
        ['公告', '2026-11-01', '2026-11-20'],
      ]),
    ])
    expect(read.ok && read.value.listed[0]?.date).toBe('2026-11-20')
  })

  it.each([
    ['状态', '已撤下', true],
    ['信息状态', '已撤下（发布有误）', true],
    ['发布状态', '2026-11-02 撤回', true],
    ['状态', 'Withdrawn', true],
    ['是否撤下', '是', true],
    ['撤下日期', '2026年11月2日', true],
    ['状态', '正在公开', false],
    ['状态', '未撤下', false],
    ['状态', '撤下申请审核中', false],
    ['状态', '已废止', false],
    ['是否撤下', '否', false],
    ['撤下日期', '', false],
  ])('knows by its column %s what it took down: %s', (heading, said, withdrawn) => {
    const rows = [
      ['索引号', heading, '发布日期'],
      ['A/1', said, '2026-11-01'],
    ]
    const read = readPortalList([grid(rows)])
    expect(read).toMatchObject({
      value: { listed: [{ date: '2026-11-01', withdrawn }], columns: { state: heading, date: '发布日期' } },
    })
  })

  it('names rows it cannot use, and never drops one in silence', () => {
    const read = readPortalList([
      grid(
        [
          ['索引号', '标题', '发布日期'],
          ['A/2026-00001', '公告', '去年冬天'],
          ['', '', '2026-11-20'],
          ['', '', ''],
          ['索引号', '标题', '发布日期'],
          ['A/2026-00002', '公示', ''],
        ],
        '政务',
      ),
      grid([['说明'], ['数据来自门户']], '说明'),
    ])
    expect(read.ok && read.value.listed.map(({ row }) => row)).toEqual([2, 6])
    expect(read.ok && read.value.unreadable.map(({ sheet, row, reason }) => [sheet, row, reason])).toEqual([
      ['政务', 2, 'DATE_UNREADABLE'],
      ['政务', 3, 'NOTHING_TO_FIND_IT_BY'],
      ['说明', 1, 'SHEET_WITHOUT_HEADING'],
    ])
  })

  it('is refused when no sheet says by what a notice is found', () => {
    expect(
      readPortalList([
        grid([
          ['甲', '乙'],
          ['1', '2'],
        ]),
      ]),
    ).toMatchObject({ code: 'portal.list-unreadable' })
    expect(readPortalList([])).toMatchObject({ code: 'portal.list-unreadable' })
  })

  it('takes every filled row below the heading into exactly one place', () => {
    const cell = fc.constantFrom('', '公告', '2026-11-20', 'A/2026-1', '无', '合计')
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), (rows) => {
        const read = readPortalList([grid([['索引号', '标题', '日期'], ...rows])])
        if (!read.ok) throw new Error(read.code)
        const { listed, unreadable } = read.value
        const filled = rows.filter((row) => row.some((text) => text !== '')).length
        const unusable = unreadable.filter(({ reason }) => reason !== 'DATE_UNREADABLE').length
        expect(listed.length + unusable).toBe(filled)
      }),
    )
  })

  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026年3月5日 10:00', '2026-03-05'],
    ['２０２６．３．５', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['46346', '2026-11-20'],
    ['2026-02-30', null],
    ['三月五日', null],
  ])('reads the day %s', (text, date) => {
    expect(readListDate(text)).toBe(date)
  })
})

describe('a list as JSON', () => {
  it('may be a receipt: what the county accepted, each notice once', () => {
    const item = { kind: 'EDITION', result: 'ACCEPTED' }
    const read = readJsonList({
      format: 'board-receipt/1',
      items: [
        { ...item, indexNumber: 'A/1' },
        { ...item, indexNumber: 'A/1' },
        { ...item, indexNumber: 'A/2', result: 'REJECTED' },
        { ...item, indexNumber: 'A/3', kind: 'WITHDRAWAL' },
      ],
    })
    expect(read.ok && read.value.kind).toBe('RECEIPT')
    expect(read.ok && read.value.listed.map((one) => [one.indexNumber, one.withdrawn])).toEqual([
      ['A/1', false],
      ['A/3', true],
    ])
  })

  it('of a receipt that tells of an edition and of its withdrawal, counts the later change', () => {
    const item = { indexNumber: 'A/1', result: 'ACCEPTED' }
    const read = readJsonList({
      format: 'board-receipt/1',
      items: [
        { ...item, kind: 'WITHDRAWAL', change: 9 },
        { ...item, kind: 'EDITION', change: 4 },
      ],
    })
    expect(read.ok && read.value.listed).toMatchObject([{ indexNumber: 'A/1', withdrawn: true }])
  })

  it('may say of its entries what was taken down', () => {
    const entry = { title: '公告' }
    const read = readJsonList([
      { ...entry, state: 'WITHDRAWN' },
      { ...entry, status: '已撤下' },
      { ...entry, withdrawn: true },
      entry,
    ])
    expect(read.ok && read.value.listed.map(({ withdrawn }) => withdrawn)).toEqual([true, true, true, false])
  })

  it('may be entries, of which unusable ones are named', () => {
    const read = readJsonList({ notices: [{ indexNumber: 'A/1', title: '公告', date: '2026-11-20' }, 7] })
    expect(read).toMatchObject({
      ok: true,
      value: {
        kind: 'JSON',
        listed: [{ row: 1, date: '2026-11-20' }],
        unreadable: [{ row: 2, reason: 'NOTHING_TO_FIND_IT_BY' }],
      },
    })
    expect(readJsonList({ hello: 1 })).toMatchObject({ code: 'portal.list-unreadable' })
  })
})
