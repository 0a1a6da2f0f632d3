import type { CatalogueRow } from './catalogue-item.ts'

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

/**
 * Replaces 同上 by what it points to, and says in which columns.
 * @example fillSame({ ...row, deadlineText: '同上' }, above).filled // ['deadlineText']
 */
export function fillSame(
  row: CatalogueRow,
  above: CatalogueRow | undefined,
): { readonly row: CatalogueRow; readonly filled: readonly (FilledRole | 'contentElements' | 'channels')[] } {
  if (!above) return { row, filled: [] }
  const texts = ([...FILLED_ROLES, 'contentElements'] as const).filter(
    (role) => SAME.test(row[role]) && above[role] !== '',
  )
  const channels = row.channels.length === 1 && SAME.test(row.channels[0] ?? '') && above.channels.length > 0
  return {
    row: {
      ...row,
      ...Object.fromEntries(texts.map((role) => [role, above[role]])),
      ...(channels && { channels: above.channels }),
    },
    filled: [...texts, ...(channels ? (['channels'] as const) : [])],
  }
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
