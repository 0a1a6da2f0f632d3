import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPageRange, writePageRange } from '../../../domain/sheet/page-range.ts'

describe('which pages are printed', () => {
  test('an empty field means every page', () => {
    expect(readPageRange('', 3)).toEqual([1, 2, 3])
    expect(readPageRange('  ', 3)).toEqual([1, 2, 3])
  })

  test('single pages and runs may be mixed, in any order and twice', () => {
    expect(readPageRange('1-3,5', 6)).toEqual([1, 2, 3, 5])
    expect(readPageRange('5,2-3,3', 6)).toEqual([2, 3, 5])
  })

  test('what a Chinese keyboard types is taken as what it means', () => {
    expect(readPageRange('１－３，５', 6)).toEqual([1, 2, 3, 5])
    expect(readPageRange('1—3、5', 6)).toEqual([1, 2, 3, 5])
    expect(readPageRange('2至4', 6)).toEqual([2, 3, 4])
  })

  test('a page the sheet has not got, a run backwards and other words are no list of pages', () => {
    for (const text of ['0', '7', '1-7', '3-1', 'a', '1-', '-2', '1.5', ',', '1-999999999999'])
      expect(readPageRange(text, 6), text).toBeNull()
  })

  test('what is written is read again as the same pages', () => {
    const pages = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 })
    fc.assert(
      fc.property(pages, (chosen) => {
        const sorted = [...chosen].sort((one, other) => one - other)
        expect(readPageRange(writePageRange(chosen), 60)).toEqual(sorted)
      }),
    )
  })
})
