/** How one character may be said: its syllables without tone, the usual one first; none for a sign. */
export type Syllables = readonly string[]

/** Another way to say a part of a title: 低保 for 最低生活保障. Places are counted in characters. */
export type SaidOtherwise = {
  readonly from: number
  readonly to: number
  readonly syllables: readonly Syllables[]
  /** The characters of the title that stand for it, one mark each; the whole part when none can be told. */
  readonly marks: readonly number[]
}

/**
 * A title as it is said: what the initials pad searches. Made when the title is published, because working out how Chinese
 * is said takes a library that no screen waits for (display-and-print.md §3).
 */
export type TitleReading = {
  readonly syllables: readonly Syllables[]
  /** Places where a word begins, in order; 的 and its like begin none. */
  readonly starts: readonly number[]
  readonly otherwise: readonly SaidOtherwise[]
}

/** A word with the reading it has here: syllables between spaces, several for one character between slashes. */
export type WordReading = { readonly word: string; readonly reading: string }

/** Two words for one thing, with what people say for each. */
export type Synonym = {
  readonly word: string
  readonly syllables: readonly Syllables[]
  readonly meaning: string
}

/** What titles are read with. */
export type ReadingDictionary = {
  readonly words: readonly WordReading[]
  readonly synonyms: readonly Synonym[]
}

/**
 * Reads a reading as a person wrote it; null when it has another number of syllables than the word has characters, or
 * other letters than a to z.
 * @example syllablesOf({ word: '单家营', reading: 'shan/dan jia ying' }) // [['shan', 'dan'], ['jia'], ['ying']]
 */
export function syllablesOf({ word, reading }: WordReading): readonly Syllables[] | null {
  const syllables = reading
    .trim()
    .toLowerCase()
    .replaceAll('ü', 'v')
    .split(/\s+/u)
    .map((one) => one.split('/'))
  if (syllables.length !== [...word].length) return null
  return syllables.flat().every((one) => /^[a-z]{1,6}$/u.test(one)) ? syllables : null
}

// Nobody types them when the words around them are enough.
const PARTICLES = new Set('的和与及之')

function placesOf(characters: readonly string[], word: string): readonly { from: number; to: number }[] {
  const wanted = [...word]
  const places: { from: number; to: number }[] = []
  for (let from = 0; from + wanted.length <= characters.length; from++) {
    if (wanted.every((character, offset) => characters[from + offset] === character)) {
      places.push({ from, to: from + wanted.length })
      from += wanted.length - 1
    }
  }
  return places
}

// 低保 stands in 最低生活保障 character by character; 村财 for 村级财务 likewise. Where a word does not, the whole part is marked.
function marksOf(characters: readonly string[], from: number, to: number, word: string): readonly number[] {
  const marks: number[] = []
  let at = from
  for (const character of word) {
    while (at < to && characters[at] !== character) at++
    if (at === to) return Array.from({ length: to - from }, (_, index) => from + index)
    marks.push(at++)
  }
  return marks
}

/**
 * Puts a title's reading together: what the library says of each character, corrected by the dictionary (longer words first),
 * and what else its words are called. A word of the dictionary is one word, whatever the splitting into words made of it.
 * @example titleReading('单家营公示', { syllables, starts }, dictionary).syllables[0] // ['shan', 'dan']
 */
export function titleReading(
  title: string,
  said: Pick<TitleReading, 'syllables' | 'starts'>,
  dictionary: ReadingDictionary,
): TitleReading {
  const characters = [...title]
  const syllables = [...said.syllables]
  const starts = new Set(said.starts)
  const taken = new Set<number>()
  for (const entry of [...dictionary.words].sort((left, right) => right.word.length - left.word.length)) {
    if (!title.includes(entry.word)) continue
    const reading = syllablesOf(entry)
    if (reading === null) continue
    for (const { from, to } of placesOf(characters, entry.word)) {
      if (taken.has(from) || taken.has(to - 1)) continue
      for (let at = from; at < to; at++) {
        syllables[at] = reading[at - from] ?? []
        taken.add(at)
        if (at > from) starts.delete(at)
      }
      starts.add(from)
    }
  }
  const otherwise = dictionary.synonyms
    .filter(({ meaning }) => title.includes(meaning))
    .flatMap(({ word, meaning, syllables: spoken }) =>
      placesOf(characters, meaning).map(({ from, to }) => ({
        from,
        to,
        syllables: spoken,
        marks: marksOf(characters, from, to, word),
      })),
    )
  const begins = [...starts].filter(
    (at) => !PARTICLES.has(characters[at] ?? '') && (syllables[at] ?? []).length > 0,
  )
  return { syllables, starts: begins.sort((left, right) => left - right), otherwise }
}
