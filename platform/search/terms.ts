import { foldText } from './fold.ts'
import { wordTerm } from './word-term.ts'

// Han and Yi are written without spaces between words, so they are indexed by pairs. Letters only: the script Han also
// holds signs (radicals without a plain form) which the index does not keep.
const PAIRED = /[[\p{Script=Han}\p{Script=Yi}]&&[\p{L}\p{N}]]/v
// Inside a word of the other scripts stand marks, too, and joiners without width.
const RUNS =
  /[[\p{Script=Han}\p{Script=Yi}]&&[\p{L}\p{N}]]+|[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Yi}]][[\p{L}\p{N}\p{M}\p{Join_Control}\u180b-\u180f\u202f]--[\p{Script=Han}\p{Script=Yi}]]*/gv

const MOST_WORDS = 8

/** The words of a text, folded; a sign that only chooses the shape of a character (in rare names) does not cut them in two. */
function runsOf(text: string): readonly string[] {
  return foldText(text.replaceAll(/\p{Variation_Selector}/gu, '')).match(RUNS) ?? []
}

/**
 * Terms of a text for the full-text index: Han (and Yi) runs as overlapping pairs, closed by the last character alone
 * (so that a one-character search finds it too); other words whole. Pairs, because most Chinese queries are
 * words of two characters, which a trigram index cannot find.
 * @example indexTerms('公开栏 2026年') // '公开 开栏 栏 2026 年'
 */
export function indexTerms(text: string): string {
  return listTerms(text).join(' ')
}

/**
 * The terms of `indexTerms` one by one, in the order of the text; some may be empty.
 * @example listTerms('公开 2026') // ['公开', '开', '2026']
 */
export function listTerms(text: string): readonly string[] {
  const terms: string[] = []
  for (const run of runsOf(text)) {
    if (!PAIRED.test(run)) {
      terms.push(wordTerm(run))
      continue
    }
    const characters = [...run]
    for (let index = 0; index + 1 < characters.length; index++) {
      terms.push(`${characters[index]}${characters[index + 1]}`)
    }
    terms.push(characters[characters.length - 1] ?? '')
  }
  return terms
}

/**
 * The FTS5 query of what a person typed: every run must occur; a Han run as a phrase of pairs, one character
 * or an unfinished word as a prefix. Null when nothing searchable was typed. Quotes in the input cannot escape,
 * because only letters and numbers become terms.
 * @example matchQuery('公开 2026') // '"公开" AND "2026" *'
 */
export function matchQuery(typed: string): string | null {
  const runs = queryWords(typed)
  if (runs.length === 0) return null
  return runs
    .map((run) => {
      if (!PAIRED.test(run)) return `"${wordTerm(run)}" *`
      const characters = [...run]
      if (characters.length === 1) return `"${run}" *`
      const pairs = characters.slice(0, -1).map((character, index) => `${character}${characters[index + 1]}`)
      return `"${pairs.join(' ')}"`
    })
    .join(' AND ')
}

/** A term of a query; `isPrefix`: what begins with it answers, too. */
export type QueryTerm = { readonly term: string; readonly isPrefix: boolean }

/**
 * The terms all of which a text must have to answer a query: pairs of Han where there are any, otherwise a single character or a word, which
 * may be unfinished. Empty when nothing searchable was typed.
 * @example queryTerms('低保金 2026') // [{ term: '低保', isPrefix: false }, { term: '保金', … }, { term: '2026', isPrefix: true }]
 */
export function queryTerms(typed: string): readonly QueryTerm[] {
  return queryWords(typed).flatMap((run): readonly QueryTerm[] => {
    const characters = [...run]
    if (!PAIRED.test(run) || characters.length === 1) return [{ term: wordTerm(run), isPrefix: true }]
    return characters
      .slice(0, -1)
      .map((character, index) => ({ term: `${character}${characters[index + 1]}`, isPrefix: false }))
  })
}

/**
 * The folded words of a query, for marking hits in a text: the first eight, because nobody types more and each costs
 * a walk through the index.
 * @example queryWords('蒙漢文 並用') // ['蒙汉文', '并用']
 */
export function queryWords(typed: string): string[] {
  return runsOf(typed).slice(0, MOST_WORDS)
}
