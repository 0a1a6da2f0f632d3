import { expect, test } from 'vitest'
import { columnParts } from '../../../renderer/sheet/settle/column-parts.ts'
import { sizesBetween } from '../../../renderer/sheet/settle/fit.ts'

test('columns are cut into as few parts as there is room for, of about the same width, each with the leading ones', () => {
  const widths = [1, 2, 4, 4, 4, 4]
  expect(columnParts({ widths, keys: 2, spans: [] }, 15)).toEqual([
    [0, 1, 2, 3],
    [0, 1, 4, 5],
  ])
  expect(columnParts({ widths, keys: 2, spans: [] }, 30)).toEqual([[0, 1, 2, 3, 4, 5]])
})

test('columns under one heading stay together, wider than all others or not at all', () => {
  const widths = [1, 4, 4, 4, 4]
  const spans = [[2, 3]] as const
  expect(columnParts({ widths, keys: 1, spans }, 10)).toEqual([
    [0, 1],
    [0, 2, 3],
    [0, 4],
  ])
  expect(columnParts({ widths, keys: 1, spans }, 8)).toBeNull()
})

test('where a heading stands over a leading column and another, nothing is cut', () => {
  expect(columnParts({ widths: [1, 4, 4], keys: 1, spans: [[0, 1]] }, 6)).toBeNull()
})

test('no column is lost, however many there are', () => {
  for (let columns = 2; columns < 40; columns += 1) {
    const widths = Array.from({ length: columns }, (_, at) => 2 + ((at * 7) % 5))
    const parts = columnParts({ widths, keys: 1, spans: [] }, 20)
    expect(parts?.flatMap((part) => part.slice(1))).toEqual(widths.slice(1).map((_, at) => at + 1))
  }
})

test('a table is tried from the size of its template down to the least, both among them', () => {
  expect(sizesBetween(14, 10.5)).toEqual([14, 13, 12, 11, 10.5])
  expect(sizesBetween(12, 9).at(-1)).toBe(9)
  expect(sizesBetween(9, 9)).toEqual([9])
})
