import type { Reads } from '../../../db/store.ts'
import { SHIPPED_SYNONYMS } from '../../../domain/search/shipped-synonyms.ts'
import { SHIPPED_WORDS } from '../../../domain/search/shipped-words.ts'
import type { ReadingDictionary, WordReading } from '../../../domain/search/title-reading.ts'
import { syllablesOfText } from './read-title.ts'

/** What titles are read with, still without the sounds of the synonyms: what the worker is handed. */
export type PlainDictionary = {
  readonly words: readonly WordReading[]
  readonly synonyms: readonly { readonly word: string; readonly meaning: string }[]
}

/**
 * The dictionary in use: the office's own words, and what came with the program. A reading of the office stands in place of the
 * shipped one of the same word.
 * @example plainDictionary(read).words.length
 */
export function plainDictionary(read: Reads): PlainDictionary {
  const own = read.searchWord.inUse()
  const words = own
    .filter(({ kind }) => kind === 'READING')
    .map(({ word, value }) => ({ word, reading: value }))
  const synonyms = own
    .filter(({ kind }) => kind === 'SYNONYM')
    .map(({ word, value }) => ({ word, meaning: value }))
  const known = new Set(words.map(({ word }) => word))
  return {
    words: [...words, ...SHIPPED_WORDS.filter(({ word }) => !known.has(word))],
    synonyms: [...synonyms, ...SHIPPED_SYNONYMS],
  }
}

/**
 * The same with how the synonyms are said. They are good both ways: who spells out the long word finds the short one, too.
 * @example spokenDictionary(plainDictionary(read)).synonyms[0]
 */
export function spokenDictionary({ words, synonyms }: PlainDictionary): ReadingDictionary {
  const both = [
    ...synonyms,
    ...synonyms
      .filter(({ word, meaning }) => !meaning.includes(word))
      .map(({ word, meaning }) => ({ word: meaning, meaning: word })),
  ]
  return {
    words,
    synonyms: both.map(({ word, meaning }) => ({ word, meaning, syllables: syllablesOfText(word) })),
  }
}

type Built = { readonly revision: string; readonly dictionary: ReadingDictionary }
const built = new WeakMap<Reads, Built>()

/**
 * The dictionary in use, built once and again when a word is added or ended.
 * @example readingToStore(edition, dictionaryInUse(read))
 */
export function dictionaryInUse(read: Reads): ReadingDictionary {
  const revision = read.searchWord.revision()
  const known = built.get(read)
  if (known?.revision === revision) return known.dictionary
  const dictionary = spokenDictionary(plainDictionary(read))
  built.set(read, { revision, dictionary })
  return dictionary
}
