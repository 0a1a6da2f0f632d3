import type { DecisionKind } from '../../domain/notice/notice-state.ts'
import { civilDateOf } from '../../platform/clock.ts'
import { decideNotice } from '../notice/decide-notice.ts'
import { neededOf } from '../notice/review-chain.ts'
import { enterCommitteeSlip } from '../notice/review/committee-slip.ts'
import { must } from './must.ts'
import { sampleSlip } from './sample-slip.ts'
import type { SampleStaff } from './sample-staff.ts'
import type { Story } from './story.ts'

// 村务监督委员会, invented.
const SIGNERS = '赵海、孙梅、何平'

/** Who gives each kind of decision; the committee signs on paper. */
const DECIDERS: Readonly<Record<Exclude<DecisionKind, 'COMMITTEE_REVIEW'>, keyof SampleStaff>> = {
  REVIEW: 'reviewer',
  SECRECY_REVIEW: 'secrecyReviewer',
  LEGALITY_REVIEW: 'legalityReviewer',
  LANGUAGE_REVIEW: 'languageReviewer',
  LEADER_APPROVAL: 'leader',
}

/**
 * Everybody whom the chain of what was handed in asks approves it, stage after stage.
 * @example await approveAll(story, id, '停电通告')
 */
export async function approveAll(story: Story, id: string, title: string): Promise<void> {
  const { deps, staff } = story
  const submission = deps.store.read.submission.open(id)
  if (!submission) throw new Error(`${title} was not handed in`)
  const approve = { decision: 'APPROVED', reason: '', submissionHash: submission.hash } as const
  for (const { kind, language } of neededOf(submission).flat()) {
    story.pass(8)
    if (kind !== 'COMMITTEE_REVIEW') {
      must(decideNotice(deps, staff[DECIDERS[kind]], id, { ...approve, kind, language }), title)
      continue
    }
    story.pass(30)
    const file = { name: 'slip.pdf', bytes: await sampleSlip() }
    const slip = { ...approve, signedBy: SIGNERS, signedOn: civilDateOf(deps.clock.now()), file }
    must(await enterCommitteeSlip(deps, staff.handler, id, slip), title)
  }
}
