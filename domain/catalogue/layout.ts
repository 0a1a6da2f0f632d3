import type { LayoutColumn } from './catalogue-version.ts'
import type { CatalogueNote } from './catalogue-item.ts'
import type { GridView } from './grid.ts'
import type { Column, Header } from './header.ts'

/**
 * Names a column as spreadsheets do, for columns that have values but no heading.
 * @example columnLetters(27) // 'AB'
 */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

function hasValues(view: GridView, header: Header, { index }: Column): boolean {
  for (let below = header.firstRow; below < view.height; below += 1) {
    if (view.own(below, index).trim() !== '') return true
  }
  return false
}

function isBare({ role, label }: Column): boolean {
  return role === 'extra' && label === ''
}

/**
 * The columns of a table in the county's order, for an export that looks like the file. A column without a heading is
 * named by its letters, as in `extra`; one without heading and values is no column.
 * @example layoutOf(view, header)[0] // { role: 'serial', label: '序号', group: '' }
 */
export function layoutOf(view: GridView, header: Header): readonly LayoutColumn[] {
  return header.columns
    .filter((column) => !isBare(column) || hasValues(view, header, column))
    .map((column) => ({
      role: column.role,
      label: isBare(column) ? columnLetters(column.index) : column.label,
      group: column.group,
    }))
}

/**
 * Says in which columns values stand that have no heading, as notes at the heading's row.
 * @example columnsWithoutHeading(view, header, '表1', 2) // [{ code: 'COLUMN_UNKNOWN', sheet: '表1', row: 2, text: 'N' }]
 */
export function columnsWithoutHeading(
  view: GridView,
  header: Header,
  sheet: string,
  row: number,
): CatalogueNote[] {
  return header.columns
    .filter((column) => isBare(column) && hasValues(view, header, column))
    .map(({ index }) => ({ code: 'COLUMN_UNKNOWN', sheet, row, text: columnLetters(index) }))
}
