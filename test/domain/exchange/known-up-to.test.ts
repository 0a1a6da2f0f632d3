import { describe, expect, it } from 'vitest'
import { knownUpTo } from '../../../domain/exchange/known-up-to.ts'

describe('from which number on receipts are asked for', () => {
  it.each([
    ['all, before the first', [], [], 0],
    ['after the last, without a gap', [1, 2, 3], [], 3],
    ['from the gap on, when one came by drive before those that precede it', [1, 2, 5], [], 2],
    ['all, when the first on record is not the first of the county', [5], [], 0],
    ['all that a restored county ever gave, before its first', [], [1, 2, 3], 0],
    [
      'after the last of a restored county, which goes on from its backup',
      [11, 12],
      [...Array(15).keys()].map((n) => n + 1),
      12,
    ],
    [
      'from the gap on, though the former database had given the same numbers',
      [11, 14],
      [...Array(15).keys()].map((n) => n + 1),
      11,
    ],
  ] as const)('%s', (_, present, former, expected) => {
    expect(knownUpTo(present, former)).toBe(expected)
  })
})
