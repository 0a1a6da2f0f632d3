import { dateOf, dayNumber } from '../../domain/duty/calendar/day-number.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { isOnWall } from '../../domain/posting/posting-machine.ts'
import { inHangingOrder } from '../../domain/posting/panel-space.ts'
import type { PostingState } from '../../domain/posting/posting-state.ts'
import type { OverState } from '../../db/repos/posting-repo.ts'
import type { Deps } from '../deps.ts'
import { publicOffice } from '../display/public-views.ts'
import { unitRefs } from '../register/unit-ref.ts'
import { postingViews } from './posting-views.ts'
import { type PostingViewing, postingViewing } from './sheet-standing.ts'
import type { PostingView, PostingWork, TakeDownPaper } from './views.ts'

/** How long the removal of a 公示 waits for its photograph on the list; later it is history. */
const REMOVAL_PHOTO_DAYS = 14

/** Board by board, in the order in which one goes along a board. */
function alongBoards(viewing: PostingViewing, sheets: readonly PostingView[]): readonly PostingView[] {
  const boards = [...Map.groupBy(sheets, ({ boardId }) => boardId)]
  return boards
    .toSorted(([one], [other]) => viewing.board(one).name.localeCompare(viewing.board(other).name, 'zh'))
    .flatMap(([boardId, own]) => inHangingOrder(own, viewing.read.board.panels(boardId)))
}

function withoutRemovalPhoto(viewing: PostingViewing, earliest: CivilDate): readonly PostingView[] {
  return postingViews(viewing, viewing.read.posting.removedWithoutPhoto(earliest))
}

const OVER: readonly PostingState[] = ['REMOVED', 'CANCELLED', 'ENTERED_IN_ERROR'] satisfies OverState[]

function isOver(state: PostingState): state is OverState {
  return OVER.includes(state)
}

/**
 * What a morning asks for: what is to be put up by today, what hangs damaged and is not to come down, what should come down today,
 * what should have been down before, what hangs without a photograph of its beginning, and 公示 that came down lately without one of their end (domain book §4.5, S1).
 * @example postingWork(deps).takeDown.length
 */
export function postingWork(deps: Pick<Deps, 'store' | 'clock'>): PostingWork {
  const viewing = postingViewing(deps)
  const { today, read } = viewing
  const standing = alongBoards(viewing, postingViews(viewing, read.posting.standing(null)))
  const onWall = standing.filter(({ state }) => isOnWall(state))
  return {
    today,
    hang: standing.filter(({ state, plannedOn }) => state === 'PLANNED' && (plannedOn ?? '') <= today),
    repost: onWall.filter(
      ({ state, dueDownFrom }) => state === 'DAMAGED' && (dueDownFrom === null || dueDownFrom > today),
    ),
    takeDown: onWall.filter(({ dueDownFrom }) => dueDownFrom === today),
    overdue: onWall.filter(({ dueDownFrom }) => dueDownFrom !== null && dueDownFrom < today),
    withoutPhoto: onWall.filter(
      ({ photos }) => !photos.some(({ moment, inError }) => moment === 'POSTED' && inError === null),
    ),
    removedWithoutPhoto: withoutRemovalPhoto(viewing, dateOf(dayNumber(today) - REMOVAL_PHOTO_DAYS)),
  }
}

/** What a list of sheets is asked by. */
export type PostingFilter = {
  readonly noticeId?: string | undefined
  readonly boardId?: string | undefined
  readonly state?: PostingState | undefined
  /** Only those that came down before their last day. */
  readonly early?: boolean | undefined
}

const MOST_LISTED = 500

/**
 * Sheets, newest first: of a notice, of a board, in a state, taken down early; at most 500 of what is over. What was entered in
 * error is told of its notice, and where it is asked for, nowhere else.
 * @example listPostings(deps, { state: 'DAMAGED' })
 */
export function listPostings(
  deps: Pick<Deps, 'store' | 'clock'>,
  { noticeId, boardId, state, early = false }: PostingFilter,
): readonly PostingView[] {
  const viewing = postingViewing(deps)
  const { posting } = viewing.read
  const ids =
    noticeId !== undefined
      ? posting.ofNotice(noticeId)
      : early
        ? posting.early(boardId ?? null, MOST_LISTED)
        : state !== undefined
          ? isOver(state)
            ? posting.over(state, boardId ?? null, MOST_LISTED)
            : posting.standing(boardId ?? null).toReversed()
          : boardId !== undefined
            ? posting.ofBoard(boardId, MOST_LISTED)
            : posting.newest(MOST_LISTED)
  return postingViews(viewing, ids).filter(
    (sheet) =>
      (!early || sheet.early !== null) &&
      (state === undefined || sheet.state === state) &&
      (boardId === undefined || sheet.boardId === boardId),
  )
}

/**
 * 取下清单: what has to come down, board by board in the order one goes along them; of one board or of all.
 * @example takeDownPaper(deps, null).boards.length
 */
export function takeDownPaper(deps: Pick<Deps, 'store' | 'clock'>, boardId: string | null): TakeDownPaper {
  const viewing = postingViewing(deps)
  const { read, today } = viewing
  const { takeDown, overdue } = postingWork(deps)
  const due = alongBoards(viewing, [...overdue, ...takeDown]).filter(
    (sheet) => boardId === null || sheet.boardId === boardId,
  )
  const unit = unitRefs(read)
  return {
    office: publicOffice(read).name,
    today,
    boards: [...Map.groupBy(due, (sheet) => sheet.boardId)].map(([id, sheets]) => {
      const board = viewing.board(id)
      const panels = new Map(read.board.panels(id).map((panel) => [panel.id, panel.name]))
      return {
        name: board.name,
        place: board.place,
        unitName: unit(board.unitId).name,
        lines: sheets.flatMap((sheet) => {
          const { dueDownFrom, dueDownReason, postedOn } = sheet
          if (dueDownFrom === null || dueDownReason === null || postedOn === null) return []
          return {
            title: sheet.title,
            indexNumber: sheet.indexNumber,
            editionNumber: sheet.editionNumber,
            postedOn,
            since: dueDownFrom,
            reason: dueDownReason,
            spot: sheet.spot ? (panels.get(sheet.spot.panelId) ?? '') : '',
          }
        }),
      }
    }),
  }
}
