import { expect, test } from 'vitest'
import { pageTotals } from '../../../domain/table/carry.ts'
import { splitRows, withEnd } from '../../../renderer/sheet/settle/carry.ts'

test('rows are put on pages by their heights, and none is lost', () => {
  expect(splitRows([10, 10, 10, 10], { first: 25, further: 30 })).toEqual([
    [0, 1],
    [2, 3],
  ])
  const heights = Array.from({ length: 500 }, (_, at) => 10 + (at % 7) * 5)
  expect(splitRows(heights, { first: 120, further: 300 }).flat()).toEqual(heights.map((_, at) => at))
})

test('where no row fits below the text, the table begins on a new page', () => {
  expect(splitRows([10, 10], { first: 5, further: 30 })).toEqual([[], [0, 1]])
})

test('where signatures do not fit below the accounts, the last rows go on with them; where they do, nothing moves', () => {
  const room = { first: 45, further: 50 }
  const heights = [10, 10, 10, 10]
  expect(withEnd([[0, 1, 2, 3]], heights, room, 5)).toEqual([[0, 1, 2, 3]])
  expect(withEnd([[0, 1, 2, 3]], heights, room, 20)).toEqual([[0], [1, 2, 3]])
  expect(withEnd([[0], [1, 2, 3]], heights, room, 30)).toEqual([[0], [1, 2, 3]])
  // No page holds them together.
  expect(withEnd([[0, 1, 2, 3]], heights, room, 40)).toEqual([[0, 1, 2, 3]])
})

test('a row taller than a page stands alone', () => {
  expect(splitRows([10, 99, 10], { first: 30, further: 30 })).toEqual([[0], [1], [2]])
})

test('each page has its own sum and hands on everything so far, in fen', () => {
  const pages = [
    [
      ['1,000.10', ''],
      ['0.20', '5.00'],
    ],
    [['', '2.50']],
    [],
  ]
  expect(pageTotals(pages)).toEqual([
    { page: [100_030n, 500n], forward: [100_030n, 500n] },
    { page: [0n, 250n], forward: [100_030n, 750n] },
    { page: [0n, 0n], forward: [100_030n, 750n] },
  ])
})
