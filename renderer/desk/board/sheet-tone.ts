import type { PostingView } from '../../../server/posting/views.ts'

/** How a sheet stands today; derived, since what is overdue is never stored. */
export type SheetTone = 'planned' | 'late-plan' | 'hangs' | 'damaged' | 'today' | 'overdue' | 'stale' | 'gone'

const GONE: readonly PostingView['state'][] = ['REMOVED', 'CANCELLED', 'ENTERED_IN_ERROR']

/**
 * How a sheet stands on a day; what is out of date comes before what is over, since it misleads whoever reads it.
 * @example sheetTone({ state: 'POSTED', stale: null, dueDownFrom: '2026-03-17', plannedOn: null }, '2026-03-18') // 'overdue'
 */
export function sheetTone(
  sheet: Pick<PostingView, 'state' | 'stale' | 'dueDownFrom' | 'plannedOn'>,
  today: string,
): SheetTone {
  if (GONE.includes(sheet.state)) return 'gone'
  if (sheet.stale !== null) return 'stale'
  if (sheet.state === 'PLANNED')
    return sheet.plannedOn !== null && sheet.plannedOn < today ? 'late-plan' : 'planned'
  if (sheet.dueDownFrom !== null && sheet.dueDownFrom < today) return 'overdue'
  if (sheet.dueDownFrom === today) return 'today'
  return sheet.state === 'DAMAGED' ? 'damaged' : 'hangs'
}
