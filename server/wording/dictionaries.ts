import type { Reads } from '../../db/store.ts'
import { SHIPPED_DICTIONARIES } from '../../domain/wording/starter/shipped-dictionaries.ts'
import { type WordingChecker, wordingChecker } from '../../domain/wording/check-wording.ts'
import {
  DICTIONARY_KINDS,
  type DictionaryKind,
  type WordingEntry,
} from '../../domain/wording/wording-entry.ts'
import { type Principal, requireRole } from '../principal.ts'
import type { DictionariesView, WordingReport } from './views.ts'

/** Roles that take dictionaries in: who writes, and who answers for the office. */
export const DICTIONARY_ROLES = ['HANDLER', 'DEPUTY_LEADER', 'ADMINISTRATOR'] as const

/**
 * Entries of the dictionary in use: what the office has taken in, else what came with the program.
 * @example entriesInUse(read, 'LEADER').length
 */
export function entriesInUse(read: Reads, kind: DictionaryKind): readonly WordingEntry[] {
  const id = read.wording.inUse(kind)
  return id === null ? SHIPPED_DICTIONARIES[kind] : read.wording.entries(id)
}

type Built = { readonly versions: string; readonly checker: WordingChecker }
const built = new WeakMap<Reads, Built>()

/**
 * The wording check over the dictionaries in use; built once and again when another version is put to use.
 * @example checkerInUse(read).content(content)
 */
export function checkerInUse(read: Reads): WordingChecker {
  const versions = read.wording.allInUse()
  const known = built.get(read)
  if (known?.versions === versions) return known.checker
  const checker = wordingChecker(
    DICTIONARY_KINDS.map((kind) => ({ kind, entries: entriesInUse(read, kind) })),
  )
  built.set(read, { versions, checker })
  return checker
}

/**
 * Every dictionary with its versions, newest first; the shipped one is version 0 and stands last.
 * @example dictionariesView(read, principal).dictionaries[0]?.kind // 'MISWRITING'
 */
export function dictionariesView(read: Reads, principal: Principal): DictionariesView {
  const all = read.wording.versions()
  return {
    mayChange: requireRole(principal, ...DICTIONARY_ROLES).ok,
    dictionaries: DICTIONARY_KINDS.map((kind) => {
      const inUse = read.wording.inUse(kind)
      const taken = all.filter((one) => one.kind === kind)
      const shipped = SHIPPED_DICTIONARIES[kind].length
      return {
        kind,
        entryCount: taken.find(({ id }) => id === inUse)?.entryCount ?? shipped,
        versions: [
          ...taken.map((one) => ({
            version: one.version,
            fileName: one.fileName,
            source: one.source,
            entryCount: one.entryCount,
            by: { id: one.accountId, name: one.byName },
            at: one.at,
            inUse: one.id === inUse,
          })),
          {
            version: 0,
            fileName: '',
            source: '',
            entryCount: shipped,
            by: null,
            at: null,
            inUse: inUse === null,
          },
        ],
      }
    }),
  }
}

/**
 * The dictionaries a check was made with, for its report.
 * @example dictionariesInUse(read)[0]?.version // 0
 */
export function dictionariesInUse(read: Reads): WordingReport['dictionaries'] {
  const all = read.wording.versions()
  return DICTIONARY_KINDS.map((kind) => {
    const inUse = all.find(({ id }) => id === read.wording.inUse(kind))
    return {
      kind,
      version: inUse?.version ?? 0,
      entryCount: inUse?.entryCount ?? SHIPPED_DICTIONARIES[kind].length,
    }
  })
}
