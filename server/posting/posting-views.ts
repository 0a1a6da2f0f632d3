import type { StoredPostingEvent, StoredPostingPhoto, StoredSheet } from '../../db/repos/posting-repo.ts'
import type { StoredBoardPhoto } from '../../db/repos/board-repo.ts'
import { refuse, accept, type Result } from '../../domain/refusal.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { type PostingViewing, postingViewing, sheetStanding } from './sheet-standing.ts'
import type { PhotoFile, PostingEventView, PostingView, SheetSpot } from './views.ts'

/**
 * A photograph as the desk sees it.
 * @example photoFile(row, 'BOARD', 'DISTANT').driftSeconds
 */
export function photoFile(
  row: StoredPostingPhoto | StoredBoardPhoto,
  moment: PhotoFile['moment'],
  view: PhotoFile['view'],
): PhotoFile {
  const { id, sha256, width, height, source, receivedAt, claimedAt, driftSeconds, clockDoubtful } = row
  return {
    id,
    sha256,
    width,
    height,
    moment,
    view,
    source,
    receivedAt,
    claimedAt,
    driftSeconds,
    clockDoubtful,
    by: row.byName,
    inError:
      'errorReason' in row && row.errorReason !== null
        ? { reason: row.errorReason, at: row.errorAt ?? '', by: row.errorByName ?? '' }
        : null,
  }
}

/**
 * Where a sheet lies; null when nobody laid it on a panel.
 * @example spotOf(sheet)?.panelId
 */
export function spotOf(sheet: StoredSheet): SheetSpot | null {
  const { panelId, x, y, width, height } = sheet
  if (panelId === null || x === null || y === null || width === null || height === null) return null
  return { panelId, x, y, width, height }
}

function eventViews(sheet: StoredSheet, events: readonly StoredPostingEvent[]): readonly PostingEventView[] {
  const planned: PostingEventView[] =
    sheet.plannedOn === null
      ? []
      : [
          {
            kind: 'PLANNED',
            on: sheet.plannedOn,
            at: sheet.plannedAt ?? '',
            by: sheet.plannedByName ?? '',
            note: '',
          },
        ]
  const dropped: PostingEventView[] =
    sheet.planOutcome === null || sheet.planOutcome === 'POSTED'
      ? []
      : [
          {
            kind: 'CANCELLED',
            on: sheet.planEndedOn ?? '',
            at: sheet.planEndedAt ?? '',
            by: sheet.planEndedByName ?? '',
            note: sheet.planReason ?? '',
          },
        ]
  const posted: PostingEventView[] =
    sheet.postedOn === null
      ? []
      : [
          {
            kind: 'POSTED',
            on: sheet.postedOn,
            at: sheet.postedAt ?? '',
            by: sheet.postedByName ?? '',
            note: sheet.postedNote ?? '',
          },
        ]
  const removed: PostingEventView[] =
    sheet.removedOn === null
      ? []
      : [
          {
            kind: 'REMOVED',
            on: sheet.removedOn,
            at: sheet.removedAt ?? '',
            by: sheet.removedByName ?? '',
            note: [sheet.removalReason, sheet.removalNote].filter(Boolean).join('；'),
          },
        ]
  const between = events.map(({ kind, onDay, at, byName, note }) => ({
    kind,
    on: onDay,
    at,
    by: byName,
    note,
  }))
  const marked: PostingEventView[] =
    sheet.errorReason === null || sheet.errorAt === null
      ? []
      : [
          {
            kind: 'ENTERED_IN_ERROR',
            on: civilDateOf(sheet.errorAt),
            at: sheet.errorAt,
            by: sheet.errorByName ?? '',
            note: sheet.errorReason,
          },
        ]
  return [...planned, ...dropped, ...posted, ...between, ...removed, ...marked]
}

/**
 * Sheets by their ids, as every list and screen shows them, in the order of these.
 * @example postingViews(postingViewing(deps), read.posting.standing(null))[0]?.state
 */
export function postingViews(viewing: PostingViewing, ids: readonly string[]): readonly PostingView[] {
  if (ids.length === 0) return []
  const { read } = viewing
  const events = Map.groupBy(read.posting.events(ids), ({ postingId }) => postingId)
  const photos = Map.groupBy(read.posting.photos(ids), ({ postingId }) => postingId)
  return read.posting.sheets(ids).map((sheet): PostingView => {
    const own = events.get(sheet.id) ?? []
    const { state, stale, minimum, dueDown } = sheetStanding(sheet, own, viewing)
    const board = viewing.board(sheet.boardId)
    return {
      id: sheet.id,
      noticeId: sheet.noticeId,
      title: sheet.title,
      indexNumber: sheet.indexNumber,
      editionNumber: sheet.editionNumber,
      hash: sheet.hash,
      boardId: board.id,
      boardName: board.name,
      boardPlace: board.place,
      state,
      stale,
      plannedOn: sheet.plannedOn,
      postedOn: sheet.postedOn,
      removedOn: sheet.removedOn,
      pages: sheet.pages,
      spot: spotOf(sheet),
      minimum,
      dueDownFrom: dueDown?.from ?? null,
      dueDownReason: dueDown?.reason ?? null,
      early: sheet.early === 1 ? { reason: sheet.removalReason ?? '' } : null,
      witness: sheet.witness ?? '',
      photos: (photos.get(sheet.id) ?? []).map((photo) => photoFile(photo, photo.moment, photo.view)),
      events: eventViews(sheet, own),
    }
  })
}

/**
 * One sheet. Refuses `posting.not-found`.
 * @example postingView(deps, id)
 */
export function postingView(deps: Pick<Deps, 'store' | 'clock'>, id: string): Result<PostingView> {
  const [found] = postingViews(postingViewing(deps), [id])
  return found ? accept(found) : refuse('posting.not-found')
}
