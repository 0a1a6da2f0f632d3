import { expect, test } from 'vitest'
import type { Table, TableCell } from '../../../domain/notice/body.ts'
import { inPlace, placeChoices, placeColumns, placesOf } from '../../../domain/table/find-place.ts'
import { partSums } from '../../../domain/table/part-sums.ts'
import { tableGrid } from '../../../domain/table/table-grid.ts'

function cell(text: string, type: TableCell['type'] = 'tableCell', attrs?: TableCell['attrs']): TableCell {
  return {
    type,
    ...(attrs ? { attrs } : {}),
    content: [{ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) }],
  }
}

function table(head: readonly string[], ...rows: readonly (readonly (string | TableCell)[])[]): Table {
  return {
    type: 'table',
    content: [
      { type: 'tableRow', content: head.map((text) => cell(text, 'tableHeader')) },
      ...rows.map((row) => ({
        type: 'tableRow' as const,
        content: row.map((one) => (typeof one === 'string' ? cell(one) : one)),
      })),
    ],
  }
}

test.each([
  ['a column of village and group', '村组', ['河西村3组', '河东村1组'], true],
  ['groups by number alone', '组', ['1', '2', '3'], true],
  ['groups in Chinese numbers', '组别', ['一组', '十二组'], true],
  ['villages alone', '所在村', ['河西村', '云溪社区'], true],
  ['an address that was reduced to the group', '家庭住址', ['云溪镇河西村3组', '云溪镇河东村1组'], true],
  ['an address with a house number', '家庭住址', ['云溪镇河西村3组12号', '云溪镇河东村1组3号'], false],
  ['names of people', '户主', ['张*国', '李*'], false],
  ['names of people under the wrong heading', '村组', ['张建国', '李秀英'], false],
  ['identity numbers', '身份证号', ['990000********001X'], false],
  ['identity numbers under the wrong heading', '村组', ['990000198002290011'], false],
  ['masked values under a place heading', '所在村', ['河西村', '3****组'], false],
  ['telephones', '联系电话', ['138****8000'], false],
  ['amounts', '金额（元）', ['300', '400'], false],
  ['groups with one number that is none', '组', ['1', '13800138000'], false],
])('a visitor may narrow a list by %s: %#', (_, heading, texts, may) => {
  const grid = tableGrid(table(['序号', heading], ...texts.map((text, at) => [String(at + 1), text])))
  expect(placeColumns(grid)).toEqual(may ? [1] : [])
})

test('the keys are the villages in the order of the list and their groups by number, and count their entries', () => {
  const grid = tableGrid(
    table(
      ['户主', '村组'],
      ['张*国', '河西村10组'],
      ['李*', '河西村2组'],
      ['王*', '河东村1组'],
      ['赵*', '河西村2组'],
    ),
  )
  const places = placesOf(grid) ?? []
  expect(placeChoices(places)).toEqual([
    {
      village: '河西村',
      count: 3,
      groups: [
        { group: '2组', count: 2 },
        { group: '10组', count: 1 },
      ],
    },
    { village: '河东村', count: 1, groups: [{ group: '1组', count: 1 }] },
  ])
  const of = (village: string, group: string) =>
    places.filter((place) => inPlace(place, { village, group })).length
  expect([of('河西村', ''), of('河西村', '2组'), of('河东村', '')]).toEqual([3, 2, 1])
})

test('village and group in two columns are one place, and a village over several rows counts for each', () => {
  const grid = tableGrid(
    table(
      ['村', '组', '户主'],
      [cell('河西村', 'tableCell', { rowspan: 2 }), '一组', '张*国'],
      ['二组', '李*'],
      ['河东村', '一组', '王*'],
    ),
  )
  expect(placesOf(grid)).toEqual([
    { village: '河西村', group: '一组' },
    { village: '河西村', group: '二组' },
    { village: '河东村', group: '一组' },
  ])
})

test('a list of one village without groups offers nothing to choose', () => {
  const grid = tableGrid(table(['户主', '村组'], ['张*国', '河西村'], ['李*', '河西村']))
  expect(placeChoices(placesOf(grid) ?? [])).toEqual([])
})

test('a line of sums belongs to no village', () => {
  const grid = tableGrid(
    table(
      ['户主', '村组', '金额'],
      ['张*国', '河西村1组', '300'],
      ['李*', '河西村2组', '400'],
      [cell('合计', 'tableHeader', { colspan: 2 }), '700'],
    ),
  )
  expect(placesOf(grid)?.[2]).toBeNull()
  expect(placeColumns(grid)).toEqual([1])
})

test('sums of a part are told only where all entries come to what the office wrote', () => {
  const rows = [
    ['张*国', '1组', '1,300.00', '3'],
    ['李*', '2组', '400.50', '不详'],
  ]
  const honest = tableGrid(
    table(['户主', '村组', '金额（元）', '人数'], ...rows, [
      cell('合计', 'tableHeader', { colspan: 2 }),
      '1,700.50',
      '5',
    ]),
  )
  expect(partSums(honest, honest.rows.slice(0, 1))).toEqual([null, null, '1,300.00', null])
  const wrong = tableGrid(
    table(['户主', '村组', '金额（元）', '人数'], ...rows, [
      cell('合计', 'tableHeader', { colspan: 2 }),
      '1,700.00',
      '5',
    ]),
  )
  expect(partSums(wrong, wrong.rows.slice(0, 1))).toEqual([null, null, null, null])
  const none = tableGrid(table(['户主', '金额（元）'], ['张*国', '300']))
  expect(partSums(none, none.rows)).toEqual([null, null])
})

test('of a table without headings, or whose headings reach into the entries, nothing is said of the columns', () => {
  const bare = tableGrid({ type: 'table', content: [{ type: 'tableRow', content: [cell('一')] }] })
  expect([bare.headings, bare.rows.length, placesOf(bare)]).toEqual([[''], 1, null])
  const reaching: Table = {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [cell('村', 'tableHeader', { rowspan: 2 }), cell('户主', 'tableHeader')],
      },
      { type: 'tableRow', content: [cell('张*国')] },
    ],
  }
  expect([tableGrid(reaching).headings, placesOf(tableGrid(reaching))]).toEqual([['', ''], null])
})

test('headings of two rows are read together', () => {
  const grid = tableGrid({
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [cell('户主', 'tableHeader', { rowspan: 2 }), cell('金额', 'tableHeader', { colspan: 2 })],
      },
      { type: 'tableRow', content: [cell('上月', 'tableHeader'), cell('本月', 'tableHeader')] },
      { type: 'tableRow', content: [cell('张*国'), cell('1'), cell('2')] },
    ],
  })
  expect(grid.headings).toEqual(['户主', '金额 上月', '金额 本月'])
})
