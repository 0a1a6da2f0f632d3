import type { Reads } from '../../../db/store.ts'
import { matchKeys, plainKeys } from '../../../domain/search/match-keys.ts'
import type { SpelledWords } from '../initials-view.ts'
import { heldBack } from '../public-views.ts'
import { dictionaryInUse } from './reading-dictionary.ts'

const CANDIDATES = 80
const MOST_WORDS = 12
const LONGEST = 8

/**
 * Han words that typed pinyin may mean: synonyms of the dictionary and words of current, public titles that begin so, whole
 * words, the commoner first. The table of the on-screen keyboard knows single characters only.
 * @example wordsOfKeys(read, 'gongshi', clock.now()).words // ['公示', …]
 */
export function wordsOfKeys(read: Reads, typed: string, now: string): SpelledWords {
  const keys = plainKeys(typed)
  if (keys.length < 2) return { keys: typed, words: [] }
  const counts = new Map<string, number>()
  for (const { word, meaning, syllables } of dictionaryInUse(read).synonyms) {
    // What people say, not what documents write: that is offered when a title on the board has it.
    if (word.length > meaning.length) continue
    const match = matchKeys({ syllables, starts: [0], otherwise: [] }, keys)
    if (match?.rank === 0 && [...word].length <= LONGEST) counts.set(word, 1)
  }
  const held = heldBack(read, now).ids
  const [ids = []] = read.titleReading.candidates(keys, CANDIDATES, held)
  for (const id of ids) {
    const title = read.titleReading.read(id)
    // Only what is written: the other way to say a part of it is among the synonyms above.
    const match = title && matchKeys({ ...title.reading, otherwise: [] }, keys)
    if (!title || match?.rank !== 0) continue
    const word = wholeWords([...title.title], title.reading.starts, match.marks)
    if (/^\p{Script=Han}{2,8}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const words = [...counts].sort(([one, many], [other, more]) => more - many || one.length - other.length)
  return { keys: typed, words: words.slice(0, MOST_WORDS).map(([word]) => word) }
}

// Half a word typed is offered as the whole one: 公示 for `gongs`.
function wholeWords(
  characters: readonly string[],
  starts: readonly number[],
  marks: readonly number[],
): string {
  const from = marks[0] ?? 0
  const last = marks.at(-1) ?? from
  const end = starts.find((start) => start > last) ?? characters.length
  return characters
    .slice(from, end)
    .join('')
    .replace(/[的和与及之]$/u, '')
}
