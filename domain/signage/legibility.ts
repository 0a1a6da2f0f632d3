import type { PaneRoom } from './glass-plan.ts'
import type { NoticeExtent, TableExtent } from './notice-extent.ts'
import { linesOf } from './text-weight.ts'

/** Why a notice is shown as its headline only, with a summary and the way to the rest. */
export const HEADLINE_REASONS = ['TEXT_TOO_LONG', 'TABLE_TOO_WIDE', 'ROOM_TOO_SMALL', 'DID_NOT_FIT'] as const
/** One of them. `DID_NOT_FIT` is found on the glass only. */
export type HeadlineReason = (typeof HEADLINE_REASONS)[number]

/** Why a notice is not shown at all on a part of a screen. */
export const REFUSED_REASONS = ['SCREEN_TOO_SMALL', 'HEADLINE_TOO_LONG'] as const
/** One of them. */
export type RefusedReason = (typeof REFUSED_REASONS)[number]

/** Whether a notice can be read on a part of a screen, and in what form. */
export type Legibility =
  /** Whole; `rowsCut` where a table has more rows than the pages a screen gives to one notice. */
  | { readonly outcome: 'LEGIBLE'; readonly rowsCut: boolean }
  /** Headline, paged summary, and where the whole of it is. */
  | { readonly outcome: 'AS_HEADLINE'; readonly reason: HeadlineReason }
  | { readonly outcome: 'REFUSED'; readonly reason: RefusedReason }

/** Pages a screen gives to one notice: nobody who came late waits longer for the beginning. */
export const MOST_PAGES = { headline: 3, text: 8, summary: 3, table: 20 } as const

/**
 * Whether all columns of a table can be read beside each other.
 * @example tableFits({ columns: [3, 4, 5], rows: 30 }, room) // true
 */
export function tableFits(
  table: TableExtent,
  room: Pick<PaneRoom, 'charactersPerLine' | 'cellGap'>,
): boolean {
  return table.columns.reduce((sum, width) => sum + width + room.cellGap, 0) <= room.charactersPerLine
}

/** Lines of a page left for the text once the headline and, where there is one, the foot have theirs. */
export function textLines(room: PaneRoom, title: string): number {
  const foot = room.form === 'PAGE' ? 2 : 0
  return room.lines - linesOf(title, room.charactersPerLine) - foot
}

/**
 * Whether a notice can be read on a part of a screen. Never smaller type and never a column left out: what does not fit becomes a
 * headline with a summary and the way to the rest; where not even the headline fits in a few pages, it is refused.
 * @example legibilityOf(noticeExtent(title, body), room).outcome // 'LEGIBLE'
 */
export function legibilityOf(notice: NoticeExtent, room: PaneRoom): Legibility {
  if (room.form === 'NONE') return { outcome: 'REFUSED', reason: 'SCREEN_TOO_SMALL' }
  // A ticker says the title and moves; it is as long as it is.
  if (room.form === 'TICKER') return { outcome: 'LEGIBLE', rowsCut: false }
  const titleLines = linesOf(notice.title, room.charactersPerLine)
  if (titleLines > room.lines * MOST_PAGES.headline)
    return { outcome: 'REFUSED', reason: 'HEADLINE_TOO_LONG' }
  const left = textLines(room, notice.title)
  // The headline stays over every page; where it takes most of one, there is no text to be paged.
  if (left < 2 || titleLines > room.lines / 2) return { outcome: 'AS_HEADLINE', reason: 'ROOM_TOO_SMALL' }
  const isTooWide = notice.tables.some((table) => !tableFits(table, room))
  // A head row and one of the table's own.
  if (isTooWide) return { outcome: 'AS_HEADLINE', reason: 'TABLE_TOO_WIDE' }
  if (notice.tables.length > 0 && left < 3) return { outcome: 'AS_HEADLINE', reason: 'ROOM_TOO_SMALL' }
  const lines = notice.paragraphs.reduce(
    // Two characters of indent.
    (sum, weight) => sum + Math.max(1, Math.ceil((weight + 2) / room.charactersPerLine)),
    0,
  )
  if (lines > left * MOST_PAGES.text) return { outcome: 'AS_HEADLINE', reason: 'TEXT_TOO_LONG' }
  const rows = notice.tables.reduce((sum, table) => sum + table.rows, 0)
  return { outcome: 'LEGIBLE', rowsCut: rows > (left - 1) * MOST_PAGES.table }
}
