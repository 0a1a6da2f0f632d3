import { TERM_LETTERS } from '../../domain/search/reading-terms.ts'

// Splitting further gives queries that find next to nothing and cost as much.
const MOST_SPLITS = 24

const term = (piece: string): string => `"${piece.slice(0, TERM_LETTERS)}" *`

// A last piece of one letter stands in nearly every title: looking it up would cost much and sort out nothing.
function queryOf(way: readonly string[]): string {
  const terms = way.filter((piece, index) => index === 0 || piece.length > 1).map(term)
  return terms.length === 1 ? terms.join('') : `(${terms.join(' AND ')})`
}

function splits(keys: string, pieces: number): readonly (readonly string[])[] {
  if (pieces === 1) return [[keys]]
  const found: (readonly string[])[] = []
  // Each piece but the last has two letters or more (matchKeys).
  for (let cut = 2; cut < keys.length; cut++) {
    for (const rest of splits(keys.slice(cut), pieces - 1)) found.push([keys.slice(0, cut), ...rest])
  }
  return found
}

/**
 * FTS5 queries for the pad's keys, best first: what is written together, then in two pieces, then in three. They find more than
 * fits; `matchKeys` has the last word. Keys are letters and digits only, so nothing in them is read as a query.
 * @example keysQueries('dbg') // ['"dbg" *', '"db" *']
 */
export function keysQueries(keys: string): readonly string[] {
  return [1, 2, 3].flatMap((pieces) => {
    const ways = splits(keys, pieces).slice(0, MOST_SPLITS)
    if (ways.length === 0) return []
    return [ways.map(queryOf).join(' OR ')]
  })
}

/**
 * The FTS5 query for typed groups of digits, any part of a number each.
 * @example digitsQuery(['2026', '12']) // '"#2026" * AND "#12" *'
 */
export function digitsQuery(groups: readonly string[]): string {
  return groups.map((group) => `"#${group}" *`).join(' AND ')
}
