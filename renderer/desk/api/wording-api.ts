import type { DictionaryKind } from '../../../domain/wording/wording-entry.ts'
import type {
  DictionariesView,
  DictionaryEntriesView,
  DictionaryPreview,
  WordingReport,
} from '../../../server/wording/views.ts'
import { api, taken } from '../../shared/api.ts'
import { sendForm } from '../../shared/request.ts'

/** Keys under which answers about the wording are kept. */
export const DICTIONARIES_KEY = ['dictionaries'] as const
export const wordingKey = (id: string, of: WordingReport['of']) => ['notice', id, 'wording', of] as const

/** What the wording check says of a notice. */
export function getWording(
  id: string,
  of: WordingReport['of'],
  signal?: AbortSignal,
): Promise<WordingReport> {
  return taken(
    api.desk.notices[':id'].wording.$get(
      { param: { id }, query: { of } },
      { init: { signal: signal ?? null } },
    ),
  )
}

/** All dictionaries with their versions. */
export function getDictionaries(): Promise<DictionariesView> {
  return taken(api.desk.dictionaries.$get())
}

/** Entries of a dictionary in use. */
export function getEntries(kind: DictionaryKind): Promise<DictionaryEntriesView> {
  return taken(api.desk.dictionaries[':kind'].$get({ param: { kind } }))
}

/** What a file would change. */
export function compareDictionary(kind: DictionaryKind, file: File): Promise<DictionaryPreview> {
  const form = new FormData()
  form.append('file', file)
  return sendForm(`/api/desk/dictionaries/${kind}/compare`, form)
}

/** Takes a previewed file in. */
export function takeDictionary(
  kind: DictionaryKind,
  file: File,
  decision: { readonly digest: string; readonly source: string },
): Promise<DictionariesView> {
  const form = new FormData()
  form.append('digest', decision.digest)
  form.append('source', decision.source)
  form.append('file', file)
  return sendForm(`/api/desk/dictionaries/${kind}/versions`, form)
}

/** Puts another version to use. */
export function chooseDictionary(kind: DictionaryKind, version: number): Promise<DictionariesView> {
  return taken(api.desk.dictionaries[':kind'].choice.$post({ param: { kind }, json: { version } }))
}

/** Where the workbook of a dictionary can be fetched. */
export const dictionaryFileAddress = (kind: DictionaryKind): string => `/api/desk/dictionaries/${kind}/xlsx`
