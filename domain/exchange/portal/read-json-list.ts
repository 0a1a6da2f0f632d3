import { accept, refuse, type Result } from '../../refusal.ts'
import { RECEIPT_FORMAT } from '../receipt.ts'
import type { ListedEntry, UnreadableRow } from './comparison.ts'
import { type PortalList, readListDate } from './read-portal-list.ts'
import { saysWithdrawn } from './says-withdrawn.ts'

type Fields = Readonly<Record<string, unknown>>

const LISTS = ['entries', 'items', 'notices', 'rows', 'data'] as const
const MOST_TEXT = 120

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

function readReceipt(items: readonly unknown[]): PortalList {
  // By index number: a second edition of a notice is the same notice, and of it and its withdrawal the later change counts.
  const newest = new Map<string, { readonly change: number; readonly entry: ListedEntry }>()
  const unreadable: UnreadableRow[] = []
  for (const [at, item] of items.entries()) {
    const row = at + 1
    const indexNumber = isObject(item) ? textOf(item['indexNumber']) : null
    if (!isObject(item) || indexNumber === null) {
      unreadable.push({ sheet: '', row, reason: 'NOTHING_TO_FIND_IT_BY', text: '' })
      continue
    }
    // What was rejected is not there, nor does its withdrawal change what is.
    if (item['result'] !== 'ACCEPTED') continue
    const change = typeof item['change'] === 'number' ? item['change'] : at
    const known = newest.get(indexNumber)
    if (known !== undefined && known.change > change) continue
    const withdrawn = item['kind'] === 'WITHDRAWAL'
    const entry = { sheet: '', row, indexNumber, title: null, date: null, documentNumber: null, withdrawn }
    newest.set(indexNumber, { change, entry })
  }
  return {
    listed: [...newest.values()].map(({ entry }) => entry),
    unreadable,
    columns: { indexNumber: 'indexNumber', title: null, date: null, documentNumber: null, state: 'kind' },
  }
}

const isWithdrawn = ({ withdrawn, state, status }: Fields): boolean =>
  withdrawn === true ||
  [state, status].some((said) => typeof said === 'string' && saysWithdrawn('state', said))

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
    listed.push({ ...place, ...entry, date, withdrawn: isWithdrawn(fields) })
  }
  const columns = {
    indexNumber: 'indexNumber',
    title: 'title',
    date: 'publishDate',
    documentNumber: 'documentNumber',
    state: 'state',
  }
  return { listed, unreadable, columns }
}

/**
 * Reads a list from JSON: a receipt of the county (what it accepted, and what it took down), or entries with `indexNumber`, `title`,
 * `publishDate`, `documentNumber`, and `state`, `status` or `withdrawn`, as a list or under `entries`, `items`, `notices`, `rows` or
 * `data`; places count from 1. Refuses `portal.list-unreadable`.
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
