import type { ReviewSlipView } from '../../../server/notice/review/views.ts'
import { send } from '../../shared/request.ts'

/** Which notice the page was opened for: `?slip=42`; null when it is no slip. */
export function slipAsked(search: string): string | null {
  return new URLSearchParams(search).get('slip')
}

/** The slip as the desk shows it: by the notice, and by what was handed in. */
export async function readSlip(notice: string, search: string): Promise<ReviewSlipView> {
  const submission = new URLSearchParams(search).get('submission')
  const of = submission === null ? '' : `?submission=${encodeURIComponent(submission)}`
  const answer = await send(`/api/desk/notices/${encodeURIComponent(notice)}/review-slip${of}`)
  return (await answer.json()) as ReviewSlipView
}
