import type { CatalogueNote, CatalogueReading } from '../../domain/catalogue/catalogue-item.ts'
import type { Grid } from '../../domain/catalogue/grid.ts'
import { readCatalogueGrid } from '../../domain/catalogue/read-catalogue-grid.ts'
import { accept, refuse } from '../../domain/refusal.ts'
import type { Result } from '../../domain/refusal.ts'
import { decodeText, readCsv, separatorsOf } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'
import { readZipGuard } from './read-zip-guard.ts'

const MEGABYTE = 1024 * 1024
/** The largest file taken, in bytes. */
export const CATALOGUE_FILE_LIMIT = 20 * MEGABYTE

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Judged by content, because portals hand out web pages and old workbooks named .xlsx. */
function kindOf(bytes: Uint8Array): 'ZIP' | 'OLD_OFFICE' | 'TEXT' | 'BINARY' {
  if (startsWith(bytes, [0x50, 0x4b])) return 'ZIP'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'OLD_OFFICE'
  const utf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])
  if (utf16) return 'TEXT'
  return bytes.subarray(0, 4096).some((byte) => byte < 9) ? 'BINARY' : 'TEXT'
}

function readText(bytes: Uint8Array): Result<string> {
  const text = decodeText(bytes)
  if (!text.ok) return text
  if (/^\s*<(?:!doctype|html|table|\?xml|head|body)/i.test(text.value)) {
    return refuse('catalogue.file-type-unknown', { found: 'web-page' })
  }
  return text
}

/**
 * Reads the sheets of an XLSX or CSV file as grids, judged by content. Refuses `catalogue.file-type-unknown`,
 * `catalogue.file-damaged`, `catalogue.file-too-large`.
 * @example await readSheets(bytes) // { ok: true, value: [{ sheet: '', rows: […], merges: [] }] }
 */
export async function readSheets(bytes: Uint8Array): Promise<Result<readonly Grid[]>> {
  const kind = kindOf(bytes)
  // An old .xls and a workbook with a password look alike from outside; both are saved anew as .xlsx.
  if (kind === 'OLD_OFFICE') return refuse('catalogue.file-type-unknown', { found: 'old-office' })
  if (kind === 'BINARY') return refuse('catalogue.file-type-unknown', { found: 'binary' })
  if (kind === 'ZIP') {
    const entries = await readZipGuard(bytes)
    if (!entries.ok) return entries
    return entries.value.has('xl/workbook.xml')
      ? readWorkbook(entries.value)
      : refuse('catalogue.file-type-unknown', { found: 'zip' })
  }
  const text = readText(bytes)
  if (!text.ok) return text
  const rows = readCsv(text.value)
  return rows.ok ? accept([{ sheet: '', rows: rows.value, merges: [] }]) : rows
}

function firstText(grid: Grid): string {
  return (
    grid.rows
      .flat()
      .find((text) => text.trim() !== '')
      ?.trim() ?? ''
  )
}

function readGrids(grids: readonly Grid[], fileName: string) {
  const readings: CatalogueReading[] = []
  const skipped: CatalogueNote[] = []
  for (const grid of grids) {
    const reading = readCatalogueGrid(grid, fileName)
    if (reading.ok) readings.push(reading.value)
    else skipped.push({ code: 'SHEET_SKIPPED', sheet: grid.sheet, row: 1, text: firstText(grid) })
  }
  return { readings, skipped }
}

/** Titles and notes above the table may hold more commas than its heading has: what gives a heading is right. */
function readWithOtherSeparator({ bytes, fileName }: Input): readonly CatalogueReading[] {
  const text = kindOf(bytes) === 'TEXT' ? readText(bytes) : null
  if (!text?.ok) return []
  for (const separator of separatorsOf(text.value).slice(1)) {
    const rows = readCsv(text.value, separator)
    if (!rows.ok) continue
    const { readings } = readGrids([{ sheet: '', rows: rows.value, merges: [] }], fileName)
    if (readings.length > 0) return readings
  }
  return []
}

type Input = { readonly bytes: Uint8Array; readonly fileName: string }

/**
 * Reads a catalogue file as counties send it: XLSX or CSV (UTF-8, UTF-16, GB18030), one reading per sheet that holds
 * a catalogue; sheets that hold none become a note `SHEET_SKIPPED` of the first reading.
 * Refuses `catalogue.file-too-large`, `catalogue.file-type-unknown` (with what was `found`: `old-office`, `zip`,
 * `web-page`, `binary`), `catalogue.file-damaged` and, when no sheet is a catalogue, `catalogue.not-a-catalogue`.
 * @example await readCatalogueFile({ bytes, fileName: '社会救助领域目录.xlsx' })
 */
export async function readCatalogueFile(input: Input): Promise<Result<readonly CatalogueReading[]>> {
  if (input.bytes.length > CATALOGUE_FILE_LIMIT) {
    return refuse('catalogue.file-too-large', { megabytes: CATALOGUE_FILE_LIMIT / MEGABYTE })
  }
  const sheets = await readSheets(input.bytes)
  if (!sheets.ok) return sheets
  const { readings, skipped } = readGrids(sheets.value, input.fileName)
  const [first, ...others] = readings.length > 0 ? readings : readWithOtherSeparator(input)
  if (!first) return refuse('catalogue.not-a-catalogue', { sheet: sheets.value[0]?.sheet ?? '' })
  const told = readings.length > 0 ? skipped : []
  return accept([{ ...first, notes: [...first.notes, ...told] }, ...others])
}
