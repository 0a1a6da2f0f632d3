import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { DraftContent } from '../../../domain/notice/content.ts'
import type { DecisionKind, NoticeState, WithdrawalReason } from '../../../domain/notice/notice-state.ts'
import type {
  AttachmentView,
  GateReport,
  NoticeDetail,
  NoticeQuery,
  NoticeRow,
  Page,
  SavedDraft,
} from '../../../server/notice/views.ts'
import { getJson, sendJson } from '../../shared/request.ts'
import { upload, type Progress } from './upload.ts'

/** A row of the catalogue with the name of the table it stands in. */
export type CatalogueChoice = CatalogueItem & { readonly catalogueName: string }

const notice = (id: string) => `/api/desk/notices/${encodeURIComponent(id)}`

/** Address prefix of the public copies of a notice's attachments. */
export const attachmentBase = (id: string): string => `${notice(id)}/attachments/`

export function listNotices(query: NoticeQuery, signal?: AbortSignal): Promise<Page<NoticeRow>> {
  const search = new URLSearchParams()
  if (query.state) search.set('state', query.state)
  if (query.q) search.set('q', query.q)
  if (query.cursor) search.set('cursor', query.cursor)
  return getJson(`/api/desk/notices?${search.toString()}`, signal)
}

export function countNotices(signal?: AbortSignal): Promise<Readonly<Record<NoticeState, number>>> {
  return getJson('/api/desk/notice-counts', signal)
}

export function createNotice(): Promise<NoticeDetail> {
  return sendJson('POST', '/api/desk/notices', {})
}

export function getNotice(id: string, signal?: AbortSignal): Promise<NoticeDetail> {
  return getJson(notice(id), signal)
}

export function saveDraft(id: string, revision: number, content: DraftContent): Promise<SavedDraft> {
  return sendJson('PUT', `${notice(id)}/draft`, { revision, content })
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
): Promise<AttachmentView> {
  const form = new FormData()
  form.append('role', role)
  form.append('file', file)
  return upload(`${notice(id)}/attachments`, form, progress)
}

export function removeAttachment(id: string, attachmentId: string): Promise<void> {
  return sendJson('DELETE', attachmentBase(id) + encodeURIComponent(attachmentId))
}

export function getGate(id: string, signal?: AbortSignal): Promise<GateReport> {
  return getJson(`${notice(id)}/gate`, signal)
}

export function maskHits(
  id: string,
  hitIds: readonly string[],
): Promise<{ readonly draft: SavedDraft; readonly gate: GateReport }> {
  return sendJson('POST', `${notice(id)}/mask`, { hitIds })
}

export function overrideHits(id: string, hitIds: readonly string[], reason: string): Promise<GateReport> {
  return sendJson('POST', `${notice(id)}/overrides`, { hitIds, reason })
}

export function submitNotice(id: string, revision: number): Promise<NoticeDetail> {
  return sendJson('POST', `${notice(id)}/submit`, { revision })
}

export function recallNotice(id: string): Promise<NoticeDetail> {
  return sendJson('POST', `${notice(id)}/recall`)
}

/** What a reviewer says on a submission. */
export type Decision = {
  readonly kind: DecisionKind
  readonly decision: 'APPROVED' | 'RETURNED'
  readonly reason: string
  readonly submissionHash: string
}

export function decideNotice(id: string, decision: Decision): Promise<NoticeDetail> {
  return sendJson('POST', `${notice(id)}/decisions`, decision)
}

export function publishNotice(id: string, submissionHash: string): Promise<NoticeDetail> {
  return sendJson('POST', `${notice(id)}/publish`, { submissionHash })
}

/** Why and how an edition is taken down. */
export type Withdrawal = {
  readonly reason: WithdrawalReason
  readonly note: string
  readonly hideTitle: boolean
}

export function withdrawNotice(id: string, withdrawal: Withdrawal): Promise<NoticeDetail> {
  return sendJson('POST', `${notice(id)}/withdraw`, withdrawal)
}

export function reviseNotice(id: string): Promise<NoticeDetail> {
  return sendJson('POST', `${notice(id)}/revise`)
}

export function findCatalogueItems(q: string, signal?: AbortSignal): Promise<readonly CatalogueChoice[]> {
  return getJson(`/api/desk/catalogue-items?${new URLSearchParams({ q }).toString()}`, signal)
}
