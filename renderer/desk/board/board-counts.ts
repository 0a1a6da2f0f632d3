import type { BoardView } from '../../../server/posting/views.ts'
import { sheetTone } from './sheet-tone.ts'

/** What of a board is counted in the list of boards. */
export type BoardCounts = {
  readonly up: number
  readonly toHang: number
  /** Today or before: over, corrected or taken down. */
  readonly toTakeDown: number
  /** A4 sheets that still fit. */
  readonly free: number
}

/** Counts a board on a day. */
export function boardCounts(board: BoardView, today: string): BoardCounts {
  const planned = board.postings.filter(({ state }) => state === 'PLANNED')
  const up = board.postings.length - planned.length
  return {
    up,
    toHang: planned.filter(({ plannedOn }) => plannedOn === null || plannedOn <= today).length,
    toTakeDown: board.postings.filter(
      (one) => one.state !== 'PLANNED' && ['stale', 'overdue', 'today'].includes(sheetTone(one, today)),
    ).length,
    free: Object.values(board.free).reduce((sum, places) => sum + places, 0),
  }
}
