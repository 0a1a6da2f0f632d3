import type { StoredDecision, StoredSubmission } from '../../../db/repos/submission-repo.ts'
import type { Reads } from '../../../db/store.ts'
import { bodyText } from '../../../domain/notice/body-text.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { actingRole } from '../../../domain/notice/deciding-roles.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { neededOf } from '../review-chain.ts'
import { inHandBefore, referralsFor } from './approved.ts'
import { itemWords } from './item-words.ts'
import { decisionView, referralView, remarkView } from './present.ts'
import type { ReviewSlipView } from './views.ts'

// As much as a slip has room for.
const BEGINNING = 120

function withRole(read: Reads, row: StoredDecision): ReviewSlipView['decisions'][number] {
  // Earlier programs did not keep the role: the nearest to it is what the person holds now.
  const held = read.office.accountById(row.accountId)?.roles ?? []
  return { ...decisionView(row), role: row.role === '' ? actingRole(row.kind, held) : row.role }
}

// What was decided on the way here: what was handed in before for the same edition, and returned or taken back.
function earlierOf(read: Reads, found: StoredSubmission): ReviewSlipView['earlier'] {
  return inHandBefore(read, found)
    .map((one) => ({
      ...{ submissionHash: one.hash, submittedAt: one.submittedAt },
      decisions: read.submission.decisions([one.id]).map((row) => withRole(read, row)),
    }))
    .filter(({ decisions }) => decisions.length > 0)
}

function withheld(read: Reads, noticeId: string): ReviewSlipView['undisclosed'] {
  const review = read.undisclosed.allReviews().find((one) => one.noticeId === noticeId)
  const matter = review && read.undisclosed.byId(review.matterId)
  return matter ? { ground: matter.ground, reason: matter.reason } : null
}

/**
 * Data of the 信息公开审查呈批单 (domain book §2.8) of what was handed in last, or of one submission: everything decided on
 * it and on the way to it, with person, role, day and opinion, as it was that day. Refuses `notice.not-found` when nothing was handed in.
 * @example reviewSlip(read, id, null)
 */
export function reviewSlip(read: Reads, id: string, submissionId: string | null): Result<ReviewSlipView> {
  const notice = read.notice.byId(id)
  const found = submissionId === null ? read.submission.newest(id) : read.submission.byId(submissionId)
  if (!notice || found?.noticeId !== id) return refuse('notice.not-found')
  const content = JSON.parse(found.content) as PublicContent
  // What was handed in under an earlier program kept no words of the catalogue.
  const item = found.itemWords ?? itemWords(read, found.catalogueItemId)
  const edition = read.edition.ofNotice(id).find((one) => one.submissionId === found.id)
  const person = (accountId: string) => ({
    id: accountId,
    name: read.office.accountById(accountId)?.name ?? '',
  })
  const abstract = content.abstract ?? ''
  const { title, noticeKind, documentNumber, audience, disclosureMode } = content
  return accept({
    ...{ noticeId: id, title, noticeKind, documentNumber, audience, disclosureMode },
    ...{ office: content.office.name, unit: content.unit?.name ?? null, indexNumber: notice.indexNumber },
    abstract: abstract === '' ? bodyText(content.body).trim().slice(0, BEGINNING) : abstract,
    abstractGiven: abstract !== '',
    channels: item?.channels ?? [],
    deadline: item?.deadline ?? '',
    publishedOn: edition?.publishDate ?? null,
    disclosureModeReason: found.modeReason,
    basis: item?.legalBasis ?? '',
    undisclosed: withheld(read, id),
    handler: person(notice.handlerId),
    submittedBy: person(found.submittedBy),
    submittedAt: found.submittedAt,
    submissionHash: found.hash,
    emergencyReason: found.emergencyReason,
    needed: neededOf(found),
    decisions: read.submission.decisions([found.id]).map((row) => withRole(read, row)),
    earlier: earlierOf(read, found),
    remarks: read.review.remarks([found.id]).map(remarkView),
    referrals: referralsFor(read, found).map(referralView),
  })
}
