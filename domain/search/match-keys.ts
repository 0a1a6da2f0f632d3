import type { SaidOtherwise, Syllables, TitleReading } from './title-reading.ts'

/** How keys fit a title: the lower the rank the better; `marks` are the characters that they stand for. */
export type KeysMatch = { readonly rank: number; readonly marks: readonly number[] }

// Keys beyond this many are not looked at: nobody types more, and a stranger must not make the search slow.
const MOST_KEYS = 24

// Of a title only so many characters are matched, for the same reason.
const MOST_CHARACTERS = 120
const MOST_JUMPS = 2
const JUMP = 1000
const WORD_BY_WORD = 1500
const OTHERWISE = 1
// 低 of 低保: a single letter fits somewhere in every title, so a piece has to have two before the next one may stand elsewhere.
const SHORTEST_PIECE = 2
// Two words that begin with two letters stand in every other title.
const SHORTEST_WORDS = 3

type Found = { readonly cost: number; readonly marks: readonly number[] }

/** How many keys a character takes: its first letter, a whole syllable, or the beginning of one that is still being typed. */
function bites(syllables: Syllables, keys: string, at: number): readonly number[] {
  const found = new Set<number>()
  for (const syllable of syllables) {
    if (syllable[0] !== keys[at]) continue
    found.add(1)
    if (keys.startsWith(syllable, at)) found.add(syllable.length)
    else if (keys.length - at > 1 && syllable.startsWith(keys.slice(at))) found.add(keys.length - at)
  }
  return [...found]
}

/** How many keys the syllables of a synonym take, one after the other, and how many of them were begun. */
function otherwiseBites(
  one: SaidOtherwise,
  keys: string,
  at: number,
  place = 0,
): readonly { readonly keys: number; readonly begun: number }[] {
  if (place === one.syllables.length || at === keys.length) return [{ keys: at, begun: place }]
  return bites(one.syllables[place] ?? [], keys, at).flatMap((taken) =>
    otherwiseBites(one, keys, at + taken, place + 1),
  )
}

function better(one: Found | null, other: Found | null): Found | null {
  if (one === null || other === null) return one ?? other
  return other.cost < one.cost ? other : one
}

/** The best way to lay the keys over the title, in pieces that begin at words. */
function inPieces(reading: TitleReading, keys: string): Found | null {
  const length = Math.min(reading.syllables.length, MOST_CHARACTERS)
  const begins = [...new Set([...reading.starts, ...reading.otherwise.map(({ from }) => from)])]
    .filter((from) => from < length)
    .sort((left, right) => left - right)
  const known = new Map<number, Found | null>()

  const further = (at: number, key: number, piece: number, jumps: number): Found | null => {
    if (key === keys.length) return { cost: 0, marks: [] }
    const state = ((at * (MOST_KEYS + 1) + key) * 3 + Math.min(piece, SHORTEST_PIECE)) * 3 + jumps
    const before = known.get(state)
    if (before !== undefined) return before
    // What leads back to itself is no way.
    known.set(state, null)
    let best: Found | null = null
    if (at < length) {
      const syllables = reading.syllables[at] ?? []
      if (syllables.length === 0) best = further(at + 1, key, piece, jumps)
      for (const taken of bites(syllables, keys, key)) {
        const rest = further(at + 1, key + taken, piece + 1, jumps)
        if (rest) best = better(best, { cost: rest.cost, marks: [at, ...rest.marks] })
      }
      for (const one of reading.otherwise) {
        if (one.from !== at || one.to > length) continue
        for (const { keys: taken, begun } of otherwiseBites(one, keys, key)) {
          const rest = further(one.to, taken, piece + begun, jumps)
          const marks = one.marks.length === one.syllables.length ? one.marks.slice(0, begun) : one.marks
          if (rest) best = better(best, { cost: rest.cost + OTHERWISE, marks: [...marks, ...rest.marks] })
        }
      }
    }
    if (piece >= SHORTEST_PIECE && jumps < MOST_JUMPS) best = better(best, jump(at, key, jumps))
    known.set(state, best)
    return best
  }
  const jump = (at: number, key: number, jumps: number): Found | null => {
    let best: Found | null = null
    for (const from of begins) {
      if (from < at) continue
      const rest = further(from, key, 0, jumps + 1)
      if (rest) best = better(best, { cost: rest.cost + JUMP + (from - at), marks: rest.marks })
    }
    return best
  }

  let best: Found | null = null
  for (const from of begins) best = better(best, further(from, 0, 0, 0))
  return best
}

/** Each key the first letter of the next word: 城乡居民最低生活保障 by `cjzsb`. */
function wordByWord(reading: TitleReading, keys: string): Found | null {
  if (keys.length < SHORTEST_WORDS) return null
  const { starts, syllables } = reading
  for (let first = 0; first + keys.length <= starts.length; first++) {
    const marks = starts.slice(first, first + keys.length)
    const fits = marks.every((at, key) => (syllables[at] ?? []).some((syllable) => syllable[0] === keys[key]))
    if (fits) return { cost: WORD_BY_WORD, marks }
  }
  return null
}

/**
 * The keys as they are compared: small letters and digits only, the first 24.
 * @example plainKeys('DB gs') // 'dbgs'
 */
export function plainKeys(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/[^a-z0-9]/gu, '')
    .slice(0, MOST_KEYS)
}

/**
 * Whether keys stand for a title, and how well. They are first letters or whole syllables of characters that follow one
 * another; a piece of two or more may be followed by another one further on, which begins at a word. Scattered letters do not
 * match: what fits anywhere finds nothing. Null when it does not match.
 * @example matchKeys(reading, 'dbgs')?.marks // of 关于2026年度城乡居民最低生活保障对象的公示: 低, 保, 公, 示
 */
export function matchKeys(reading: TitleReading, keys: string): KeysMatch | null {
  if (keys === '') return null
  const found = better(inPieces(reading, keys), wordByWord(reading, keys))
  return found && { rank: found.cost, marks: [...new Set(found.marks)].sort((left, right) => left - right) }
}
