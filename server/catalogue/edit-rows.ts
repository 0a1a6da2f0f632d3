import { BLANK_ROW } from '../../domain/catalogue/blank-row.ts'
import { changeRow, hasName } from '../../domain/catalogue/change-row.ts'
import type { CatalogueItem, CatalogueRow } from '../../domain/catalogue/catalogue-item.ts'
import { disclosureScopeOf } from '../../domain/catalogue/disclosure-scope.ts'
import { hasPersonalData } from '../../domain/catalogue/row-privacy.ts'
import { mayTakeStep } from '../../domain/catalogue/version-state.ts'
import { faultInRule } from '../../domain/duty/rule-fault.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { StoredVersion } from '../../db/repos/catalogue-repo.ts'
import type { Reads } from '../../db/store.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { startUpkeep } from '../duty/upkeep.ts'
import { type Principal, requireRole } from '../principal.ts'

/** The version under way, if its rows may be changed by this person. */
function draftOf(read: Reads, principal: Principal, catalogueId: string): Result<StoredVersion> {
  const open = read.catalogue
    .versions(catalogueId)
    .find(({ state }) => state === 'DRAFT' || state === 'SUBMITTED')
  if (!open) return refuse('catalogue.version-frozen')
  const may = mayTakeStep('edit', { ...open, authors: read.catalogue.authors(open.id) }, principal)
  return may.ok ? accept(open) : may
}

/** What a row must hold to after a person's change. */
function checkRow(row: CatalogueRow, change: Partial<CatalogueRow>, place: number): Result<true> {
  if (!hasName(row)) return refuse('catalogue.title-required')
  const fault = change.deadlineRule && faultInRule(change.deadlineRule)
  if (fault) return refuse('catalogue.rule-invalid', { field: fault })
  if (hasPersonalData(row)) return refuse('catalogue.personal-data', { row: place })
  return accept(true)
}

/**
 * Changes cells of one row of the open draft version. A rule or display period given counts as set by a person; a deadline
 * text changed without one is read anew. Needs HANDLER or ADMINISTRATOR. Refuses `catalogue.item-not-found`,
 * `catalogue.version-frozen` when no draft is under way, `catalogue.title-required` when no level would have a text left,
 * `catalogue.rule-invalid`, `catalogue.personal-data`.
 * @example editCatalogueItem(deps, principal, id, { deadlineText: '20个工作日内' })
 */
export function editCatalogueItem(
  deps: Deps,
  principal: Principal,
  id: string,
  change: Partial<CatalogueRow>,
): Result<CatalogueItem> {
  const allowed = requireRole(principal, 'HANDLER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const edited = deps.store.tx((write, read): Result<CatalogueItem> => {
    const catalogueId = read.catalogue.catalogueOf(id)
    if (catalogueId === undefined) return refuse('catalogue.item-not-found')
    const open = draftOf(read, principal, catalogueId)
    if (!open.ok) return open
    const before = read.catalogue.versionRow(open.value, id)
    if (!before) return refuse('catalogue.item-not-found')
    const after = changeRow(before, change)
    const good = checkRow(after, change, before.position + 1)
    if (!good.ok) return good
    const { id: _, catalogueId: __, position: ___, ...cells } = after
    write.catalogue.updateRow(open.value.id, id, cells)
    write.catalogue.addAuthor(open.value.id, principal.id)
    const subject = { kind: 'catalogue-item', id }
    record(deps, write, principal, 'catalogue.edit-item', subject, {
      fields: Object.keys(change).join(','),
      versionNumber: open.value.number,
    })
    return accept(after)
  })
  if (edited.ok) startUpkeep(deps)
  return edited
}

/**
 * Adds a row at the end of the open draft version; what is not given is empty, deadline and scope are worked out as for an
 * imported row. Needs HANDLER or ADMINISTRATOR. Refuses `catalogue.not-found` and what editing refuses.
 * @example addCatalogueItem(deps, principal, catalogueId, { itemLevel1: '财政预决算', itemLevel2: '政府预算' })
 */
export function addCatalogueItem(
  deps: Deps,
  principal: Principal,
  catalogueId: string,
  cells: Partial<CatalogueRow>,
): Result<CatalogueItem> {
  const allowed = requireRole(principal, 'HANDLER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const added = deps.store.tx((write, read): Result<CatalogueItem> => {
    if (!read.catalogue.byId(catalogueId)) return refuse('catalogue.not-found')
    const open = draftOf(read, principal, catalogueId)
    if (!open.ok) return open
    const row = changeRow(BLANK_ROW, cells)
    const rows = read.catalogue.versionItems(open.value)
    const position = (rows.at(-1)?.position ?? -1) + 1
    const good = checkRow(row, cells, position + 1)
    if (!good.ok) return good
    const item: CatalogueItem = {
      ...row,
      disclosureScope: cells.disclosureScope ?? disclosureScopeOf(row),
      id: deps.ids.next(),
      catalogueId,
      position,
    }
    write.catalogue.insertRows(open.value.id, [item])
    write.catalogue.addAuthor(open.value.id, principal.id)
    const subject = { kind: 'catalogue-item', id: item.id }
    record(deps, write, principal, 'catalogue.add-item', subject, { versionNumber: open.value.number })
    return accept(item)
  })
  if (added.ok) startUpkeep(deps)
  return added
}

/**
 * Takes a row out of the open draft version; its item stays for the records that name it. Needs HANDLER or ADMINISTRATOR.
 * Refuses `catalogue.not-found`, `catalogue.item-not-found`, `catalogue.version-frozen`.
 * @example removeCatalogueItem(deps, principal, catalogueId, itemId)
 */
export function removeCatalogueItem(
  deps: Deps,
  principal: Principal,
  catalogueId: string,
  itemId: string,
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const removed = deps.store.tx((write, read): Result<true> => {
    if (!read.catalogue.byId(catalogueId)) return refuse('catalogue.not-found')
    const open = draftOf(read, principal, catalogueId)
    if (!open.ok) return open
    if (!read.catalogue.versionRow(open.value, itemId)) return refuse('catalogue.item-not-found')
    write.catalogue.deleteRow(open.value.id, itemId)
    write.catalogue.addAuthor(open.value.id, principal.id)
    const subject = { kind: 'catalogue-item', id: itemId }
    record(deps, write, principal, 'catalogue.remove-item', subject, { versionNumber: open.value.number })
    return accept(true)
  })
  if (removed.ok) startUpkeep(deps)
  return removed
}
