import type { WordingEntry } from './wording-entry.ts'

/** What a file changes in a dictionary. */
export type DictionaryDifference = {
  readonly added: readonly WordingEntry[]
  readonly removed: readonly WordingEntry[]
  readonly changed: readonly { readonly before: WordingEntry; readonly after: WordingEntry }[]
  readonly same: number
}

/**
 * Compares two dictionaries by word.
 * @example dictionaryDifference([], [entry]).added.length // 1
 */
export function dictionaryDifference(
  before: readonly WordingEntry[],
  after: readonly WordingEntry[],
): DictionaryDifference {
  const old = new Map(before.map((entry) => [entry.word, entry]))
  const kept = new Set(after.map(({ word }) => word))
  const changed: { before: WordingEntry; after: WordingEntry }[] = []
  const added: WordingEntry[] = []
  let same = 0
  for (const entry of after) {
    const former = old.get(entry.word)
    if (!former) added.push(entry)
    else if (sameEntry(former, entry)) same += 1
    else changed.push({ before: former, after: entry })
  }
  return { added, removed: before.filter(({ word }) => !kept.has(word)), changed, same }
}

function sameEntry(one: WordingEntry, other: WordingEntry): boolean {
  return (
    one.suggestion === other.suggestion &&
    one.severity === other.severity &&
    one.note === other.note &&
    one.exceptions.join('\n') === other.exceptions.join('\n')
  )
}
