import type { Reads } from '../../db/store.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { spotOf } from './posting-views.ts'

const SIZE = { least: 100, most: 20_000, panels: 30 } as const

/** A panel as it is set: with its id when it is there already. */
export type PanelInput = {
  readonly id: string | null
  readonly name: string
  readonly width: number
  readonly height: number
}

function fits({ width, height }: PanelInput): boolean {
  return [width, height].every(
    (length) => Number.isSafeInteger(length) && length >= SIZE.least && length <= SIZE.most,
  )
}

/** Sheets that would be left without a place, on a panel that goes or becomes smaller. */
function panelLosingSheets(read: Reads, boardId: string, panels: readonly PanelInput[]): string | null {
  const next = new Map(panels.map((panel) => [panel.id, panel]))
  for (const sheet of read.posting.sheets(read.posting.standing(boardId))) {
    const spot = spotOf(sheet)
    if (!spot) continue
    const panel = next.get(spot.panelId)
    const holds = panel && spot.x + spot.width <= panel.width && spot.y + spot.height <= panel.height
    if (!holds) return spot.panelId
  }
  return null
}

/**
 * Says which panels a board has, in the order in which they stand beside each other; sizes in millimetres. What was before stays on
 * record. `revision` is the change they were read at. Needs HANDLER, DEPUTY_LEADER or ADMINISTRATOR. Refuses `board.not-found`,
 * `board.panels-changed` when somebody set them since, `board.panel-not-found`, `board.panel-size`, `board.panel-in-use` when
 * sheets would lose their place.
 * @example setPanels(deps, handler, boardId, { revision: 0, panels: [{ id: null, name: '左栏', width: 1200, height: 900 }] })
 */
export function setPanels(
  deps: Deps,
  principal: Principal,
  boardId: string,
  { revision, panels }: { readonly revision: number; readonly panels: readonly PanelInput[] },
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    if (!read.unit.boards().some(({ id }) => id === boardId)) return refuse('board.not-found')
    if (revision !== read.board.panelsRevision(boardId)) return refuse('board.panels-changed')
    if (panels.length > SIZE.panels || !panels.every(fits)) return refuse('board.panel-size', SIZE)
    const known = read.board.panels(boardId)
    const named = panels.flatMap(({ id }) => id ?? [])
    const unknown = named.some((id) => !known.some((panel) => panel.id === id))
    if (unknown || new Set(named).size < named.length) return refuse('board.panel-not-found')
    const losing = panelLosingSheets(read, boardId, panels)
    if (losing !== null) {
      return refuse('board.panel-in-use', { name: known.find(({ id }) => id === losing)?.name ?? '' })
    }
    const by = { accountId: principal.id, at: deps.clock.now() }
    for (const panel of known.filter(({ id }) => !named.includes(id))) {
      const { id: panelId, position, name, width, height } = panel
      write.board.geometry({ panelId, position, name, width, height, gone: true, ...by })
    }
    for (const [position, { id, width, height, ...panel }] of panels.entries()) {
      const former = known.find((one) => one.id === id)
      const panelId = id ?? deps.ids.next()
      const name = panel.name.trim()
      if (!former) write.board.panel({ id: panelId, boardId, createdAt: by.at })
      const same =
        former?.position === position &&
        former.name === name &&
        former.width === width &&
        former.height === height
      if (!same) {
        write.board.geometry({ panelId, position, name, width, height, gone: false, ...by })
      }
    }
    const detail = { panels: panels.length }
    record(deps, write, principal, 'board.panels', { kind: 'board', id: boardId }, detail)
    return accept(true)
  })
}
