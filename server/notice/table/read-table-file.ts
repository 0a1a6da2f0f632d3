import { type Grid, viewGrid } from '../../../domain/catalogue/grid.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { TableSheet } from '../../../domain/table/table-reading.ts'
import { CATALOGUE_FILE_LIMIT, readSheets } from '../../../platform/table/read-catalogue-file.ts'
import { readZipGuard } from '../../../platform/table/read-zip-guard.ts'
import { type HiddenParts, hiddenParts } from './hidden-parts.ts'

const NUMBER = /^[-−]?[\d,]+(?:\.\d+)?$/

/** A merged block of words speaks for all its rows; a merged amount is one amount and not one a row. */
function rowsOf(grid: Grid): readonly (readonly string[])[] {
  const view = viewGrid(grid)
  return Array.from({ length: view.height }, (_, row) =>
    Array.from({ length: view.width }, (_column, column) => {
      const text = view.cell(row, column)
      const own = grid.rows[row]?.[column] ?? ''
      return NUMBER.test(text) ? own : text
    }),
  )
}

/**
 * Reads a list from an XLSX or CSV file as the eye sees it: values of formulas, days as days; what is hidden is read and
 * named. Refuses what `readSheets` refuses, and `catalogue.file-too-large`.
 * @example await readTableFile(bytes) // { ok: true, value: [{ name: '名单', hidden: false, rows: […], … }] }
 */
export async function readTableFile(bytes: Uint8Array): Promise<Result<readonly TableSheet[]>> {
  if (bytes.length > CATALOGUE_FILE_LIMIT) return refuse('catalogue.file-too-large')
  const grids = await readSheets(bytes)
  if (!grids.ok) return grids
  let hidden: ReadonlyMap<string, HiddenParts> = new Map()
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const parts = await readZipGuard(bytes)
    if (!parts.ok) return parts
    hidden = hiddenParts(parts.value)
  }
  if (grids.value.length === 0) return refuse('table.empty-file')
  return accept(
    grids.value.map((grid): TableSheet => {
      const parts = hidden.get(grid.sheet)
      return {
        name: grid.sheet,
        hidden: parts?.sheet ?? false,
        rows: rowsOf(grid),
        hiddenRows: parts?.rows ?? [],
        hiddenColumns: parts?.columns ?? [],
        missing: (grid.missing ?? []).map(({ text }) => text),
      }
    }),
  )
}
