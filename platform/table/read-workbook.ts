import type { Grid } from '../../domain/catalogue/grid.ts'
import { accept, refuse } from '../../domain/refusal.ts'
import type { Result } from '../../domain/refusal.ts'
import { MOST_ROWS, readSheet, SheetTooLarge } from './read-sheet.ts'
import type { ZipParts } from './read-zip-guard.ts'
import { readWorkbookParts } from './workbook-parts.ts'

/**
 * Reads the sheets of an XLSX workbook as plain text with their merged blocks; hidden rows and columns are read too,
 * sheets without any text are left out. Formulas give their last result. Only cells that hold something cost anything:
 * names, filters, validations and formats of whole columns are not looked at.
 * Refuses `catalogue.file-damaged`, and `catalogue.file-too-large` with the most `rows` a sheet may have.
 * @example readWorkbook(parts) // { ok: true, value: [{ sheet: '社会救助领域', rows: […], merges: […] }] }
 */
export function readWorkbook(parts: ZipParts): Result<readonly Grid[]> {
  const grids: Grid[] = []
  try {
    const known = readWorkbookParts(parts)
    for (const sheet of known.sheets) {
      const grid = readSheet(sheet, known)
      if (grid.rows.some((row) => row.some((text) => text.trim() !== ''))) grids.push(grid)
    }
  } catch (error) {
    if (error instanceof SheetTooLarge) return refuse('catalogue.file-too-large', { rows: MOST_ROWS })
    // A broken part is answered with plain errors of many wordings; a fault of ours with other classes.
    if (!(error instanceof Error) || error.constructor !== Error) throw error
    return refuse('catalogue.file-damaged')
  }
  return accept(grids)
}
