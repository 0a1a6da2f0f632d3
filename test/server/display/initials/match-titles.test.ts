import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchKeys, plainKeys } from '../../../../domain/search/match-keys.ts'
import { readingTerms, TERM_LETTERS } from '../../../../domain/search/reading-terms.ts'
import { SHIPPED_SYNONYMS } from '../../../../domain/search/shipped-synonyms.ts'
import { SHIPPED_WORDS } from '../../../../domain/search/shipped-words.ts'
import { syllablesOf } from '../../../../domain/search/title-reading.ts'
import { spokenDictionary } from '../../../../server/display/initials/reading-dictionary.ts'
import { readTitle, syllablesOfText } from '../../../../server/display/initials/read-title.ts'

const SHIPPED = { words: SHIPPED_WORDS, synonyms: SHIPPED_SYNONYMS }
const dictionary = spokenDictionary(SHIPPED)
const LOW_INCOME = '关于2026年度城乡居民最低生活保障对象的公示'
const GRANTS = '关于河西街道办事处创业补助奖励发放公示'
const VILLAGE = '单家营村村级财务收支公示'

/** The characters a title is found by; null when it is not found. */
function foundBy(title: string, typed: string): string | null {
  const match = matchKeys(readTitle(title, dictionary), plainKeys(typed))
  return match && match.marks.map((at) => [...title][at]).join('')
}

/** Titles that keys find, the best fit first; of equals the later one. */
function order(titles: readonly string[], typed: string): readonly string[] {
  return titles
    .map((title, age) => ({ title, age, match: matchKeys(readTitle(title, dictionary), typed) }))
    .filter(({ match }) => match !== null)
    .sort((one, other) => (one.match?.rank ?? 0) - (other.match?.rank ?? 0) || other.age - one.age)
    .map(({ title }) => title)
}

describe('what keys find in a title, and which characters they stand for', () => {
  it.each([
    ['dbgs', LOW_INCOME, '低保公示'],
    ['dbg', LOW_INCOME, '低保公'],
    ['dibao', LOW_INCOME, '低保'],
    ['dibaogongshi', LOW_INCOME, '低保公示'],
    ['dibaogs', LOW_INCOME, '低保公示'],
    ['zdshbz', LOW_INCOME, '最低生活保障'],
    ['2026dbgs', LOW_INCOME, '2026低保公示'],
    ['cxjm', LOW_INCOME, '城乡居民'],
    ['gongs', LOW_INCOME, '公示'],
    ['DB GS', LOW_INCOME, '低保公示'],
    ['sjy', VILLAGE, '单家营'],
    ['djy', VILLAGE, '单家营'],
    ['ccgs', VILLAGE, '村财公示'],
    ['cjcw', '河西村2025年村财公开', '村财'],
    ['cunjicaiwu', '河西村2025年村财公开', '村财'],
    ['gcsw', '嘎查事务公告', '嘎查事务'],
    ['ylx', '尉犁县卫生院工作安排', '尉犁县'],
    ['lvse', '绿色食品认证公示', '绿色'],
  ] as const)('%s in %s: %s', (typed, title, marked) => {
    expect(foundBy(title, typed)).toBe(marked)
  })

  it.each([
    ['dbgs', GRANTS, '道, 补 and 公示 are scattered letters, no 低保公示'],
    ['gsgg', '嘎查事务公告', '嘎查事… is no 公示'],
    ['gsdb', LOW_INCOME, 'the other way round'],
    ['db', GRANTS, 'a letter within a word begins nothing'],
    ['shi', '关于河西街道办事处的通知', '事 ends its word'],
    ['', LOW_INCOME, 'no keys'],
  ])('%s does not find %s: %s', (typed, title) => {
    expect(foundBy(title, typed)).toBeNull()
  })

  it('puts what is written together before what is not, and of equals the newer', () => {
    const apart = '低保对象动态管理情况公示'
    const together = '三月低保公示'
    const newer = '四月低保公示'
    expect(order([newer, together, apart, GRANTS, LOW_INCOME], 'dbgs')).toEqual([
      together,
      newer,
      LOW_INCOME,
      apart,
    ])
  })

  it('takes the first letters of words one after the other', () => {
    expect(foundBy(LOW_INCOME, 'cjzsb')).toBe('城居最生保')
  })
})

