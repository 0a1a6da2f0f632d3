import type { RemarkPlace } from '../../../../domain/notice/review-remark.ts'
import type { ReferralResult } from '../../../../domain/notice/referral.ts'
import type { DifferenceView } from '../../../../server/notice/difference-views.ts'
import type { NoticeDetail } from '../../../../server/notice/views.ts'
import { api, taken } from '../../../shared/api.ts'
import { send } from '../../../shared/request.ts'
import { upload } from '../upload.ts'

const notice = (id: string) => `/api/desk/notices/${encodeURIComponent(id)}`

async function post(path: string, body: unknown): Promise<NoticeDetail> {
  const response = await send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as NoticeDetail
}

/** What differs from the edition before. */
export function getDifference(
  id: string,
  of: 'draft' | 'submission',
  signal?: AbortSignal,
): Promise<DifferenceView> {
  return taken(
    api.desk.notices[':id'].difference.$get(
      { param: { id }, query: { of } },
      { init: { signal: signal ?? null } },
    ),
  )
}

/** A signed slip of a committee, and what it says. */
export type CommitteeSlip = {
  readonly file: File
  readonly submissionHash: string
  readonly submissionId: string
  readonly decision: 'APPROVED' | 'RETURNED'
  readonly reason: string
  readonly signedBy: string
  readonly signedOn: string
}

export function enterCommitteeSlip(id: string, slip: CommitteeSlip): Promise<NoticeDetail> {
  const { file, ...fields } = slip
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)
  return upload(`${notice(id)}/committee-slip`, form)
}

export function addRemark(
  id: string,
  remark: {
    readonly submissionHash: string
    readonly place: RemarkPlace
    readonly quote: string
    readonly text: string
  },
): Promise<NoticeDetail> {
  return post(`${notice(id)}/remarks`, remark)
}

export function settleRemark(id: string, remarkId: string, note: string): Promise<NoticeDetail> {
  return post(`${notice(id)}/remarks/${encodeURIComponent(remarkId)}/settled`, { note })
}

export function refer(
  id: string,
  referral: { readonly submissionHash: string; readonly referredTo: string; readonly question: string },
): Promise<NoticeDetail> {
  return post(`${notice(id)}/referral`, referral)
}

/** What a higher body answered. */
export type ReferralAnswer = {
  readonly file: File | null
  readonly result: ReferralResult
  readonly text: string
  readonly answeredBy: string
  readonly answeredOn: string
}

export function answerReferral(id: string, answer: ReferralAnswer): Promise<NoticeDetail> {
  const { file, ...fields } = answer
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (file !== null) form.append('file', file)
  return upload(`${notice(id)}/referral/answer`, form)
}

/** The slip of one submission as PDF. */
export async function slipPdf(id: string, submissionId: string): Promise<Blob> {
  const of = `?submission=${encodeURIComponent(submissionId)}`
  const response = await send(`${notice(id)}/review-slip/pdf${of}`, { method: 'POST' })
  return await response.blob()
}
