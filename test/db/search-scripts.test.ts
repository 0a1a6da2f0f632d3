import Sqlite from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { indexTerms, matchQuery } from '../../platform/search/terms.ts'

const TEXTS = [
  'ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠮᠡᠳᠡᠭᠳᠡᠯ ᠰᠢᠨ\u180eᠡ',
  'སྤྱི་ཁྱབ་གསལ་བསྒྲགས། བོད་ཡིག',
  'སག',
  'ئۇيغۇرچە ئېلان',
  '조선어 공고문',
  'ꆈꌠꉙꁱꂷ',
] as const

const database = new Sqlite(':memory:')
beforeAll(() => {
  const made = readFileSync(new URL('../../db/migrations/0006-search.sql', import.meta.url), 'utf8')
  database.exec(made)
  const insert = database.prepare('INSERT INTO search_entry (rowid, title, body) VALUES (?, ?, ?)')
  for (const [row, text] of TEXTS.entries()) insert.run(row, '', indexTerms(text))
})
afterAll(() => database.close())

function found(typed: string): number[] {
  const rows = database
    .prepare('SELECT rowid AS row FROM search_entry WHERE search_entry MATCH ?')
    .all(matchQuery(typed)) as { row: number }[]
  return rows.map(({ row }) => row)
}

describe('search in texts of other scripts', () => {
  it.each([
    ['a Mongolian word is found by its beginning, without its suffix', 'ᠮᠣᠩᠭᠣᠯ', [0]],
    ['and with it, however the gap before it is written', 'ᠮᠣᠩᠭᠣᠯ\u180eᠤᠨ', [0]],
    ['a vowel separator makes no other word', 'ᠰᠢᠨᠡ', [0]],
    ['a Mongolian variation selector makes no other word', 'ᠮᠡᠳᠡᠭ\u180bᠳᠡᠯ', [0]],
    ...['\u180b', '\u180c', '\u180d', '\u180f'].map(
      (sign) =>
        [`nor does ${sign.codePointAt(0)?.toString(16)}`, `ᠮᠡᠳᠡᠭ${sign}ᠳᠡᠯ`, [0]] satisfies [
          string,
          string,
          number[],
        ],
    ),
    ['a suffix written without any gap', 'ᠮᠣᠩᠭᠣᠯᠤᠨ', [0]],
    ['the gap before a suffix written as the newer standard does', 'ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ', [0]],
    ['a Tibetan syllable is found with its vowel and its lower letters', 'སྤྱི', [1]],
    ['another syllable that begins with the same letter is not meant', 'སག', [2]],
    ['two Tibetan syllables', 'བོད་ཡིག', [1]],
    ['a Uyghur word', 'ئېلان', [3]],
    ['a Uyghur word that was stretched for looks', 'ئېـلان', [3]],
    ['a Korean word by its beginning', '공고', [4]],
    ['a Korean word typed in single letters', '공고'.normalize('NFD'), [4]],
    ['Yi has no spaces: any two syllables together', 'ꌠꉙ', [5]],
    ['or one', 'ꁱ', [5]],
  ])('%s', (_what, typed, rows) => {
    expect(found(typed)).toEqual(rows)
  })
})
