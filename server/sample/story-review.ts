import { CHAIN_PATTERNS } from '../../domain/notice/review-chain.ts'
import type { RemarkPlace } from '../../domain/notice/review-remark.ts'
import type { Principal } from '../principal.ts'
import { decideNotice } from '../notice/decide-notice.ts'
import { setChain } from '../notice/review/chains.ts'
import { referNotice } from '../notice/review/referral.ts'
import { addRemark, settleRemark } from '../notice/review/remarks.ts'
import { must } from './must.ts'
import { IN_REVIEW, REFERRED, RETURNED } from './notices-unfinished.ts'
import { sampleBody } from './sample-notice.ts'
import type { Story } from './story.ts'

/** A remark of a sample: on which block of the text, and on which words of it. */
export type SampleRemark = { readonly block: number; readonly quote: string; readonly text: string }

/**
 * 决定 and 意见 of the government go through three reviews.
 * @example setChains(story)
 */
export function setChains({ deps, staff }: Story): void {
  for (const noticeKind of ['DECISION', 'OPINION'] as const) {
    const rule = { regime: 'GOV', noticeKind, chain: CHAIN_PATTERNS.THREE_REVIEWS } as const
    const reason = '按镇政府公文办理规定，决定和意见实行三审。'
    must(setChain(deps, staff.administrator, { ...rule, reason }), noticeKind)
  }
}

function remark(
  story: Story,
  by: Principal,
  id: string,
  submissionHash: string,
  { block, quote, text }: SampleRemark,
): string {
  story.pass(4)
  const place: RemarkPlace = { part: 'BODY', path: [block] }
  return must(addRemark(story.deps, by, id, { submissionHash, place, quote, text }), text)
}

/**
 * Handed in; a reviewer has written a remark on the spot and not decided yet.
 * @example await remarkOn(story)
 */
export async function remarkOn(story: Story): Promise<void> {
  const id = await story.write(IN_REVIEW)
  const hash = story.submit(id, IN_REVIEW)
  remark(story, story.staff.reviewer, id, hash, IN_REVIEW.remark)
}

/**
 * Put before a higher body by the secrecy reviewer; the answer is not there yet.
 * @example await refer(story)
 */
export async function refer(story: Story): Promise<void> {
  const id = await story.write(REFERRED)
  const submissionHash = story.submit(id, REFERRED)
  story.pass(40)
  const { referredTo, question } = REFERRED
  const input = { submissionHash, referredTo, question }
  must(referNotice(story.deps, story.staff.secrecyReviewer, id, input), REFERRED.title)
}

/**
 * Returned with remarks, of which the author has settled the first on a next draft.
 * @example await sendBack(story)
 */
export async function sendBack(story: Story): Promise<void> {
  const { deps, staff } = story
  const { title, reason, remarks, nextText, settled } = RETURNED
  const id = await story.write(RETURNED)
  const submissionHash = story.submit(id, RETURNED)
  const [first] = remarks.map((one) => remark(story, staff.reviewer, id, submissionHash, one))
  story.pass(6)
  const decision = { kind: 'REVIEW', decision: 'RETURNED', reason, submissionHash } as const
  must(decideNotice(deps, staff.reviewer, id, decision), title)
  story.pass(50)
  story.save(id, { body: sampleBody(nextText) })
  must(settleRemark(deps, staff.handler, id, first ?? '', settled), title)
}
