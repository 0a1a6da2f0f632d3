import type {
  SearchWordKind,
  SearchWordPreview,
  SearchWordsView,
} from '../../../server/display/initials-view.ts'
import { api, taken } from '../../shared/api.ts'

const words = api.desk['search-words']

/** Key under which the office's words for the search are kept. */
export const SEARCH_WORDS_KEY = ['search-words'] as const

/** What somebody is about to enter. */
export type NewSearchWord = { readonly kind: SearchWordKind; readonly word: string; readonly value: string }

/** All words in use. */
export function getSearchWords(): Promise<SearchWordsView> {
  return taken(words.$get())
}

/** Adds one. */
export function addSearchWord(word: NewSearchWord): Promise<SearchWordsView> {
  return taken(words.$post({ json: word }))
}

/** Ends one of the office's own. */
export function endSearchWord(id: string): Promise<SearchWordsView> {
  return taken(words[':id'].end.$post({ param: { id } }))
}

/** How a title would be read and found with it. */
export function previewSearchWord(
  asked: NewSearchWord & { readonly title: string; readonly keys: string },
  signal: AbortSignal,
): Promise<SearchWordPreview> {
  return taken(words.preview.$get({ query: asked }, { init: { signal } }))
}
