import { accept, refuse, type Result } from '../../refusal.ts'
import { RECEIPT_FORMAT } from '../receipt.ts'
import type { ListedEntry, UnreadableRow } from './comparison.ts'
import { type PortalList, readListDate } from './read-portal-list.ts'

type Fields = Readonly<Record<string, unknown>>

const LISTS = ['entries', 'items', 'notices', 'rows', 'data'] as const
const MOST_TEXT = 120

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

function readReceipt(items: readonly unknown[]): PortalList {
  const listed: ListedEntry[] = []
  const unreadable: UnreadableRow[] = []
  for (const [at, item] of items.entries()) {
    const row = at + 1
    const indexNumber = isObject(item) ? textOf(item['indexNumber']) : null
    if (!isObject(item) || indexNumber === null) {
      unreadable.push({ sheet: '', row, reason: 'NOTHING_TO_FIND_IT_BY', text: '' })
      continue
    }
    // What was sent back is not there, and a withdrawal taken in means the same.
    if (item['result'] !== 'ACCEPTED' || item['kind'] !== 'EDITION') continue
    listed.push({ sheet: '', row, indexNumber, title: null, date: null, documentNumber: null })
  }
  // A second edition of a notice is the same notice.
  const known = new Set<string | null>()
  const once = listed.filter(({ indexNumber }) => !known.has(indexNumber) && known.add(indexNumber))
  return {
    listed: once,
    unreadable,
    columns: { indexNumber: 'indexNumber', title: null, date: null, documentNumber: null },
  }
}

function readEntries(entries: readonly unknown[]): PortalList {
  const listed: ListedEntry[] = []
  const unreadable: UnreadableRow[] = []
  for (const [at, value] of entries.entries()) {
    const place = { sheet: '', row: at + 1 }
    const fields: Fields = isObject(value) ? value : {}
    const entry = {
      indexNumber: textOf(fields['indexNumber']),
      title: textOf(fields['title']),
      documentNumber: textOf(fields['documentNumber']),
    }
    const text = JSON.stringify(value).slice(0, MOST_TEXT).toWellFormed()
    if (entry.indexNumber === null && entry.title === null && entry.documentNumber === null) {
      unreadable.push({ ...place, reason: 'NOTHING_TO_FIND_IT_BY', text })
      continue
    }
    const said = textOf(fields['publishDate']) ?? textOf(fields['date'])
    const date = said === null ? null : readListDate(said)
    if (said !== null && date === null) unreadable.push({ ...place, reason: 'DATE_UNREADABLE', text })
    listed.push({ ...place, ...entry, date })
  }
  const columns = {
    indexNumber: 'indexNumber',
    title: 'title',
    date: 'publishDate',
    documentNumber: 'documentNumber',
  }
  return { listed, unreadable, columns }
}

/**
 * Reads a list from JSON: a receipt of the county (what it accepted), or entries with `indexNumber`, `title`, `publishDate` and
 * `documentNumber`, as a list or under `entries`, `items`, `notices`, `rows` or `data`; places count from 1. Refuses
 * `portal.list-unreadable`.
 * @example readJsonList([{ indexNumber: '11…/2026-00412', title: '公告' }])
 */
export function readJsonList(value: unknown): Result<PortalList & { readonly kind: 'RECEIPT' | 'JSON' }> {
  if (isObject(value) && value['format'] === RECEIPT_FORMAT && Array.isArray(value['items'])) {
    return accept({ ...readReceipt(value['items'] as unknown[]), kind: 'RECEIPT' })
  }
  const fields: Fields = isObject(value) ? value : {}
  const entries = Array.isArray(value)
    ? value
    : LISTS.map((name) => fields[name]).find((one) => Array.isArray(one))
  if (!Array.isArray(entries)) return refuse('portal.list-unreadable')
  return accept({ ...readEntries(entries as unknown[]), kind: 'JSON' })
}
