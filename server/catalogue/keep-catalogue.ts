import type { Reads } from '../../db/store.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { handOver } from '../duty/hand-over.ts'
import { startUpkeep } from '../duty/upkeep.ts'
import { type Principal, requireRole } from '../principal.ts'
import { catalogueDetail } from './catalogue-detail.ts'
import type { CatalogueDetail } from './views.ts'

/**
 * Changes the name of a catalogue. Needs HANDLER or ADMINISTRATOR. Refuses `catalogue.not-found`, `unit.name-required`.
 * @example renameCatalogue(deps, principal, id, '云溪镇村务公开目录')
 */
export function renameCatalogue(
  deps: Deps,
  principal: Principal,
  id: string,
  name: string,
): Result<CatalogueDetail> {
  const allowed = requireRole(principal, 'HANDLER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  if (name.trim() === '') return refuse('unit.name-required')
  const renamed = deps.store.tx((write, read): Result<CatalogueDetail> => {
    if (!read.catalogue.byId(id)) return refuse('catalogue.not-found')
    write.catalogue.rename(id, name.trim())
    record(deps, write, principal, 'catalogue.rename', { kind: 'catalogue', id })
    return catalogueDetail(read, principal, id)
  })
  if (renamed.ok) startUpkeep(deps)
  return renamed
}

/** Duties of an approved catalogue are ended by the leader; the handler settles who keeps what before that. */
function mayRelease(read: Reads, principal: Principal, catalogueId: string): Result<true> {
  const approved = read.catalogue
    .versions(catalogueId)
    .some(({ state }) => state === 'APPROVED' || state === 'FILED')
  return approved
    ? requireRole(principal, 'DEPUTY_LEADER')
    : requireRole(principal, 'HANDLER', 'DEPUTY_LEADER')
}

/**
 * Says which units keep a catalogue; duties are generated anew. Adding needs HANDLER, DEPUTY_LEADER or ADMINISTRATOR;
 * dropping a unit ends its duties that have not begun, so it needs a reason and the DEPUTY_LEADER, or the HANDLER while no
 * version was ever approved. Refuses `catalogue.not-found`, `unit.not-found`, `unit.disabled` for one that is newly put
 * in, `duty.reason-required`.
 * @example setCatalogueUnits(deps, principal, id, { unitIds: ['township', villageId], reason: '' })
 */
export function setCatalogueUnits(
  deps: Deps,
  principal: Principal,
  id: string,
  { unitIds, reason }: { readonly unitIds: readonly string[]; readonly reason: string },
): Result<CatalogueDetail> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const set = deps.store.tx((write, read): Result<CatalogueDetail> => {
    if (!read.catalogue.byId(id)) return refuse('catalogue.not-found')
    const kept = new Set(
      read.catalogue
        .units()
        .filter(({ catalogueId }) => catalogueId === id)
        .map(({ unitId }) => unitId),
    )
    for (const unitId of unitIds) {
      const unit = read.unit.byId(unitId)
      if (!unit) return refuse('unit.not-found')
      if (unit.disabled && !kept.has(unitId)) return refuse('unit.disabled', { name: unit.name })
    }
    const wanted = [...new Set(unitIds)]
    const dropped = [...kept].filter((unitId) => !wanted.includes(unitId))
    if (dropped.length > 0) {
      const may = mayRelease(read, principal, id)
      if (!may.ok) return may
      if (reason.trim() === '') return refuse('duty.reason-required')
    }
    write.catalogue.setUnits(id, wanted)
    for (const unitId of dropped) {
      const at = deps.clock.now()
      write.catalogue.addUnitLeave({
        catalogueId: id,
        unitId,
        reason: reason.trim(),
        accountId: principal.id,
        at,
      })
    }
    record(deps, write, principal, 'catalogue.units', { kind: 'catalogue', id }, { unitCount: wanted.length })
    return catalogueDetail(read, principal, id)
  })
  if (set.ok) startUpkeep(deps)
  return set
}

/** Whether an item applies in a unit, why not, and who is in charge of it there. */
export type UnitItemChange = {
  readonly applies: boolean
  readonly reason: string
  readonly assigneeId: string | null
}

/**
 * Says whether an item applies in one unit (未涉及领域, domain book §3.2) and who is in charge of it there. Needs HANDLER,
 * DEPUTY_LEADER or ADMINISTRATOR; that it does not apply, and why, is said by the DEPUTY_LEADER, or by the HANDLER while
 * no version of the catalogue was ever approved. Refuses `unit.not-found`, `catalogue.item-not-found` also when the unit does not keep the
 * item's catalogue, `duty.reason-required` when it does not apply, `office.account-not-found`, `office.account-disabled`.
 * @example setUnitItem(deps, principal, villageId, itemId, { applies: false, reason: '本村无此事项', assigneeId: null })
 */
export function setUnitItem(
  deps: Deps,
  principal: Principal,
  unitId: string,
  itemId: string,
  { applies, reason, assigneeId }: UnitItemChange,
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  if (!applies && reason.trim() === '') return refuse('duty.reason-required')
  const set = deps.store.tx((write, read): Result<true> => {
    if (!read.unit.byId(unitId)) return refuse('unit.not-found')
    const kept = read.catalogue.catalogueOf(itemId)
    if (!read.catalogue.units().some((row) => row.unitId === unitId && row.catalogueId === kept))
      return refuse('catalogue.item-not-found')
    const before = read.catalogue.unitItems(unitId).find((one) => one.itemId === itemId)
    const releases = !applies && (before?.applies !== false || before.reason !== reason.trim())
    const may = releases && kept !== undefined ? mayRelease(read, principal, kept) : allowed
    if (!may.ok) return may
    const assignee = assigneeId === null ? null : read.office.accountById(assigneeId)
    if (assignee === undefined) return refuse('office.account-not-found')
    if (assignee?.disabled) return refuse('office.account-disabled')
    write.catalogue.setUnitItem({
      unitId,
      itemId,
      applies,
      // An item that applies needs no reason; an old one must not stand there as if it did not.
      reason: applies ? '' : reason.trim(),
      assigneeId,
    })
    handOver({ deps, write, read, principal }, unitId, itemId, before?.assigneeId ?? null, assigneeId)
    record(deps, write, principal, 'catalogue.unit-item', { kind: 'catalogue-item', id: itemId }, { applies })
    return accept(true)
  })
  if (set.ok) startUpkeep(deps)
  return set
}
