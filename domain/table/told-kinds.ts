import { type FieldKind, fieldKindOf } from './field-kind.ts'
import { findHeader } from './propose-reading.ts'
import type { TableReading, TableRows, TableSheet } from './table-reading.ts'

/**
 * What each column tells about itself, whatever the clerk calls it: by its heading as it came, as it was corrected and as
 * the sheet's likeliest row of headings has it, and by its cells as they came. Without this, another name for a column
 * would be the way round the policy.
 * @example toldKinds(sheet, reading, rows, original)[2] // ['DISEASE']
 */
export function toldKinds(
  sheet: TableSheet,
  reading: Pick<TableReading, 'columns' | 'headerRow'>,
  rows: Pick<TableRows, 'header'>,
  original: Pick<TableRows, 'header' | 'data' | 'leftOut' | 'hidden'>,
): readonly (readonly FieldKind[])[] {
  const likely = findHeader(sheet)
  const entries = [...original.data, ...original.leftOut, ...original.hidden].filter(({ at }) => at > likely)
  return reading.columns.map((_, column) => {
    const cells = entries.map((row) => row.cells[column] ?? '')
    const headings = [
      original.header[column],
      rows.header[column],
      ...(likely === reading.headerRow ? [] : [sheet.rows[likely]?.[column]]),
    ]
    return [...new Set(headings.map((heading) => fieldKindOf(heading ?? '', cells)))]
  })
}
