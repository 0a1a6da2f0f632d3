import type { Syllables, TitleReading } from './title-reading.ts'

/** Letters of a term; what is typed beyond them is compared with the title itself. */
export const TERM_LETTERS = 8

// A title of names with two readings each must not fill the index.
const MOST_FROM_ONE_PLACE = 12

type Way = { readonly syllables: Syllables; readonly next: number; readonly rest?: readonly Syllables[] }

function waysAt(reading: TitleReading, at: number): readonly Way[] {
  const own = reading.syllables[at]
  const ways: Way[] = own === undefined ? [] : [{ syllables: own, next: at + 1 }]
  for (const { from, to, syllables } of reading.otherwise) {
    const [first, ...rest] = syllables
    if (from === at && first) ways.push({ syllables: first, next: to, rest })
  }
  return ways
}

function runsFrom(reading: TitleReading, from: number, letters: (syllable: string) => string): Set<string> {
  const runs = new Set<string>()
  const walk = (at: number, rest: readonly Syllables[], run: string): void => {
    if (runs.size >= MOST_FROM_ONE_PLACE) return
    const ways: readonly Way[] =
      rest.length > 0 ? [{ syllables: rest[0] ?? [], next: at, rest: rest.slice(1) }] : waysAt(reading, at)
    if (run.length >= TERM_LETTERS || ways.length === 0) {
      if (run !== '') runs.add(run.slice(0, TERM_LETTERS))
      return
    }
    for (const way of ways) {
      // A sign between two characters is not said.
      if (way.syllables.length === 0) walk(way.next, way.rest ?? [], run)
      for (const said of new Set(way.syllables.map(letters))) walk(way.next, way.rest ?? [], run + said)
    }
  }
  walk(from, [], '')
  return runs
}

function wordInitials(reading: TitleReading, first: number): string {
  return reading.starts
    .slice(first, first + TERM_LETTERS)
    .map((at) => reading.syllables[at]?.[0]?.[0] ?? '')
    .join('')
}

/**
 * Terms a title is found by: from every word on, the first letters of what follows, the same spelt out, and the first letters
 * of the words; at most eight letters each, to be searched by their beginnings.
 * @example readingTerms(reading) // ['dbdxdgs', 'dibaodui', 'gs', 'gongshi', …]
 */
export function readingTerms(reading: TitleReading): readonly string[] {
  const terms = new Set<string>()
  const places = new Set([...reading.starts, ...reading.otherwise.map(({ from }) => from)])
  for (const from of places) {
    for (const run of runsFrom(reading, from, (syllable) => syllable[0] ?? '')) terms.add(run)
    for (const run of runsFrom(reading, from, (syllable) => syllable)) terms.add(run)
  }
  for (let first = 0; first < reading.starts.length; first++) {
    const initials = wordInitials(reading, first)
    if (initials.length >= 3) terms.add(initials)
  }
  return [...terms]
}
