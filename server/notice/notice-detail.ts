import type { StoredAttachment } from '../../db/repos/attachment-repo.ts'
import type { StoredEdition } from '../../db/repos/edition-repo.ts'
import type { StoredNotice } from '../../db/repos/notice-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { mayDecide, waitingFor } from '../../domain/notice/decisions.ts'
import { mayAct } from '../../domain/notice/notice-state.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Principal } from '../principal.ts'
import { placementView } from './placement-view.ts'
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

function submissionView(read: Reads, noticeId: string): SubmissionView | null {
  const submission = read.submission.newest(noticeId)
  if (!submission) return null
  const decisions = read.submission.decisions([submission.id])
  return {
    id: submission.id,
    hash: submission.hash,
    content: JSON.parse(submission.content) as PublicContent,
    submittedBy: person(read, submission.submittedBy),
    submittedAt: submission.submittedAt,
    decisions: decisions.map((decision) => ({
      kind: decision.kind,
      decision: decision.decision,
      by: { id: decision.accountId, name: decision.byName },
      at: decision.at,
      reason: decision.reason,
    })),
    waitingFor: submission.closed ? [] : waitingFor(decisions),
    closed: submission.closed,
  }
}

function editionView(read: Reads, edition: StoredEdition & { readonly publisherName: string }): EditionView {
  const withdrawal = edition.state === 'WITHDRAWN' ? read.edition.withdrawal(edition.id) : undefined
  return {
    hash: edition.hash,
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
  published: boolean,
): NoticeDetail['may'] {
  const handler = principal.roles.includes('HANDLER')
  // Stopping and taking down must not wait for one person.
  const works = principal.roles.some((role) => role !== 'ADMINISTRATOR')
  const authorIds = read.notice.authors(notice.id).map((author) => author.id)
  const open = read.submission.open(notice.id)
  const given = open ? read.submission.decisions([open.id]) : []
  const decides = (kind: 'REVIEW' | 'SECRECY_REVIEW') =>
    open !== undefined &&
    mayAct(notice.state, 'DECIDE') &&
    mayDecide({ kind, account: principal, authorIds, given }).ok
  return {
    edit: handler && mayAct(notice.state, 'EDIT'),
    submit: handler && mayAct(notice.state, 'SUBMIT'),
    recall: works && mayAct(notice.state, 'RECALL'),
    review: decides('REVIEW'),
    secrecyReview: decides('SECRECY_REVIEW'),
    publish: handler && mayAct(notice.state, 'PUBLISH'),
    withdraw: published && works,
    revise: handler && mayAct(notice.state, 'REVISE'),
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
    editions: editions.map((edition) => editionView(read, edition)),
    history: read.audit.ofSubject('notice', id).map((event) => ({
      at: event.at,
      by: event.actor,
      action: event.action,
      reason: reasonOf(read, id, event.action, event.detail),
    })),
    may: whatMay(
      read,
      notice,
      principal,
      editions.some((edition) => edition.state === 'PUBLISHED'),
    ),
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
  const submission = read.submission.newest(noticeId)
  if (submission?.hash !== detail['hash'] || !submission) return ''
  return (
    read.submission.decisions([submission.id]).find((decision) => decision.kind === detail['kind'])?.reason ??
    ''
  )
}
