import type { StoredSheet } from '../../db/repos/posting-repo.ts'
import type { Reads, Writes } from '../../db/store.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { checkSpot, type Spot } from '../../domain/posting/panel-space.ts'
import { actOnPosting } from '../../domain/posting/posting-machine.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { spotOf } from './posting-views.ts'
import { requireBoard, requireEdition } from './require-board.ts'
import { postingViewing, sheetStanding, sheetState } from './sheet-standing.ts'

/** Which edition is to be put up: that of a notice that stands, or one named by its hash. */
export type PlanInput = {
  readonly noticeId?: string | undefined
  readonly hash?: string | undefined
  readonly boardId: string
  readonly plannedOn: CivilDate
  readonly spot: Spot | null
}

/** Sheets that will lie on the board on a day: what should be gone by then is no longer in the way. */
function inTheWay(
  deps: Deps,
  read: Reads,
  boardId: string,
  { on, butFor }: { readonly on: CivilDate; readonly butFor: string | null },
): readonly Spot[] {
  const viewing = postingViewing(deps, read)
  const sheets = read.posting.sheets(read.posting.standing(boardId))
  return sheets.flatMap((sheet) => {
    const spot = sheet.id === butFor ? null : spotOf(sheet)
    if (!spot) return []
    const { dueDown } = sheetStanding(sheet, read.posting.events([sheet.id]), viewing)
    return dueDown !== null && dueDown.from <= on ? [] : [spot]
  })
}

function putDown(
  deps: Deps,
  write: Writes,
  read: Reads,
  principal: Principal,
  place: {
    readonly sheetId: string
    readonly boardId: string
    readonly on: CivilDate
    readonly spot: Spot | null
  },
): Result<true> {
  const { sheetId, boardId, on, spot } = place
  const row = { postingId: sheetId, accountId: principal.id, at: deps.clock.now() }
  if (spot === null) {
    write.posting.place({ ...row, panelId: null, x: null, y: null, width: null, height: null })
    return accept(true)
  }
  const taken = inTheWay(deps, read, boardId, { on, butFor: sheetId })
  const lies = checkSpot(spot, read.board.panels(boardId), taken)
  if (!lies.ok) return lies
  write.posting.place({ ...row, ...lies.value })
  return accept(true)
}

/**
 * Plans that an edition is to be put up on a board on a day, with its place when it is known. Needs HANDLER or DEPUTY_LEADER. Gives
 * the id that the sheet keeps. Refuses `notice.not-found`, `notice.wrong-state`, `notice.edition-not-found`, what `requireBoard`
 * refuses, `posting.date-past` for a day gone by, `posting.planned-already`, `posting.already-there`, and what `checkSpot` refuses.
 * @example planSheet(deps, handler, { noticeId, boardId, plannedOn: '2026-11-24', spot: null })
 */
export function planSheet(deps: Deps, principal: Principal, input: PlanInput): Result<string> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<string> => {
    const named = input.hash === undefined ? undefined : read.edition.byHash(input.hash, input.noticeId)
    if (input.hash !== undefined && named?.state !== 'PUBLISHED') return refuse('notice.edition-not-found')
    const edition = named ? accept(named) : requireEdition(read, input.noticeId ?? '', undefined)
    if (!edition.ok) return edition
    const board = requireBoard(read, edition.value, input.boardId)
    if (!board.ok) return board
    const today = civilDateOf(deps.clock.now())
    if (input.plannedOn < today) return refuse('posting.date-past', { today })
    const { boardId, plannedOn, spot } = input
    const same = read.posting
      .sheets(read.posting.standing(boardId))
      .filter(({ editionId }) => editionId === edition.value.id)
    if (same.some(({ postedOn }) => postedOn !== null)) {
      return refuse('posting.already-there', { board: board.value.name })
    }
    if (same.length > 0) return refuse('posting.planned-already', { board: board.value.name })
    const id = deps.ids.next()
    const { id: editionId, hash } = edition.value
    write.posting.plan({ id, editionId, boardId, plannedOn, accountId: principal.id, at: deps.clock.now() })
    if (spot !== null) {
      const lies = putDown(deps, write, read, principal, { sheetId: id, boardId, on: plannedOn, spot })
      if (!lies.ok) return lies
    }
    const detail = { boardId, hash, plannedOn, rowSha256: read.posting.rowHash('PLAN', id) }
    record(deps, write, principal, 'posting.plan', { kind: 'posting', id }, detail)
    return accept(id)
  })
}

/** The sheet, when the action is possible on it. */
function requireSheet(
  read: Reads,
  id: string,
  action: Parameters<typeof actOnPosting>[1],
): Result<StoredSheet> {
  const [sheet] = read.posting.sheets([id])
  if (!sheet) return refuse('posting.not-found')
  const fits = actOnPosting(sheetState(sheet, read.posting.events([id])), action)
  return fits.ok ? accept(sheet) : fits
}

/**
 * Lays a sheet, planned or hanging, somewhere on the panels of its board, or takes it off them. Needs HANDLER or DEPUTY_LEADER.
 * Refuses `posting.not-found`, `posting.wrong-state`, and what `checkSpot` refuses.
 * @example placeSheet(deps, handler, id, { panelId, x: 10, y: 10, width: 210, height: 297 })
 */
export function placeSheet(deps: Deps, principal: Principal, id: string, spot: Spot | null): Result<string> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<string> => {
    const sheet = requireSheet(read, id, 'PLACE')
    if (!sheet.ok) return sheet
    const { boardId, plannedOn, postedOn } = sheet.value
    const today = civilDateOf(deps.clock.now())
    const on = postedOn === null && plannedOn !== null && plannedOn > today ? plannedOn : today
    const lies = putDown(deps, write, read, principal, { sheetId: id, boardId, on, spot })
    if (!lies.ok) return lies
    record(
      deps,
      write,
      principal,
      'posting.place',
      { kind: 'posting', id },
      { boardId, onBoard: spot !== null },
    )
    return accept(id)
  })
}

/**
 * Drops a plan that nobody has carried out. Needs HANDLER or DEPUTY_LEADER. Refuses `posting.not-found`, `posting.wrong-state`,
 * `posting.reason-required`.
 * @example cancelPlan(deps, handler, id, { reason: '改贴村委会门口' })
 */
export function cancelPlan(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly reason: string },
): Result<string> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<string> => {
    const sheet = requireSheet(read, id, 'CANCEL')
    if (!sheet.ok) return sheet
    const reason = input.reason.trim()
    if (reason === '') return refuse('posting.reason-required')
    const at = deps.clock.now()
    const { boardId } = sheet.value
    write.posting.endPlan({
      ...{ planId: id, outcome: 'CANCELLED', reason, accountId: principal.id, at, onDay: civilDateOf(at) },
    })
    const detail = { boardId, rowSha256: read.posting.rowHash('PLAN_END', id) }
    record(deps, write, principal, 'posting.cancel', { kind: 'posting', id }, detail)
    return accept(id)
  })
}
