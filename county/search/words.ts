import { listTerms, queryTerms, type QueryTerm } from '../../platform/search/terms.ts'

/** Longer ones are numbers run together or noise, and PostgreSQL takes no lexeme of 2 KB. */
const LONGEST = 60
/** Bytes of all words of one text; PostgreSQL takes no `tsvector` of more than 1 MB. What a longer text is found by stands in its beginning. */
const MOST_BYTES = 900_000
/** Bytes of one UTF-16 unit in UTF-8 at most. */
const UNIT_BYTES = 3

/**
 * What a text is found by, as the office's own search finds it: Han in pairs and the last character alone, every other word whole; traditional
 * characters, full width and case do not count. Each once. Most Chinese queries are two characters, which an index of three-character
 * pieces cannot find (design.md §7).
 * @example searchWords('低保 2026') // ['低保', '保', '2026']
 */
export function searchWords(text: string): readonly string[] {
  const found = new Set(listTerms(text).map(shortened))
  found.delete('')
  return [...found]
}

function shortened(term: string): string {
  return term.length > LONGEST ? term.slice(0, LONGEST).toWellFormed() : term
}

/**
 * So many of the words as PostgreSQL takes for one text.
 * @example wordsThatFit(['低保', '保']) // both
 */
export function wordsThatFit(words: readonly string[]): readonly string[] {
  let bytes = 0
  const end = words.findIndex((word) => (bytes += word.length * UNIT_BYTES) > MOST_BYTES)
  return end < 0 ? words : words.slice(0, end)
}

/**
 * The words all of which an edition must have to answer a query. Empty when the query holds no word.
 * @example queryWords('低保金') // [{ term: '低保', isPrefix: false }, { term: '保金', isPrefix: false }]
 */
export function queryWords(text: string): readonly QueryTerm[] {
  return queryTerms(text)
    .map(({ term, isPrefix }) => ({ term: shortened(term), isPrefix }))
    .filter(({ term }) => term !== '')
}

/**
 * Words as a `tsquery` that wants them all; each in quotes, so that nothing typed is an operator.
 * @example tsQuery([{ term: '低保', isPrefix: false }, { term: '20', isPrefix: true }]) // "'低保' & '20':*"
 */
export function tsQuery(words: readonly QueryTerm[]): string {
  return words
    .map(
      ({ term, isPrefix }) => `'${term.replaceAll("'", "''").replaceAll('\\', '')}'${isPrefix ? ':*' : ''}`,
    )
    .join(' & ')
}
