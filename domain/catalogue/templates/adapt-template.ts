import type { CatalogueItem, CatalogueRow } from '../catalogue-item.ts'
import { matchRows } from '../match-rows.ts'

function adapted(row: CatalogueRow, item: CatalogueItem): CatalogueRow {
  const { publishingUnit, channels, levels, serial } = item
  const untimed = row.deadlineText === ''
  return {
    ...row,
    ...{ publishingUnit, channels, levels, serial },
    extra: { ...row.extra, ...item.extra },
    contentElements: row.contentElements === '' ? item.contentElements : row.contentElements,
    legalBasis: row.legalBasis === '' ? item.legalBasis : row.legalBasis,
    ...(untimed && {
      deadlineText: item.deadlineText,
      deadlineRule: item.deadlineRule,
      displayPeriod: item.displayPeriod,
      deadlineRuleSet: item.deadlineRuleSet,
    }),
  }
}

/**
 * Brings a list over a catalogue in which it was loaded before: what the list leaves blank, and who publishes where, stays as
 * the office has filled it in.
 * @example adaptTemplate(templateRows(GOV_20), read.catalogue.items(id))
 */
export function adaptTemplate(
  rows: readonly CatalogueRow[],
  items: readonly CatalogueItem[],
): readonly CatalogueRow[] {
  const matches = matchRows(items, rows)
  return rows.map((row, at) => {
    const item = matches[at]
    return item ? adapted(row, item) : row
  })
}
