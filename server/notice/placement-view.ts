import type { StoredDuty } from '../../db/repos/duty-repo.ts'
import type { StoredNotice } from '../../db/repos/notice-repo.ts'
import type { StoredSubmission } from '../../db/repos/submission-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { interpretationOf, type NoticePlacement } from '../../domain/notice/placement.ts'
import { itemPath, unitHasItem, worksOff } from './placement-rules.ts'
import type { PartnerRef, PlacedDuty, PlacementView } from './placement-views.ts'

/**
 * A duty as a notice names it.
 * @example placedDuty(duty).period // '2026-10'
 */
export function placedDuty(duty: StoredDuty): PlacedDuty {
  const { id, kind, title, period, event, stageName, startsOn, due, dueAt, provisional } = duty
  return { id, kind, title, period, event, stageName, startsOn, due, dueAt, provisional }
}

function partner(read: Reads, id: string): PartnerRef | null {
  const notice = read.notice.byId(id)
  if (!notice) return null
  const current = read.edition.ofNotice(id).find((edition) => edition.state === 'PUBLISHED')
  return {
    id,
    title: current?.title ?? notice.title,
    state: notice.state,
    published: current !== undefined,
    indexNumber: notice.indexNumber,
  }
}

/**
 * What the catalogue in use says of an item for a unit; null without an item.
 * @example itemInUnit(read, itemId, 'township')?.scope // 'PUBLIC'
 */
export function itemInUnit(read: Reads, itemId: string | null, unitId: string): PlacementView['item'] {
  const item = itemId === null ? undefined : read.catalogue.item(itemId)
  return item
    ? {
        path: itemPath(item),
        scope: item.disclosureScope,
        mode: item.disclosureMode,
        ofUnit: unitHasItem(read, unitId, item),
      }
    : null
}

/**
 * Where a notice belongs, in words.
 * @example placementView(read, notice).unit.name
 */
export function placementView(read: Reads, notice: StoredNotice): PlacementView {
  return placed(read, { ...notice, noticeKind: notice.content.noticeKind }, read.placement.of(notice.id))
}

/**
 * Where what was handed in belongs, in words: as it was frozen, whatever has become of the next draft.
 * @example submittedPlacement(read, submission).unit.name
 */
export function submittedPlacement(read: Reads, submission: StoredSubmission): PlacementView {
  const { noticeId, catalogueItemId } = submission
  const { noticeKind } = JSON.parse(submission.content) as PublicContent
  const placement = submission.placement ?? read.placement.of(noticeId)
  return placed(read, { id: noticeId, catalogueItemId, noticeKind }, placement)
}

function placed(
  read: Reads,
  notice: Pick<StoredNotice, 'id' | 'catalogueItemId'> & Pick<PublicContent, 'noticeKind'>,
  placement: NoticePlacement,
): PlacementView {
  const unit = read.unit.byId(placement.unitId)
  if (!unit) throw new Error('a unit is never deleted')
  const interpretation = interpretationOf(notice, placement)
  const duty = placement.dutyId === null ? undefined : read.duty.byId(placement.dutyId)
  return {
    ...placement,
    unit: { id: unit.id, name: unit.name, kind: unit.kind },
    duty:
      duty && worksOff(duty, notice.catalogueItemId, { ...placement, interpretation })
        ? placedDuty(duty)
        : null,
    closed: read.duty.closedBy(notice.id).map(placedDuty),
    partner: placement.interpretation && partner(read, placement.interpretation.ofNoticeId),
    interpretedBy: read.placement
      .interpreting(notice.id)
      .map((id) => partner(read, id))
      .filter((ref) => ref !== null),
    item: itemInUnit(read, notice.catalogueItemId, placement.unitId),
  }
}
