import type { DictionaryKind, WordingEntry } from '../wording-entry.ts'
import { LEADER_NAMES } from './leader-names.ts'
import { MISWRITINGS } from './miswritings.ts'
import { SENSITIVE_WORDS } from './sensitive-words.ts'

/**
 * The dictionaries that come with the program, in use until the office takes in its own.
 * @example SHIPPED_DICTIONARIES.LEADER.length // 1
 */
export const SHIPPED_DICTIONARIES: Readonly<Record<DictionaryKind, readonly WordingEntry[]>> = {
  MISWRITING: MISWRITINGS,
  SENSITIVE: SENSITIVE_WORDS,
  LEADER: LEADER_NAMES,
}
