import type { StoredAttachment } from '../../db/repos/attachment-repo.ts'
import type { StoredEdition } from '../../db/repos/edition-repo.ts'
import type { StoredNotice } from '../../db/repos/notice-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { waitingFor } from '../../domain/notice/decisions.ts'
import { mayAct } from '../../domain/notice/notice-state.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Principal } from '../principal.ts'
import { reviewOffers } from './review/offers.ts'
import { referralsFor } from './review/approved.ts'
import { decisionView, inHand, referralView, remarkView } from './review/present.ts'
import { neededOf } from './review-chain.ts'
import { isPaperOnly } from './published-against-scope.ts'
import { placementView, submittedPlacement } from './placement-view.ts'
import type {
  AttachmentView,
  EditionView,
  NoticeDetail,
  PersonRef,
  StrippedPart,
  SubmissionView,
} from './views.ts'

/**
 * A file as the desk shows it.
 * @example attachmentView(row).stripped // ['PROPERTIES']
 */
export function attachmentView(row: StoredAttachment): AttachmentView {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.mediaType,
    size: row.originalSize,
    role: row.role,
    stripped: row.stripped as readonly StrippedPart[],
    maskedCount: row.maskedCount,
    publicSize: row.publicSize,
    textRead: row.textRead,
  }
}

function person(read: Reads, id: string): PersonRef {
  return { id, name: read.office.accountById(id)?.name ?? '' }
}

function shows(content: PublicContent): (file: StoredAttachment) => boolean {
  const shown = new Set(content.attachments.map(({ id }) => id))
  return ({ id }) => shown.has(id)
}

function submissionView(read: Reads, noticeId: string): SubmissionView | null {
  const submission = read.submission.newest(noticeId)
  if (!submission) return null
  const decisions = read.submission.decisions([submission.id])
  const needed = neededOf(submission)
  const content = JSON.parse(submission.content) as PublicContent
  return {
    id: submission.id,
    hash: submission.hash,
    content,
    attachments: read.attachment.everOfNotice(noticeId).filter(shows(content)).map(attachmentView),
    placement: submittedPlacement(read, submission),
    submittedBy: person(read, submission.submittedBy),
    submittedAt: submission.submittedAt,
    needed,
    decisions: decisions.map(decisionView),
    waitingFor: submission.closed && submission.emergencyReason === '' ? [] : waitingFor(needed, decisions),
    referrals: referralsFor(read, submission).map(referralView),
    emergencyReason: submission.emergencyReason,
    closed: submission.closed,
  }
}

function editionView(read: Reads, edition: StoredEdition & { readonly publisherName: string }): EditionView {
  const withdrawal = edition.state === 'WITHDRAWN' ? read.edition.withdrawal(edition.id) : undefined
  return {
    hash: edition.hash,
    submissionId: edition.submissionId,
    editionNumber: edition.editionNumber,
    title: edition.title,
    publishedAt: edition.publishedAt,
    publishedBy: { id: edition.publishedBy, name: edition.publisherName },
    state: edition.state,
    withdrawal: withdrawal
      ? {
          reason: withdrawal.reason,
          note: withdrawal.note,
          at: withdrawal.at,
          by: { id: withdrawal.accountId, name: withdrawal.byName },
        }
      : null,
  }
}

function whatMay(
  read: Reads,
  notice: StoredNotice,
  principal: Principal,
  { published, edited }: { readonly published: boolean; readonly edited: boolean },
): NoticeDetail['may'] {
  const handler = principal.roles.includes('HANDLER')
  // Stopping and taking down must not wait for one person.
  const works = principal.roles.some((role) => role !== 'ADMINISTRATOR')
  const authorIds = read.notice.authors(notice.id).map((author) => author.id)
  return {
    edit: handler && mayAct(notice.state, 'EDIT'),
    submit: handler && mayAct(notice.state, 'SUBMIT'),
    recall: works && mayAct(notice.state, 'RECALL'),
    ...reviewOffers(read, notice, principal),
    nextDraft: handler && mayAct(notice.state, 'EDIT') && !mayAct(notice.state, 'SUBMIT'),
    publish: handler && mayAct(notice.state, 'PUBLISH'),
    withdraw: published && works,
    revise: handler && mayAct(notice.state, 'REVISE'),
    discard: handler && mayAct(notice.state, 'DISCARD') && edited,
    override:
      principal.roles.includes('SECRECY_REVIEWER') &&
      mayAct(notice.state, 'EDIT') &&
      !authorIds.includes(principal.id),
  }
}

/**
 * Everything the desk shows of one notice, and what the person who asks may do. Refuses `notice.not-found`.
 * @example noticeDetail(read, principal, id)
 */
export function noticeDetail(read: Reads, principal: Principal, id: string): Result<NoticeDetail> {
  const notice = read.notice.byId(id)
  if (!notice) return refuse('notice.not-found')
  const editions = read.edition.ofNotice(id)
  return accept({
    id,
    state: notice.state,
    indexNumber: notice.indexNumber,
    draft: {
      revision: notice.revision,
      content: notice.content,
      updatedAt: notice.updatedAt,
      updatedBy: person(read, notice.updatedBy),
    },
    placement: placementView(read, notice),
    attachments: read.attachment.ofNotice(id).map(attachmentView),
    authors: read.notice.authors(id),
    submission: submissionView(read, id),
    remarks: read.review.remarks(inHand(read, id)).map(remarkView),
    editions: editions.map((edition) => editionView(read, edition)),
    paperOnly: editions.some((edition) => edition.state === 'PUBLISHED' && isPaperOnly(read, edition)),
    history: read.audit.ofSubject('notice', id).map((event) => ({
      at: event.at,
      by: event.actor,
      action: event.action,
      reason: reasonOf(read, id, event.action, event.detail),
    })),
    may: whatMay(read, notice, principal, {
      published: editions.some((edition) => edition.state === 'PUBLISHED'),
      edited: editions.length > 0,
    }),
  })
}

// Reasons are written by people and may hold names, so the log holds only codes; the sentence is looked up where it stands.
function reasonOf(
  read: Reads,
  noticeId: string,
  action: string,
  detail: Readonly<Record<string, unknown>>,
): string {
  if (action !== 'notice.return' && action !== 'notice.withdraw') return ''
  if (action === 'notice.withdraw') {
    const edition = read.edition.ofNotice(noticeId).find((candidate) => candidate.hash === detail['hash'])
    return (edition && read.edition.withdrawal(edition.id)?.note) ?? ''
  }
  const handedIn = read.submission.ofNotice(noticeId).filter(({ hash }) => hash === detail['hash'])
  const returned = read.submission
    .decisions(handedIn.map(({ id }) => id))
    .find(({ kind, language, decision }) => {
      const named = kind === detail['kind'] && language === (detail['language'] ?? '')
      return named && decision === 'RETURNED'
    })
  return returned?.reason ?? ''
}
