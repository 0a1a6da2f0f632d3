import type { CatalogueRow } from './catalogue-item.ts'
import type { GridView } from './grid.ts'

/** Columns of text whose blank cells may stand for the cell above. */
export const FILLED_ROLES = ['deadlineText', 'publishingUnit', 'legalBasis'] as const
/** One of them. */
export type FilledRole = (typeof FILLED_ROLES)[number]

const SAME = /^(?:同上|同前|同上行|〃|″|")[。.]?$/u

/**
 * Fills the item of a row that goes on with the item above it: tables saved as CSV lose their merged cells, and only
 * the first row of a group names it. `continues` says that the row's first level stands in a block begun further up.
 * @example fillItem(row, above, false).itemLevel1 // '低保'
 */
export function fillItem(
  row: CatalogueRow,
  above: CatalogueRow | undefined,
  continues: boolean,
): CatalogueRow {
  if (!above || (row.itemLevel1 !== '' && !(continues && row.itemLevel1 === above.itemLevel1))) return row
  const nameless = row.itemLevel2 === '' && row.itemLevel3 === ''
  return {
    ...row,
    itemLevel1: above.itemLevel1,
    itemLevel2: row.itemLevel2 === '' ? above.itemLevel2 : row.itemLevel2,
    itemLevel3: nameless ? above.itemLevel3 : row.itemLevel3,
  }
}

/** The cells of a column's last row that had any, for 同上. */
export type AboveCells = Map<number, string>

/**
 * Looks at one row with each 同上 replaced by what it points to, and says in which columns; `above` learns the row.
 * @example lookPastSame(view, 5, above).same // [6]: 同上 in the seventh column
 */
export function lookPastSame(
  view: GridView,
  row: number,
  above: AboveCells,
): { readonly view: GridView; readonly same: readonly number[] } {
  const patch = new Map<number, string>()
  for (let column = 0; column < view.width; column += 1) {
    const own = view.own(row, column).replace(/\s/g, '')
    const meant = SAME.test(own) ? above.get(column) : undefined
    if (meant !== undefined) patch.set(column, meant)
    else if (own !== '') above.set(column, view.own(row, column))
  }
  if (patch.size === 0) return { view, same: [] }
  const look =
    (plain: GridView['cell']): GridView['cell'] =>
    (at, column) =>
      (at === row ? patch.get(column) : undefined) ?? plain(at, column)
  return { view: { ...view, cell: look(view.cell), own: look(view.own) }, same: [...patch.keys()] }
}

/**
 * Finds the columns a group of rows under one first level leaves blank after its first row: such a run stands for the
 * cell above. A column with any other cell filled, or with merged cells anywhere, says what it means and is left alone.
 * @example blankRuns([{ …, deadlineText: '每月' }, { …, deadlineText: '' }], new Set()) // ['deadlineText']
 */
export function blankRuns(
  group: readonly CatalogueRow[],
  merged: ReadonlySet<FilledRole>,
): readonly FilledRole[] {
  const [first, ...others] = group
  if (!first || others.length === 0) return []
  return FILLED_ROLES.filter(
    (role) => !merged.has(role) && first[role] !== '' && others.every((row) => row[role] === ''),
  )
}
