import type { StoredEdition } from '../../db/repos/edition-repo.ts'
import type { Reads } from '../../db/store.ts'
import { type Board, TOWNSHIP_UNIT_ID } from '../../domain/office/unit.ts'
import { isInCircle } from '../../domain/posting/circle.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'

/** The unit an edition was published for. */
function unitOf(read: Reads, edition: Pick<StoredEdition, 'id' | 'noticeId'>): string {
  return read.editionRecord.of(edition.id)?.unitId ?? read.placement.of(edition.noticeId).unitId
}

/**
 * Whether paper of an edition may not hang on a board: its item now goes to named persons, or to a limited circle whose boards
 * others are (S4).
 * @example scopeCheck(read)(edition, board) // false
 */
export function scopeCheck(
  read: Reads,
): (
  edition: { readonly editionId: number; readonly noticeId: string },
  board: Pick<Board, 'unitId'>,
) => boolean {
  const closed = read.placement.closedEditions()
  const units = read.unit.list()
  return ({ editionId, noticeId }, board) => {
    const scope = closed.get(editionId)
    if (scope === undefined) return false
    return (
      scope === 'NAMED_PERSONS' || !isInCircle(units, unitOf(read, { id: editionId, noticeId }), board.unitId)
    )
  }
}

/**
 * The board an edition may hang on: one in use, none for an item of named persons (精准推送), and for an item of a limited circle
 * (特定群体) only a board of the unit the notice belongs to (S4), which it must have been placed with. Refuses `board.not-found`,
 * `unit.disabled`, `posting.named-persons`, `posting.circle-unnamed`, `posting.outside-circle`.
 * @example requireBoard(read, edition, boardId)
 */
export function requireBoard(
  read: Reads,
  edition: Pick<StoredEdition, 'id' | 'noticeId'>,
  boardId: string,
): Result<Board> {
  const board = read.unit.boards().find((one) => one.id === boardId)
  if (!board) return refuse('board.not-found')
  if (board.disabled) return refuse('unit.disabled', { name: board.name })
  const scope = read.placement.closedEditions().get(edition.id)
  if (scope === undefined) return accept(board)
  if (scope === 'NAMED_PERSONS') return refuse('posting.named-persons')
  const unitId = unitOf(read, edition)
  if (unitId === TOWNSHIP_UNIT_ID) return refuse('posting.circle-unnamed')
  return isInCircle(read.unit.list(), unitId, board.unitId)
    ? accept(board)
    : refuse('posting.outside-circle', { board: board.name })
}

/**
 * Finds the edition a sheet is to show: the one that stands, or a former one that is named. Refuses `notice.not-found`,
 * `notice.edition-not-found`, `notice.wrong-state` when nothing is published.
 * @example requireEdition(read, noticeId, undefined)
 */
export function requireEdition(
  read: Reads,
  noticeId: string,
  editionNumber: number | undefined,
): Result<StoredEdition> {
  const notice = read.notice.byId(noticeId)
  if (!notice) return refuse('notice.not-found')
  const edition = read.edition
    .ofNotice(noticeId)
    .find((one) =>
      editionNumber === undefined ? one.state === 'PUBLISHED' : one.editionNumber === editionNumber,
    )
  if (edition) return accept(edition)
  return editionNumber === undefined
    ? refuse('notice.wrong-state', { state: notice.state, action: 'PUBLISH' })
    : refuse('notice.edition-not-found')
}
