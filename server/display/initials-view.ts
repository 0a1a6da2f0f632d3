import type { ExcerptPart, PublicRow } from './views.ts'

// GET /api/public/search/initials?keys=dbgs             InitialsAnswer: the live results of the 26-key pad
// GET /api/public/search/words?keys=gongshi             SpelledWords: Han words for typed pinyin, out of the board's own titles
// GET /api/desk/search-words                            SearchWordsView: the office's own readings and synonyms, and those that ship
// POST /api/desk/search-words                           adds one · POST /api/desk/search-words/:id/end ends one
// GET /api/desk/search-words/preview?keys=&title=       SearchWordPreview: how a title is read, and what keys find

/** One line of what the pad finds. */
export type InitialsRow = PublicRow & {
  readonly titleParts: readonly ExcerptPart[]
  /** The index or document number it was found by, with the digits marked; empty when it was found by its title. */
  readonly numberParts: readonly ExcerptPart[]
}

/** What the 26-key pad finds while keys are pressed: best fit first. */
export type InitialsAnswer = {
  /** The keys it answers, so that a late answer to fewer keys is not shown. */
  readonly keys: string
  readonly items: readonly InitialsRow[]
  /** There are more than these. */
  readonly more: boolean
  /** Titles of the board are still being read, after an upgrade: what the keys fit may not be found yet. */
  readonly incomplete: boolean
}

/** Han words that typed pinyin may mean, the likelier first; the visitor chooses one. */
export type SpelledWords = { readonly keys: string; readonly words: readonly string[] }

/** A reading of the office or of the program. */
export type SearchWordView = {
  /** Null for what came with the program. */
  readonly id: string | null
  readonly kind: SearchWordKind
  readonly word: string
  /** Syllables of a reading; what titles write for a synonym. */
  readonly value: string
  readonly by: string | null
  readonly at: string | null
}

/** What an office may add. */
export const SEARCH_WORD_KINDS = ['READING', 'SYNONYM'] as const
/** One of them. */
export type SearchWordKind = (typeof SEARCH_WORD_KINDS)[number]

/** The office's words for the search, newest first, then those of the program. */
export type SearchWordsView = {
  readonly mayChange: boolean
  readonly own: readonly SearchWordView[]
  readonly shipped: readonly SearchWordView[]
  /** How many titles are still to be read, after an upgrade, or anew after a change; counted up to a hundred. */
  readonly unread: number
}

/** How a title is read, and whether keys find it. */
export type SearchWordPreview = {
  /** Syllables of each character, several between slashes; empty for a sign. */
  readonly syllables: readonly { readonly text: string; readonly said: string; readonly begins: boolean }[]
  /** First letters to type for it from its first words. */
  readonly initials: string
  readonly titleParts: readonly ExcerptPart[]
  readonly found: boolean
}
