import { refuse, type Result } from '../../domain/refusal.ts'
import { type ListReading, readListGrid } from '../../domain/register/read-list-grid.ts'
import { CATALOGUE_FILE_LIMIT, readSheets } from '../../platform/table/read-catalogue-file.ts'

/**
 * Reads an official list from an XLSX or CSV file. Refuses what `readSheets` and `readListGrid` refuse.
 * @example await readListFile(bytes) // { ok: true, value: { labels: ['事项名称', …], … } }
 */
export async function readListFile(bytes: Uint8Array): Promise<Result<ListReading>> {
  if (bytes.length > CATALOGUE_FILE_LIMIT) return refuse('catalogue.file-too-large')
  const sheets = await readSheets(bytes)
  return sheets.ok ? readListGrid(sheets.value) : sheets
}
