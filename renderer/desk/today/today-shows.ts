import type { DutyRow } from '../../../server/duty/views.ts'
import type { DutyQuery } from '../api/duty-api.ts'
import { plusDays } from '../../shared/duty/day-text.ts'

/** What a tile narrows the list to. */
export const TODAY_SHOWS = ['overdue', 'today', 'soon'] as const
/** One tile that narrows. */
export type TodayShow = (typeof TODAY_SHOWS)[number]

/** The question behind a tile: which duties the tile has counted. */
export function queryOf(show: TodayShow, today: string): DutyQuery {
  switch (show) {
    case 'overdue':
      return { state: 'OVERDUE' }
    case 'today':
      return { state: 'DUE_SOON', from: today, to: today }
    case 'soon':
      return { state: 'DUE_SOON', from: plusDays(today, 1) }
  }
}

/** Lists show a duty once, even when a page was asked for again while something changed. */
export function withoutDoubles(rows: readonly DutyRow[]): readonly DutyRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...byId.values()]
}
