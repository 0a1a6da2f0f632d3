import type { DictionaryDifference } from '../../domain/wording/dictionary-difference.ts'
import type { DictionaryKind, WordingEntry } from '../../domain/wording/wording-entry.ts'
import type { WordingFinding } from '../../domain/wording/wording-finding.ts'

/** A version of a dictionary at the desk; version 0 is the one shipped with the program. */
export type DictionaryVersionView = {
  readonly version: number
  readonly fileName: string
  readonly source: string
  readonly entryCount: number
  readonly by: { readonly id: string; readonly name: string } | null
  readonly at: string | null
  readonly inUse: boolean
}

/** A dictionary with its versions, newest first. */
export type DictionaryView = {
  readonly kind: DictionaryKind
  readonly versions: readonly DictionaryVersionView[]
  readonly entryCount: number
}

/** All dictionaries, and what the person may do. */
export type DictionariesView = {
  readonly dictionaries: readonly DictionaryView[]
  readonly mayChange: boolean
}

/** Entries of the version in use. */
export type DictionaryEntriesView = {
  readonly kind: DictionaryKind
  readonly version: number
  readonly entries: readonly WordingEntry[]
}

/** What a file would change. `digest` names this change; taken is only what was previewed. */
export type DictionaryPreview = DictionaryDifference & {
  readonly kind: DictionaryKind
  readonly digest: string
  readonly source: string
  readonly entryCount: number
}

/** What the wording check found; hints, nothing blocks. */
export type WordingReport = {
  readonly of: 'draft' | 'submission'
  /** Revision of the draft that was read; null for a submission. */
  readonly revision: number | null
  readonly findings: readonly WordingFinding[]
  readonly dictionaries: readonly {
    readonly kind: DictionaryKind
    readonly version: number
    readonly entryCount: number
  }[]
}
