import { describe, expect, it } from 'vitest'
import { queryWords, searchWords, tsQuery, wordsThatFit } from '../../../county/search/words.ts'
import { missingPackages } from '../../../county/web/office/missing-packages.ts'
import { pageOf, readKey, writeKey } from '../../../county/web/page-of.ts'
import { percentOf, timelyShare } from '../../../domain/exchange/timely-share.ts'

describe('words of the search', () => {
  it('are Han in pairs, the last one alone and other words whole, whatever their width, case and script', () => {
    expect(searchWords('低保金 ＷiFi 2026')).toEqual(['低保', '保金', '金', 'wifi', '2026'])
    expect(searchWords('低保與漢文')).toEqual(searchWords('低保与汉文'))
  })

  it('are asked for in pairs, one character or a word as a beginning, and rare characters of four bytes are one', () => {
    expect(queryWords('低保金 20')).toEqual([
      { term: '低保', isPrefix: false },
      { term: '保金', isPrefix: false },
      { term: '20', isPrefix: true },
    ])
    expect(queryWords('𠮷')).toEqual([{ term: '𠮷', isPrefix: true }])
    expect(searchWords('𠮷田')).toEqual(['𠮷田', '田'])
  })

  it('are never operators of the search', () => {
    expect(queryWords("' | & !")).toEqual([])
    expect(
      tsQuery([
        { term: "a'b\\", isPrefix: false },
        { term: '低', isPrefix: true },
      ]),
    ).toBe("'a''b' & '低':*")
  })

  it('are no more than a database takes for one text', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `${at}`.padEnd(60, '一'))
    expect(wordsThatFit(many).length).toBe(5000)
    expect(wordsThatFit(['低保'])).toEqual(['低保'])
  })
})

describe('what the county says of numbers', () => {
  it('names missing packages by number, between the newest taken in and the newest that waits', () => {
    expect(missingPackages(4, [6, 9])).toEqual([5, 7, 8])
    expect(missingPackages(4, [])).toEqual([])
    expect(missingPackages(0, [1000])).toHaveLength(20)
  })

  it('gives no share where nothing was due, and never rounds up to 100', () => {
    expect(timelyShare({ timely: 0, late: 0, unconfirmed: 0, overdue: 0 })).toBeNull()
    expect(timelyShare({ timely: 12, late: 2, unconfirmed: 1, overdue: 1 })).toEqual({ part: 12, whole: 16 })
    expect(percentOf({ part: 1999, whole: 2000 })).toBe('99.9')
    expect(percentOf({ part: 3, whole: 3 })).toBe('100.0')
  })

  it('turns pages by a key that cannot be made up', () => {
    expect(readKey(writeKey(['甲', 7]), 'tn')).toEqual(['甲', '7'])
    for (const word of ['x', '', writeKey(['甲']), writeKey(['甲', 'x'])])
      expect(readKey(word, 'tn')).toBeNull()
    expect(pageOf([1, 2, 3], String, 2)).toEqual({ rows: [1, 2], next: '2' })
    expect(pageOf([1, 2], String, 2).next).toBeNull()
  })
})
