import type { Board } from '../../domain/office/unit.ts'
import { A4_PORTRAIT, freePlaces, inHangingOrder } from '../../domain/posting/panel-space.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { unitRefs } from '../register/unit-ref.ts'
import { photoFile, postingViews } from './posting-views.ts'
import { type PostingViewing, postingViewing } from './sheet-standing.ts'
import type { BoardView } from './views.ts'

function viewOf(viewing: PostingViewing, board: Board, unitName: string): BoardView {
  const { read } = viewing
  const panels = read.board.panels(board.id).map(({ boardId: _, ...panel }) => panel)
  const postings = inHangingOrder(postingViews(viewing, read.posting.standing(board.id)), panels)
  const taken = postings.flatMap(({ spot }) => spot ?? [])
  const photo = read.board.photo(board.id)
  return {
    id: board.id,
    name: board.name,
    place: board.place,
    unitId: board.unitId,
    unitName,
    regime: board.regime,
    disabled: board.disabled,
    panels,
    panelsRevision: read.board.panelsRevision(board.id),
    photo: photo ? photoFile(photo, 'BOARD', 'DISTANT') : null,
    postings,
    free: Object.fromEntries(panels.map((panel) => [panel.id, freePlaces(panel, taken, A4_PORTRAIT)])),
  }
}

/**
 * All boards with what is planned for them and hangs on them, unit by unit, the township first.
 * @example boardViews(deps)[0]?.postings.length
 */
export function boardViews(deps: Pick<Deps, 'store' | 'clock'>): readonly BoardView[] {
  const viewing = postingViewing(deps)
  const { read } = viewing
  const boards = Map.groupBy(read.unit.boards(), ({ unitId }) => unitId)
  return read.unit
    .list()
    .flatMap((unit) => (boards.get(unit.id) ?? []).map((board) => viewOf(viewing, board, unit.name)))
}

/**
 * One board. Refuses `board.not-found`.
 * @example boardView(deps, id)
 */
export function boardView(deps: Pick<Deps, 'store' | 'clock'>, id: string): Result<BoardView> {
  const viewing = postingViewing(deps)
  const board = viewing.read.unit.boards().find((one) => one.id === id)
  if (!board) return refuse('board.not-found')
  return accept(viewOf(viewing, board, unitRefs(viewing.read)(board.unitId).name))
}
