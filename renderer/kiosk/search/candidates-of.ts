/** Characters for a syllable, the commoner first, as the on-screen keyboard's table has them. */
export type SyllableTable = Readonly<Record<string, string>>

/** One way to write what was typed, and how many letters of it that takes. */
export type Candidate = { readonly text: string; readonly takes: number }

const MOST = 60

/**
 * Ways to write pinyin: whole words of the board's titles first, then single characters of the longest syllable at its beginning
 * (or of those that begin so, while it is not finished). The table has no phrases: 公示 is known only because a title has it.
 * @example candidatesOf(table, 'gongs', ['公示'])[0] // { text: '公示', takes: 5 }
 */
export function candidatesOf(
  table: SyllableTable,
  pinyin: string,
  words: readonly string[],
): readonly Candidate[] {
  if (pinyin === '') return []
  const found = new Map<string, number>()
  for (const word of words) found.set(word, pinyin.length)
  let takes = Math.min(6, pinyin.length)
  while (takes > 0 && !Object.hasOwn(table, pinyin.slice(0, takes))) takes -= 1
  const syllable = pinyin.slice(0, takes)
  const add = (characters: string, letters: number) => {
    for (const character of characters.split(' ')) {
      if (character !== '' && !found.has(character)) found.set(character, letters)
    }
  }
  if (takes > 0) add(table[syllable] ?? '', takes)
  if (takes < pinyin.length || takes <= 1) {
    for (const [begun, characters] of Object.entries(table)) {
      if (found.size >= MOST) break
      if (begun !== syllable && begun.startsWith(pinyin))
        add(characters.split(' ').slice(0, 3).join(' '), pinyin.length)
    }
  }
  return [...found].slice(0, MOST).map(([text, letters]) => ({ text, takes: letters }))
}
