import type { CatalogueItem } from './catalogue-item.ts'
import type { LayoutColumn } from './catalogue-version.ts'
import { exportCell, exportStyle } from './export-cell.ts'
import { exportColumns, type ExportColumn } from './export-columns.ts'
import type { Grid, Merge } from './grid.ts'
import { sheetName } from './sheet-name.ts'

/** A version as a sheet: the title, one or two rows of headings, then one row an item. */
export type ExportGrid = Grid & {
  readonly columns: readonly LayoutColumn[]
  /** Rows above the first item, from 1. */
  readonly headRows: number
}

function block(top: number, left: number, bottom: number, right: number): readonly Merge[] {
  return top === bottom && left === right ? [] : [{ top, left, bottom, right }]
}

/** One row of headings, or two with group headings across their columns and the others over both rows. */
function headings(columns: readonly ExportColumn[]): {
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly Merge[]
} {
  const labels = columns.map(({ label }) => label)
  if (columns.every(({ group }) => group === '')) return { rows: [labels], merges: [] }
  const merges: Merge[] = []
  const over: string[] = []
  let start = 0
  columns.forEach(({ group, label }, at) => {
    const joined = group !== '' && at > 0 && columns[at - 1]?.group === group
    if (!joined) start = at
    over.push(joined ? '' : group === '' ? label : group)
    if (group === '') merges.push(...block(1, at, 2, at))
    else if (columns[at + 1]?.group !== group) merges.push(...block(1, start, 1, at))
  })
  return {
    rows: [over, columns.map(({ group, label }) => (group === '' ? '' : label))],
    merges,
  }
}

/**
 * Lays a version out as the county has it: its columns in its order, group headings over theirs, what has no column in
 * columns at the end. Read again it gives the same rows.
 * @example exportGrid('村务公开目录', version.columns, items).rows[0] // ['村务公开目录']
 */
export function exportGrid(
  name: string,
  own: readonly LayoutColumn[],
  items: readonly CatalogueItem[],
): ExportGrid {
  const columns = exportColumns(own, items)
  const style = exportStyle(columns, items)
  const head = headings(columns)
  return {
    sheet: sheetName(name, '目录'),
    columns,
    headRows: 1 + head.rows.length,
    rows: [
      [name],
      ...head.rows,
      ...items.map((item) => columns.map((column) => exportCell(column, style, item))),
    ],
    merges: [...block(0, 0, 0, columns.length - 1), ...head.merges],
  }
}
