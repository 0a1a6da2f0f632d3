import { foldText } from '../../../platform/search/fold.ts'
import type { Reads } from '../../../db/store.ts'
import { plainDictionary, type PlainDictionary } from './reading-dictionary.ts'

const MOST = 4

type Built = { readonly revision: string; readonly synonyms: PlainDictionary['synonyms'] }
const built = new WeakMap<Reads, Built>()

function synonymsInUse(read: Reads): PlainDictionary['synonyms'] {
  const revision = read.searchWord.revision()
  const known = built.get(read)
  if (known?.revision === revision) return known.synonyms
  const { synonyms } = plainDictionary(read)
  built.set(read, { revision, synonyms })
  return synonyms
}

/**
 * What else the things are called that a person typed, both ways; a word that says no more than the typed one is left out.
 * @example otherNames(read, '低保名单') // ['最低生活保障', '最低生活保障金']
 */
export function otherNames(read: Reads, typed: string): readonly string[] {
  const text = foldText(typed)
  const names = synonymsInUse(read).flatMap(({ word, meaning }) =>
    text.includes(meaning) ? [word] : text.includes(word) ? [meaning] : [],
  )
  return [...new Set(names)].filter((name) => !text.includes(name)).slice(0, MOST)
}
