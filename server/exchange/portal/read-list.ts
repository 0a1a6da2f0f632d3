import { readJsonList } from '../../../domain/exchange/portal/read-json-list.ts'
import {
  type PortalList,
  readPortalList as readGrids,
} from '../../../domain/exchange/portal/read-portal-list.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { CATALOGUE_FILE_LIMIT, readSheets } from '../../../platform/table/read-catalogue-file.ts'
import type { PortalComparisonView } from './views.ts'

/** A list and what kind of file it came from. */
export type ReadList = PortalList & { readonly kind: PortalComparisonView['kind'] }

/**
 * Reads the list of a portal or the county: XLSX, CSV or JSON, judged by content. Refuses `portal.list-unreadable` and what reading a
 * table refuses.
 * @example await readPortalList({ fileName: '县门户.xlsx', bytes })
 */
export async function readPortalList(file: { readonly bytes: Uint8Array }): Promise<Result<ReadList>> {
  if (file.bytes.length > CATALOGUE_FILE_LIMIT) return refuse('catalogue.file-too-large')
  const start = new TextDecoder()
    .decode(file.bytes.subarray(0, 64))
    .replace(/^\ufeff/u, '')
    .trimStart()
  if (start.startsWith('{') || start.startsWith('[')) {
    try {
      return readJsonList(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes)))
    } catch {
      return refuse('portal.list-unreadable')
    }
  }
  const sheets = await readSheets(file.bytes)
  if (!sheets.ok) return sheets
  const list = readGrids(sheets.value)
  return list.ok ? accept({ ...list.value, kind: 'TABLE' }) : list
}
