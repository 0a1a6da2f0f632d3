import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { DraftContent } from '../../../domain/notice/content.ts'
import type { NoticePlacement } from '../../../domain/notice/placement.ts'
import type { DecisionKind, NoticeState, WithdrawalReason } from '../../../domain/notice/notice-state.ts'
import type { DutyChoices, NoticeWarnings, PlacedNotice } from '../../../server/notice/placement-views.ts'
import type { NoticeStart } from '../../../server/notice/start-notice.ts'
import type {
  AddedAttachment,
  AttachmentView,
  GateReport,
  NoticeDetail,
  NoticeQuery,
  NoticeRow,
  Page,
  SavedDraft,
} from '../../../server/notice/views.ts'
import { api, taken } from '../../shared/api.ts'
import { upload, type Progress } from './upload.ts'

/** A row of the catalogue with the name of the table it stands in. */
export type CatalogueChoice = CatalogueItem & { readonly catalogueName: string }

const notices = api.desk.notices[':id']

const notice = (id: string) => `/api/desk/notices/${encodeURIComponent(id)}`

/** Address prefix of the public copies of a notice's attachments. */
export const attachmentBase = (id: string): string => `${notice(id)}/attachments/`

export function listNotices(query: NoticeQuery, signal?: AbortSignal): Promise<Page<NoticeRow>> {
  return taken(api.desk.notices.$get({ query }, { init: { signal: signal ?? null } }))
}

/** Published notices whose titles answer the words. */
export async function findPublished(words: string, signal: AbortSignal): Promise<readonly NoticeRow[]> {
  return (await listNotices({ state: 'PUBLISHED', ...(words && { q: words }) }, signal)).items
}

export function countNotices(signal?: AbortSignal): Promise<Readonly<Record<NoticeState, number>>> {
  return taken(api.desk['notice-counts'].$get({}, { init: { signal: signal ?? null } }))
}

export function createNotice(start: NoticeStart = {}): Promise<NoticeDetail> {
  return taken(api.desk.notices.$post({ json: start }))
}

/** Notices on the board that somebody has to look at. */
export function noticeWarnings(signal?: AbortSignal): Promise<NoticeWarnings> {
  return taken(api.desk['notice-warnings'].$get({}, { init: { signal: signal ?? null } }))
}

export function placeNotice(id: string, revision: number, placement: NoticePlacement): Promise<PlacedNotice> {
  return taken(notices.placement.$put({ param: { id }, json: { revision, placement } }))
}

/** What a notice can work off, for the item, unit and day on the screen. */
export function getDutyChoices(
  id: string,
  of: { readonly item: string | null; readonly unit: string; readonly documentDate: string | null },
  signal?: AbortSignal,
): Promise<DutyChoices> {
  const query = {
    unit: of.unit,
    ...(of.item !== null && { item: of.item }),
    ...(of.documentDate !== null && { documentDate: of.documentDate }),
  }
  return taken(notices['duty-choices'].$get({ param: { id }, query }, { init: { signal: signal ?? null } }))
}

export function getNotice(id: string, signal?: AbortSignal): Promise<NoticeDetail> {
  return taken(notices.$get({ param: { id } }, { init: { signal: signal ?? null } }))
}

export function saveDraft(id: string, revision: number, content: DraftContent): Promise<SavedDraft> {
  return taken(notices.draft.$put({ param: { id }, json: { revision, content } }))
}

export function readDocx(
  id: string,
  file: File,
  progress?: Progress,
): Promise<{ readonly draft: SavedDraft; readonly notes: readonly string[] }> {
  const form = new FormData()
  form.append('file', file)
  return upload(`${notice(id)}/docx`, form, progress)
}

export function addAttachment(
  id: string,
  file: File,
  role: AttachmentView['role'],
  progress?: Progress,
): Promise<AddedAttachment> {
  const form = new FormData()
  form.append('role', role)
  form.append('file', file)
  return upload(`${notice(id)}/attachments`, form, progress)
}

export function removeAttachment(id: string, attachmentId: string): Promise<{ readonly revision: number }> {
  return taken(notices.attachments[':attachmentId'].$delete({ param: { id, attachmentId } }))
}

export function getGate(id: string, of: 'draft' | 'submission', signal?: AbortSignal): Promise<GateReport> {
  return taken(notices.gate.$get({ param: { id }, query: { of } }, { init: { signal: signal ?? null } }))
}

export function maskHits(
  id: string,
  hitIds: readonly string[],
): Promise<{ readonly draft: SavedDraft; readonly gate: GateReport }> {
  return taken(notices.mask.$post({ param: { id }, json: { hitIds } }))
}

export function overrideHits(id: string, hitIds: readonly string[], reason: string): Promise<GateReport> {
  return taken(notices.overrides.$post({ param: { id }, json: { hitIds, reason } }))
}

export function submitNotice(id: string, revision: number): Promise<NoticeDetail> {
  return taken(notices.submit.$post({ param: { id }, json: { revision } }))
}

export function recallNotice(id: string): Promise<NoticeDetail> {
  return taken(notices.recall.$post({ param: { id } }))
}

/** What a reviewer says on a submission. */
export type Decision = {
  readonly kind: DecisionKind
  /** Of a LANGUAGE_REVIEW the language; empty otherwise. */
  readonly language: string
  readonly decision: 'APPROVED' | 'RETURNED'
  readonly reason: string
  /** Why one person gives two of the decisions; empty otherwise. */
  readonly exceptionReason: string
  readonly submissionHash: string
  readonly submissionId: string
  /** The files whose text no program could read have been looked at. */
  readonly unreadAcknowledged: boolean
}

export function decideNotice(id: string, decision: Decision): Promise<NoticeDetail> {
  return taken(notices.decisions.$post({ param: { id }, json: decision }))
}

export function publishNotice(
  id: string,
  submissionHash: string,
  clockConfirmed: boolean,
): Promise<NoticeDetail> {
  return taken(
    notices.publish.$post({
      param: { id },
      json: { submissionHash, ...(clockConfirmed && { clockConfirmed }) },
    }),
  )
}

/** Why and how an edition is taken down. */
export type Withdrawal = {
  readonly reason: WithdrawalReason
  readonly note: string
  readonly hideTitle: boolean
  readonly consolidatedInto?: string
  readonly order?: { readonly authority: string; readonly number: string }
  readonly editionNumber?: number
}

export function withdrawNotice(id: string, withdrawal: Withdrawal): Promise<NoticeDetail> {
  return taken(notices.withdraw.$post({ param: { id }, json: withdrawal }))
}

export function reviseNotice(id: string): Promise<NoticeDetail> {
  return taken(notices.revise.$post({ param: { id } }))
}

export function discardDraft(id: string): Promise<NoticeDetail> {
  return taken(notices.discard.$post({ param: { id } }))
}

/** Rows in use that hold the words; of the catalogues one unit keeps, where that is given. */
export function findCatalogueItems(
  q: string,
  unit: string | null,
  signal?: AbortSignal,
): Promise<readonly CatalogueChoice[]> {
  const query = { q, ...(unit !== null && { unit }) }
  return taken(api.desk['catalogue-items'].$get({ query }, { init: { signal: signal ?? null } }))
}
