import type { StoredReading, UnreadTitle } from '../../../db/repos/title-reading-repo.ts'
import { readingToStore } from './read-title.ts'
import { type PlainDictionary, spokenDictionary } from './reading-dictionary.ts'

/**
 * Reads many titles, in their order; for the worker.
 * @example readTitles({ titles, dictionary: plainDictionary(read) })[0]?.terms
 */
export function readTitles(input: {
  readonly titles: readonly UnreadTitle[]
  readonly dictionary: PlainDictionary
}): readonly StoredReading[] {
  const dictionary = spokenDictionary(input.dictionary)
  return input.titles.map((title) => readingToStore(title, dictionary))
}