describe('readings the library gets wrong', () => {
  it.each([
    ['单家营', 'shan jia ying'],
    ['乐陵', 'lao ling'],
    ['尉犁', 'yu li'],
    ['发卡行', 'fa ka hang'],
    ['万俟', 'mo qi'],
    ['区先生', 'ou xian sheng'],
    ['会计', 'kuai ji'],
    ['重庆', 'chong qing'],
    ['六安', 'lu an'],
    ['蚌埠', 'beng bu'],
    ['河西村', 'he xi cun'],
  ])('%s is read %s', (word, reading) => {
    const said = readTitle(`关于${word}的公示`, dictionary).syllables.slice(2, 2 + [...word].length)
    expect(said.map(([first]) => first).join(' ')).toBe(reading)
  })

  it('a word of the dictionary is read so only where it stands', () => {
    expect(readTitle('有关单位', dictionary).syllables.map(([first]) => first)).toEqual([
      'you',
      'guan',
      'dan',
      'wei',
    ])
  })

  it('every reading that ships has one syllable a character', () => {
    expect(SHIPPED_WORDS.filter((entry) => syllablesOf(entry) === null)).toEqual([])
  })

  it('no pair of words that ships is empty or the same twice', () => {
    const pairs = SHIPPED_SYNONYMS.map(({ word, meaning }) => `${word} ${meaning}`)
    expect(new Set(pairs).size).toBe(pairs.length)
    expect(SHIPPED_SYNONYMS.filter(({ word, meaning }) => word === meaning || !word || !meaning)).toEqual([])
  })
})

const PIECES =
  '低保 最低生活保障 公示 公告 河西村 单家营 重庆 2026年 关于 的 〔12〕号 补助 奖励 街道 会计 A4 𠮷 ，'.split(
    ' ',
  )
const titles = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 9 })
  .map((parts) => parts.join(''))

describe('whatever a title says', () => {
  it('it is found by its own first letters from any word on', () => {
    fc.assert(
      fc.property(titles, fc.nat(), (title, pick) => {
        const reading = readTitle(title, dictionary)
        const { starts, syllables } = reading
        if (starts.length === 0) return
        const from = starts[pick % starts.length] ?? 0
        const keys = plainKeys(
          syllables
            .slice(from)
            .map(([first = '']) => first[0] ?? '')
            .join(''),
        )
        expect(matchKeys(reading, keys)?.rank, `${title} ${keys}`).toBe(0)
        expect(readingTerms(reading)).toContain(keys.slice(0, TERM_LETTERS))
      }),
    )
  })

  it('it is found spelt out from any word on, also half typed', () => {
    fc.assert(
      fc.property(titles, fc.nat(), fc.integer({ min: 1, max: 24 }), (title, pick, length) => {
        const reading = readTitle(title, dictionary)
        const { starts, syllables } = reading
        if (starts.length === 0) return
        const from = starts[pick % starts.length] ?? 0
        const keys = plainKeys(
          syllables
            .slice(from)
            .map(([first = '']) => first)
            .join(''),
        ).slice(0, length)
        expect(matchKeys(reading, keys), `${title} ${keys}`).not.toBeNull()
        expect(readingTerms(reading).some((term) => term.startsWith(keys.slice(0, TERM_LETTERS)))).toBe(true)
      }),
    )
  })

  it('has one entry of syllables a character, and marks only characters it has', () => {
    fc.assert(
      fc.property(titles, fc.stringMatching(/^[a-z0-9]{1,6}$/), (title, keys) => {
        expect(syllablesOfText(title)).toHaveLength([...title].length)
        for (const at of matchKeys(readTitle(title, dictionary), keys)?.marks ?? []) {
          expect(at).toBeLessThan([...title].length)
        }
      }),
    )
  })
})
