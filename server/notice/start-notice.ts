import type { Reads } from '../../db/store.ts'
import { emptyDraft } from '../../domain/notice/empty-draft.ts'
import type { DraftContent } from '../../domain/notice/content.ts'
import { interpretationTitle } from '../../domain/notice/interpretation-title.ts'
import { type NoticePlacement, ownPlacement } from '../../domain/notice/placement.ts'
import { TOWNSHIP_UNIT_ID } from '../../domain/office/unit.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { checkPlacement, publishedTarget } from './placement-rules.ts'

/** What a notice may be begun from; everything may be left out. */
export type NoticeStart = {
  readonly catalogueItemId?: string | null | undefined
  readonly unitId?: string | null | undefined
  readonly dutyId?: string | null | undefined
  /** The document to interpret. */
  readonly interpretsNoticeId?: string | null | undefined
}

/** A new notice before it is written down. */
export type StartedNotice = { readonly content: DraftContent; readonly placement: NoticePlacement }

// The unit nobody named: the only one that keeps the catalogue of the item, else the township.
function keeperOf(read: Reads, itemId: string | null): string {
  const item = itemId === null ? undefined : read.catalogue.item(itemId)
  if (!item) return TOWNSHIP_UNIT_ID
  const keepers = read.catalogue.units().filter((kept) => kept.catalogueId === item.catalogueId)
  const [only, ...others] = keepers
  return only && others.length === 0 ? only.unitId : TOWNSHIP_UNIT_ID
}

// A catalogue that has 政策解读 as an item of its own wants interpretations there.
function interpretationItem(read: Reads, unitId: string): string | null {
  const found = read.catalogue
    .find('政策解读', 20, unitId)
    .find((item) => [item.itemLevel1, item.itemLevel2, item.itemLevel3].includes('政策解读'))
  return found?.id ?? null
}

function startInterpretation(read: Reads, start: NoticeStart, ofNoticeId: string): Result<StartedNotice> {
  const policy = read.notice.byId(ofNoticeId)
  if (!policy) return refuse('notice.not-found')
  const waiting = read.duty.interpretationOf(ofNoticeId)
  const unitId = start.unitId ?? read.placement.of(ofNoticeId).unitId
  const itemId =
    start.catalogueItemId ?? waiting?.itemId ?? interpretationItem(read, unitId) ?? policy.catalogueItemId
  const title = publishedTarget(read, { ofNoticeId })?.title ?? policy.title
  const dutyId = start.dutyId ?? (waiting?.closing === null ? waiting.id : null)
  return accept({
    content: {
      ...emptyDraft(itemId),
      noticeKind: 'INTERPRETATION',
      title: title === '' ? '' : interpretationTitle(title),
    },
    placement: { ...ownPlacement(unitId), dutyId, interpretation: { ofNoticeId, elements: {} } },
  })
}

/**
 * What a new notice holds: empty, from a row of the catalogue, for a duty (whose item and unit it takes), or as the
 * interpretation of a document. Refuses `catalogue.item-not-found` and what `checkPlacement` refuses.
 * @example startNotice(read, { dutyId }).ok // true
 */
export function startNotice(read: Reads, start: NoticeStart): Result<StartedNotice> {
  const duty = start.dutyId ? read.duty.byId(start.dutyId) : undefined
  if (start.dutyId && !duty) return refuse('duty.not-found')
  const interprets = start.interpretsNoticeId ?? duty?.policyNoticeId
  const itemId = start.catalogueItemId ?? duty?.itemId ?? null
  const unitId = start.unitId ?? duty?.unitId ?? keeperOf(read, itemId)
  const started: Result<StartedNotice> = interprets
    ? startInterpretation(read, { ...start, unitId: start.unitId ?? duty?.unitId }, interprets)
    : accept({
        content: emptyDraft(itemId),
        placement: { ...ownPlacement(unitId), dutyId: start.dutyId ?? null },
      })
  if (!started.ok) return started
  const { content, placement } = started.value
  if (content.catalogueItemId !== null && !read.catalogue.item(content.catalogueItemId)) {
    return refuse('catalogue.item-not-found')
  }
  const fits = checkPlacement(read, { id: null, catalogueItemId: content.catalogueItemId }, placement)
  return fits.ok ? started : fits
}
