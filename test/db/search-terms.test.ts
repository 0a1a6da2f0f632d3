import Sqlite, { type Database } from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drizzleOver } from '../../db/drizzle.ts'
import { loadMigrations, migrate } from '../../db/migrate.ts'
import { searchWrites } from '../../db/repos/search-repo.ts'
import { foldText } from '../../platform/search/fold.ts'
import { indexTerms, matchQuery } from '../../platform/search/terms.ts'

let database: Database

beforeAll(() => {
  database = new Sqlite(':memory:')
  migrate(database, loadMigrations())
})

afterAll(() => database.close())

/** Indexes one text in an index of its own and says whether the query finds it. */
function finds(text: string, typed: string): boolean {
  const query = matchQuery(typed)
  if (query === null) return false
  return database.transaction(() => {
    const search = searchWrites(drizzleOver(database))
    search.add(1, '标题', text)
    const hits = database.prepare('SELECT rowid FROM search_entry WHERE search_entry MATCH ?').all(query)
    search.remove(1)
    return hits.length === 1
  })()
}

const HAN_LETTER = /^[\p{Script=Han}&&[\p{L}\p{N}]]$/v

/** Han characters of every plane, rare names included. */
const han = fc
  .oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }) },
    { weight: 1, arbitrary: fc.integer({ min: 0x3400, max: 0x4dbf }) },
    { weight: 1, arbitrary: fc.integer({ min: 0x2f00, max: 0x2fd5 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0xf900, max: 0xfaff }) },
    { weight: 2, arbitrary: fc.integer({ min: 0x20000, max: 0x323af }) },
  )
  .map((code) => String.fromCodePoint(code))
  .filter((character) => HAN_LETTER.test(foldText(character)))

const hanText = (minLength: number, maxLength: number) =>
  fc.array(han, { minLength, maxLength }).map((characters) => characters.join(''))

const separator = fc.constantFrom('', '，', '。', ' ', '\n', '《', '2026', 'A', '号', '　', '-')

describe('search over pairs of Han characters', () => {
  it('finds every stretch of two or more Han characters of an indexed text', () => {
    fc.assert(
      fc.property(
        hanText(2, 12),
        hanText(0, 6),
        separator,
        fc.nat(),
        fc.nat(),
        (text, other, between, start, length) => {
          const characters = [...text]
          const from = start % (characters.length - 1)
          const wanted = characters.slice(from, from + 2 + (length % (characters.length - from - 1)))
          expect(finds(`${other}${between}${text}`, wanted.join(''))).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('does not find two characters that stand apart', () => {
    expect(finds('公共场所开放', '公开')).toBe(false)
    expect(finds('公。开', '公开')).toBe(false)
  })

  it('finds one character alone, and a number or word by its beginning', () => {
    expect(finds('河西村低保户', '户')).toBe(true)
    expect(finds('2026年第5号', '2026')).toBe(true)
    expect(finds('文号20260105', '2026')).toBe(true)
    expect(finds('PM2.5监测', 'pm2')).toBe(true)
  })

  it('takes traditional and simplified characters, full and half width, capital and small letters as one', () => {
    for (const [text, typed] of [
      ['蒙漢文並用', '汉文'],
      ['蒙汉文并用', '漢文並用'],
      ['三公經費', '三公经费'],
      ['ＡＢＣ公司', 'abc'],
      ['abc公司', 'ＡＢＣ'],
    ] as const) {
      expect(finds(text, typed), `${typed} in ${text}`).toBe(true)
    }
  })

  it('finds text copied out of a PDF, where radicals stand in place of characters', () => {
    expect(finds('⼆〇⼆六年⽇常⼯作', '日常工作')).toBe(true)
  })

  it('folding changes no position: one character in, one out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...foldText(text)]).toHaveLength([...text].length)
      }),
    )
  })
})

describe('what a person types', () => {
  const operators = fc.constantFrom(
    ...[
      'AND',
      'OR',
      'NOT',
      'NEAR(',
      'NEAR(a b, 2)',
      '"',
      '""',
      "'",
      '*',
      '^',
      '(',
      ')',
      '{',
      '}',
      ':',
      'title :',
    ],
    ...[
      '+',
      '-',
      '--',
      ';',
      '\\',
      '%',
      '_',
      '\0',
      'rowid',
      'body:',
      'search_entry MATCH',
      '公开',
      '低',
      'a*',
      '1',
    ],
  )

  it('never makes the index fail, whatever operators of the query language stand in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(operators, fc.string({ unit: 'binary' })), { maxLength: 8 }),
        (pieces) => {
          expect(() => finds('公开栏的内容 AND OR', pieces.join(' '))).not.toThrow()
          expect(() => finds('公开栏的内容 AND OR', pieces.join(''))).not.toThrow()
        },
      ),
      { numRuns: 500 },
    )
  })

  it('finds a letter with or without the sign that chooses its shape', () => {
    // Above the planes of letters: moved like other marks it would be no character at all, and typing it broke the search.
    expect(finds('ꥠ\u{e0100}', 'ꥠ')).toBe(true)
    expect(finds('ꥠ', 'ꥠ\u{e0100}')).toBe(true)
    expect(finds('葛\u{e0100}城', '葛城')).toBe(true)
    expect(finds('葛城', '葛\u{e0100}城')).toBe(true)
  })

  it('is looked for as words: AND, OR and NOT have no meaning of their own', () => {
    expect(finds('公开栏', '公开 OR 停电')).toBe(false)
    expect(finds('公开栏', '公开 NOT 停电')).toBe(false)
    expect(finds('this AND that', 'and')).toBe(true)
  })

  it('is nothing to look for when it holds no letter and no number', () => {
    expect(matchQuery(' "*() ')).toBeNull()
    expect(indexTerms('——。')).toBe('')
  })

  it('is cut off after eight words, because each is a walk through the index', () => {
    const typed = Array.from({ length: 50 }, (_, word) => `a${word}`).join(' ')
    expect(matchQuery(typed)?.split(' AND ')).toHaveLength(8)
  })
})
