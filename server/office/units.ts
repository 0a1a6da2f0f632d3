import type { Reads, Writes } from '../../db/store.ts'
import {
  type Board,
  regimeOfUnit,
  TOWNSHIP_UNIT_ID,
  type Unit,
  type UnitKind,
} from '../../domain/office/unit.ts'
import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { startUpkeep } from '../duty/upkeep.ts'
import { type Principal, requireRole } from '../principal.ts'
import type { UnitView } from './unit-views.ts'

/**
 * All units with their boards and the catalogues they keep, the township first.
 * @example listUnits(read)[0]?.kind // 'TOWNSHIP'
 */
export function listUnits(read: Reads): UnitView[] {
  const boards = read.unit.boards()
  const kept = read.catalogue.units()
  return read.unit.list().map((unit) => ({
    ...unit,
    boards: boards.filter((board) => board.unitId === unit.id),
    catalogueIds: kept.filter((pair) => pair.unitId === unit.id).map((pair) => pair.catalogueId),
  }))
}

function unitView(read: Reads, id: string): Result<UnitView> {
  const unit = listUnits(read).find((candidate) => candidate.id === id)
  return unit ? accept(unit) : refuse('unit.not-found')
}

function checkName(read: Reads, name: string, own?: string): Result<string> {
  const tidy = name.trim()
  if (tidy === '') return refuse('unit.name-required')
  const taken = read.unit.list().some((unit) => unit.name === tidy && unit.id !== own)
  return taken ? refuse('unit.name-taken', { name: tidy }) : accept(tidy)
}

/**
 * A new village keeps what the other villages keep. A list the township kept only because there was no village yet goes
 * over to the first one, unless notices were already written on it: those must be able to go on.
 */
function giveCatalogues(read: Reads, write: Writes, unit: Unit): void {
  const regime = regimeOfUnit(unit.kind)
  if (regime === 'GOV') return
  const kept = read.catalogue.units()
  for (const catalogue of read.catalogue.list()) {
    if (catalogue.regime !== regime) continue
    const keepers = kept.filter((pair) => pair.catalogueId === catalogue.id).map((pair) => pair.unitId)
    const onlyTownship = keepers.length === 1 && keepers[0] === TOWNSHIP_UNIT_ID
    const movesOver = onlyTownship && !read.catalogue.hasNotices(catalogue.id)
    write.catalogue.setUnits(catalogue.id, movesOver ? [unit.id] : [...keepers, unit.id])
  }
}

/**
 * Adds a unit under the township; it keeps the catalogues of its regime from then on. Needs ADMINISTRATOR; refuses
 * `unit.name-required`, `unit.name-taken`, `unit.not-found` for the parent. The township itself is always there.
 * @example addUnit(deps, administrator, { name: '河西村', kind: 'VILLAGE', parentId: null })
 */
export function addUnit(
  deps: Deps,
  principal: Principal,
  input: {
    readonly name: string
    readonly kind: Exclude<UnitKind, 'TOWNSHIP'>
    readonly parentId: string | null
  },
): Result<UnitView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const added = deps.store.tx((write, read): Result<UnitView> => {
    const name = checkName(read, input.name)
    if (!name.ok) return name
    const parentId = input.parentId ?? TOWNSHIP_UNIT_ID
    if (!read.unit.byId(parentId)) return refuse('unit.not-found')
    const unit: Unit = {
      id: deps.ids.next(),
      name: name.value,
      kind: input.kind,
      parentId,
      position: read.unit.list().length,
      disabled: false,
    }
    write.unit.insert(unit)
    giveCatalogues(read, write, unit)
    record(deps, write, principal, 'unit.add', { kind: 'unit', id: unit.id }, { unitKind: unit.kind })
    return unitView(read, unit.id)
  })
  if (added.ok) startUpkeep(deps)
  return added
}

/**
 * Renames a unit, moves it among its siblings, or takes it out of use; nothing of it is deleted. Needs ADMINISTRATOR.
 * The township bears the office's name and is never taken out of use: both are refused as `unit.not-found`.
 * @example changeUnit(deps, administrator, id, { disabled: true })
 */
export function changeUnit(
  deps: Deps,
  principal: Principal,
  id: string,
  change: { readonly name?: string; readonly position?: number; readonly disabled?: boolean },
): Result<UnitView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const changed = deps.store.tx((write, read): Result<UnitView> => {
    if (id === TOWNSHIP_UNIT_ID || !read.unit.byId(id)) return refuse('unit.not-found')
    const name = change.name === undefined ? null : checkName(read, change.name, id)
    if (name && !name.ok) return name
    write.unit.update(id, { ...change, ...(name && { name: name.value }) })
    record(
      deps,
      write,
      principal,
      'unit.update',
      { kind: 'unit', id },
      { fields: Object.keys(change).join(',') },
    )
    return unitView(read, id)
  })
  if (changed.ok && change.disabled !== undefined) startUpkeep(deps)
  return changed
}

/**
 * Adds a physical board to a unit. Needs ADMINISTRATOR; refuses `unit.not-found`, `unit.name-required`, `unit.name-taken`.
 * @example addBoard(deps, administrator, unitId, { name: '村务公开栏', place: '村委会门口', regime: 'VILLAGE' })
 */
export function addBoard(
  deps: Deps,
  principal: Principal,
  unitId: string,
  input: { readonly name: string; readonly place: string; readonly regime: Regime },
): Result<UnitView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<UnitView> => {
    if (!read.unit.byId(unitId)) return refuse('unit.not-found')
    const name = input.name.trim()
    if (name === '') return refuse('unit.name-required')
    if (boardNamed(read, unitId, name)) return refuse('unit.name-taken', { name })
    const board: Board = {
      id: deps.ids.next(),
      unitId,
      name,
      place: input.place.trim(),
      regime: input.regime,
      disabled: false,
    }
    write.unit.insertBoard(board)
    record(deps, write, principal, 'board.add', { kind: 'board', id: board.id }, { regime: board.regime })
    return unitView(read, unitId)
  })
}

function boardNamed(read: Reads, unitId: string, name: string): Board | undefined {
  return read.unit.boards().find((board) => board.unitId === unitId && board.name === name)
}

/**
 * Changes name, place or use of a board. Needs ADMINISTRATOR; refuses `board.not-found`, `unit.name-required`,
 * `unit.name-taken`.
 * @example changeBoard(deps, administrator, id, { disabled: true })
 */
export function changeBoard(
  deps: Deps,
  principal: Principal,
  id: string,
  change: { readonly name?: string; readonly place?: string; readonly disabled?: boolean },
): Result<UnitView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<UnitView> => {
    const board = read.unit.boards().find((candidate) => candidate.id === id)
    if (!board) return refuse('board.not-found')
    const name = change.name?.trim()
    if (name === '') return refuse('unit.name-required')
    const other = name === undefined ? undefined : boardNamed(read, board.unitId, name)
    if (name !== undefined && other && other.id !== id) return refuse('unit.name-taken', { name })
    write.unit.updateBoard(id, {
      ...(name !== undefined && { name }),
      ...(change.place !== undefined && { place: change.place.trim() }),
      ...(change.disabled !== undefined && { disabled: change.disabled }),
    })
    record(
      deps,
      write,
      principal,
      'board.update',
      { kind: 'board', id },
      { fields: Object.keys(change).join(',') },
    )
    return unitView(read, board.unitId)
  })
}
