import type { ItemInCatalogue } from '../../db/repos/catalogue-repo.ts'
import type { StoredDuty } from '../../db/repos/duty-repo.ts'
import type { PublishedRef } from '../../db/repos/placement-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import type { NoticeInterpretation, NoticePlacement } from '../../domain/notice/placement.ts'
import { accept, refuse, type Refusal, type Result } from '../../domain/refusal.ts'

/**
 * The path of a catalogue item in words.
 * @example itemPath(item) // '社会救助 › 最低生活保障 › 审批信息'
 */
export function itemPath(item: Pick<ItemInCatalogue, 'itemLevel1' | 'itemLevel2' | 'itemLevel3'>): string {
  return [item.itemLevel1, item.itemLevel2, item.itemLevel3].filter((text) => text !== '').join(' › ')
}

/**
 * Refuses `notice.item-named-persons` when what stands under an item goes only to the persons concerned (精准推送),
 * by the catalogue in use now, and `notice.item-not-in-catalogue` when that has no row of the item any more: nobody then
 * says to whom it may go.
 * @example requireOpenItem(read, itemId, 'township')
 */
export function requireOpenItem(read: Reads, itemId: string | null, unitId: string): Result<true> {
  if (itemId === null) return accept(true)
  const item = read.catalogue.item(itemId)
  if (item?.disclosureScope === 'NAMED_PERSONS') {
    return refuse('notice.item-named-persons', { item: itemPath(item) })
  }
  return item?.inUse ? accept(true) : notInCatalogue(read, item, unitId)
}

function notInCatalogue(read: Reads, item: ItemInCatalogue | undefined, unitId: string): Refusal {
  const unit = read.unit.byId(unitId)?.name ?? ''
  // Taken out of a catalogue that was never approved, a row leaves no words behind.
  return refuse('notice.item-not-in-catalogue', { unit, item: item ? itemPath(item) : '…' })
}

/**
 * Says whether the catalogue in use of a unit has an item: the unit stands, keeps the catalogue, and the item applies in it.
 * @example unitHasItem(read, 'township', item) // true
 */
export function unitHasItem(read: Reads, unitId: string, item: ItemInCatalogue): boolean {
  const unit = read.unit.byId(unitId)
  if (!unit || unit.disabled || !item.inUse) return false
  const keeps = read.catalogue
    .units()
    .some((kept) => kept.catalogueId === item.catalogueId && kept.unitId === unitId)
  return keeps && !read.catalogue.unitItems(unitId).some((own) => own.itemId === item.id && !own.applies)
}

/**
 * Refuses `notice.item-not-in-catalogue` when the catalogue in use of the unit does not have the item: the wrong village was
 * chosen, or the catalogue has changed since (scenario S2).
 * @example requireItemOfUnit(read, itemId, 'township')
 */
export function requireItemOfUnit(read: Reads, itemId: string | null, unitId: string): Result<true> {
  if (itemId === null) return accept(true)
  const item = read.catalogue.item(itemId)
  return item && unitHasItem(read, unitId, item) ? accept(true) : notInCatalogue(read, item, unitId)
}

/**
 * The document a notice interprets, as it hangs on the board now; null when it does not.
 * @example publishedTarget(read, interpretation)?.indexNumber
 */
export function publishedTarget(
  read: Reads,
  interpretation: Pick<NoticeInterpretation, 'ofNoticeId'>,
): PublishedRef | null {
  const current = read.edition
    .ofNotice(interpretation.ofNoticeId)
    .find((edition) => edition.state === 'PUBLISHED')
  return current ? { indexNumber: current.indexNumber, title: current.title } : null
}

/**
 * Refuses `notice.interpretation-target-unpublished` unless the document is on the board; with a frozen content, unless it
 * is the one that content names.
 * @example requireTarget(read, interpretation, content)
 */
export function requireTarget(
  read: Reads,
  interpretation: NoticeInterpretation | null,
  frozen?: PublicContent,
): Result<true> {
  if (interpretation === null) return accept(true)
  const target = publishedTarget(read, interpretation)
  const named = frozen === undefined || frozen.interprets?.indexNumber === target?.indexNumber
  return target && named ? accept(true) : refuse('notice.interpretation-target-unpublished')
}

/**
 * Says whether a notice can work a duty off: an open one of its unit and item, or of the document it interprets.
 * @example worksOff(duty, itemId, placement)
 */
export function worksOff(
  duty: StoredDuty,
  itemId: string | null,
  placement: Pick<NoticePlacement, 'unitId' | 'interpretation'>,
): boolean {
  if (duty.closing !== null) return false
  if (duty.kind === 'INTERPRETATION') return duty.policyNoticeId === placement.interpretation?.ofNoticeId
  return duty.unitId === placement.unitId && duty.itemId !== null && duty.itemId === itemId
}

/**
 * Checks where a person wants to place a notice. Refuses `unit.not-found`, `unit.disabled`, `duty.not-found`,
 * `duty.not-of-item`, `notice.not-found` for a document that is not there or is the notice itself.
 * @example checkPlacement(read, { id, catalogueItemId }, placement)
 */
export function checkPlacement(
  read: Reads,
  notice: { readonly id: string | null; readonly catalogueItemId: string | null },
  placement: NoticePlacement,
): Result<true> {
  const unit = read.unit.byId(placement.unitId)
  if (!unit) return refuse('unit.not-found')
  if (unit.disabled) return refuse('unit.disabled')
  const target = placement.interpretation?.ofNoticeId
  if (target !== undefined && (target === notice.id || !read.notice.byId(target))) {
    return refuse('notice.not-found')
  }
  if (placement.dutyId === null) return accept(true)
  const duty = read.duty.byId(placement.dutyId)
  if (!duty) return refuse('duty.not-found')
  // What was chosen before stays as it is, also when it is done meanwhile.
  const kept = notice.id !== null && read.placement.of(notice.id).dutyId === duty.id
  const asOpen = kept ? { ...duty, closing: null } : duty
  return worksOff(asOpen, notice.catalogueItemId, placement) ? accept(true) : refuse('duty.not-of-item')
}
