import type { StoredSheet } from '../../db/repos/posting-repo.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { hungThrough } from '../../domain/posting/hung-through.ts'
import type { Deps } from '../deps.ts'
import { postingViewing, sheetStanding } from './sheet-standing.ts'
import type { PostingView } from './views.ts'

/**
 * The last day on which a sheet had to hang: what held when it came down stays, whatever is found out later; what hangs, or came
 * down before that was kept, is reckoned.
 * @example minimumLastDay(stored, view.minimum) // '2026-11-30'
 */
export function minimumLastDay(
  { early, removalLastDay }: Pick<StoredSheet, 'early' | 'removalLastDay'>,
  minimum: PostingView['minimum'],
): CivilDate | null {
  return early === null ? (minimum?.lastDay ?? null) : removalLastDay
}

/**
 * Whether the ledger knows sheets of a 公示 whose days are over, and none of them hung through: what a certificate then says of the
 * days is not borne out by any board. Nothing is changed by it; people are told.
 * @example hungOnNoBoard(deps, noticeId, '2026-11-30') // false
 */
export function hungOnNoBoard(
  deps: Pick<Deps, 'store' | 'clock'>,
  noticeId: string,
  lastDay: CivilDate,
): boolean {
  const viewing = postingViewing(deps)
  const { read, today } = viewing
  if (today <= lastDay) return false
  const hung = read.posting
    .sheets(read.posting.ofNotice(noticeId))
    .filter(({ postedOn, errorReason }) => postedOn !== null && errorReason === null)
  const events = Map.groupBy(read.posting.events(hung.map(({ id }) => id)), ({ postingId }) => postingId)
  const through = hung.some((sheet) => {
    const ends = [sheet.removedOn, sheet.correctedOn].filter((day) => day !== null).toSorted()
    const { minimum } = sheetStanding(sheet, events.get(sheet.id) ?? [], viewing)
    const last = minimumLastDay(sheet, minimum)
    return hungThrough({ until: ends[0] ?? today, early: sheet.early === 1, minimumLastDay: last }, lastDay)
  })
  return hung.length > 0 && !through
}
