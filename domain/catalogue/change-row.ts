import { readDeadline } from '../duty/deadline/deadline-text.ts'
import type { CatalogueRow } from './catalogue-item.ts'
import { disclosureScopeOf } from './disclosure-scope.ts'

const SCOPE_FROM = ['audience', 'audienceNote', 'channels', 'disclosureMode'] as const

/**
 * Changes cells of a row: a rule or display period that a person gives counts as set; a deadline text changed without one
 * is read anew, as it is when `deadlineRuleSet` is given as false; the scope follows audience, channels and mode unless it
 * is given. Where the row stood in its file is never changed.
 * @example changeRow(row, { deadlineText: '每季度首月15日前' }).deadlineRule?.class // 'QUARTERLY'
 */
export function changeRow<Row extends CatalogueRow>(row: Row, change: Partial<CatalogueRow>): Row {
  const { deadlineRuleSet, sourceSheet: _, sourceRow: __, ...cells } = change
  const given = deadlineRuleSet !== false && ('deadlineRule' in cells || 'displayPeriod' in cells)
  const text = cells.deadlineText ?? row.deadlineText
  const readAnew = !given && (deadlineRuleSet === false || text !== row.deadlineText)
  const reading = readAnew ? readDeadline(text) : null
  const changed: Row = {
    ...row,
    ...cells,
    ...(given && { deadlineRuleSet: true }),
    ...(reading && {
      deadlineRule: reading.rule,
      displayPeriod: reading.displayPeriod,
      deadlineRuleSet: false,
    }),
  }
  if ('disclosureScope' in change || !SCOPE_FROM.some((field) => field in change)) return changed
  return { ...changed, disclosureScope: disclosureScopeOf(changed) }
}

/**
 * Whether a row has a name: not all three levels are empty.
 * @example hasName({ ...row, itemLevel1: ' ', itemLevel2: '', itemLevel3: '' }) // false
 */
export function hasName(row: Pick<CatalogueRow, 'itemLevel1' | 'itemLevel2' | 'itemLevel3'>): boolean {
  return `${row.itemLevel1}${row.itemLevel2}${row.itemLevel3}`.trim() !== ''
}
