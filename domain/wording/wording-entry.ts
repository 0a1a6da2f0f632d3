/** Dictionaries of the wording check: 敏感表述, 易错词, 领导人姓名和职务. */
export const DICTIONARY_KINDS = ['MISWRITING', 'SENSITIVE', 'LEADER'] as const
/** One of them. */
export type DictionaryKind = (typeof DICTIONARY_KINDS)[number]

/** FIX is wrong wherever it stands; CHECK may be right and is for a person to judge. Neither ever blocks. */
export const WORDING_SEVERITIES = ['FIX', 'CHECK'] as const
/** One of them. */
export type WordingSeverity = (typeof WORDING_SEVERITIES)[number]

/**
 * One entry of a dictionary. In MISWRITING and SENSITIVE `word` is what is looked for and `suggestion` what should stand
 * there, empty where there is no one answer; in LEADER `word` is a name and `suggestion` the post the person holds.
 */
export type WordingEntry = {
  readonly word: string
  readonly suggestion: string
  readonly severity: WordingSeverity
  readonly note: string
  /** Longer texts in which the word is right: 按装 in 按装箱单. */
  readonly exceptions: readonly string[]
}

/** A dictionary in use. */
export type WordingDictionary = { readonly kind: DictionaryKind; readonly entries: readonly WordingEntry[] }
