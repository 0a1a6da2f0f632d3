import type { ReviewSlipView } from '../../server/notice/review/views.ts'
import { send } from '../shared/request.ts'
import { readPacked } from './packed-data.ts'

/** Which notice the page was opened for: `?slip=42`; null when it is no slip. */
export function slipAsked(search: string): string | null {
  return new URLSearchParams(search).get('slip')
}

/** The slip: the printer brings it along behind `#`, the desk asks for it by the notice, and by what was handed in. */
export async function readSlip(notice: string, hash: string, search: string): Promise<ReviewSlipView> {
  if (hash.length > 1) return await readPacked<ReviewSlipView>(hash)
  const submission = new URLSearchParams(search).get('submission')
  const of = submission === null ? '' : `?submission=${encodeURIComponent(submission)}`
  const answer = await send(`/api/desk/notices/${encodeURIComponent(notice)}/review-slip${of}`)
  return (await answer.json()) as ReviewSlipView
}
