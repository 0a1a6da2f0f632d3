import type { NoticeCursor } from '../../db/repos/notice-repo.ts'
import type { StoredNotice } from '../../db/repos/notice-repo.ts'
import type { StoredDecision } from '../../db/repos/submission-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { DraftContent, PublicContent } from '../../domain/notice/content.ts'
import { waitingFor } from '../../domain/notice/decisions.ts'
import { mayAct, NOTICE_STATES, type NoticeState } from '../../domain/notice/notice-state.ts'
import { neededOf } from './review-chain.ts'
import type { NoticeRow, Page } from './views.ts'

const PAGE_SIZE = 50

function cursorFrom(text: string | undefined): NoticeCursor | null {
  const [updatedAt, id] = (text ?? '').split('~')
  return updatedAt && id ? { updatedAt, id } : null
}

/** What was approved and is not published yet, with the minute that is set for it. */
function approvedPart(read: Reads, notice: StoredNotice): Pick<NoticeRow, 'submissionHash' | 'schedule'> {
  const waits = notice.state === 'APPROVED' || notice.state === 'SCHEDULED'
  const open = waits ? read.submission.open(notice.id) : undefined
  const schedule = open && read.schedule.of(open.id)
  return {
    submissionHash: open?.hash ?? null,
    schedule: schedule ? { publishAt: schedule.publishAt, refused: schedule.refusal !== '' } : null,
  }
}

// While something is decided on, the list names that and not the next draft its author goes on with.
function namedBy(
  read: Reads,
  notice: StoredNotice,
): Pick<DraftContent, 'title' | 'noticeKind' | 'documentNumber' | 'catalogueItemId'> {
  const decided = mayAct(notice.state, 'EDIT') && !mayAct(notice.state, 'SUBMIT')
  const open = decided ? read.submission.open(notice.id) : undefined
  if (!open || open.revision === notice.revision) return { ...notice.content, title: notice.title }
  const { catalogueItemId } = open
  return { ...(JSON.parse(open.content) as PublicContent), catalogueItemId }
}

/**
 * A notice as lists at the desk show it.
 * @example noticeRow(read, notice).waitingFor
 */
export function noticeRow(read: Reads, notice: StoredNotice): NoticeRow {
  const named = namedBy(read, notice)
  const item = named.catalogueItemId === null ? undefined : read.catalogue.item(named.catalogueItemId)
  const submission =
    notice.state === 'IN_REVIEW' || notice.state === 'RETURNED'
      ? read.submission.newest(notice.id)
      : undefined
  const decisions = submission ? read.submission.decisions([submission.id]) : []
  return {
    id: notice.id,
    title: named.title,
    noticeKind: named.noticeKind,
    state: notice.state,
    documentNumber: named.documentNumber,
    indexNumber: notice.indexNumber,
    catalogueItem: item ? [item.itemLevel1, item.itemLevel2].filter((text) => text !== '').join(' / ') : null,
    handler: { id: notice.handlerId, name: read.office.accountById(notice.handlerId)?.name ?? '' },
    updatedAt: notice.updatedAt,
    publishedAt:
      notice.indexNumber === null ? null : (read.edition.ofNotice(notice.id)[0]?.publishedAt ?? null),
    waitingFor: notice.state === 'IN_REVIEW' && submission ? waitingFor(neededOf(submission), decisions) : [],
    returnReason: notice.state === 'RETURNED' ? returnReason(read, decisions) : null,
    ...approvedPart(read, notice),
  }
}

// Who returns it with remarks on the spot need not write a reason besides.
function returnReason(read: Reads, decisions: readonly StoredDecision[]): string | null {
  const returned = decisions.find((decision) => decision.decision === 'RETURNED')
  if (!returned) return null
  const remarks = () =>
    read.review.remarks([returned.submissionId]).filter(({ accountId }) => accountId === returned.accountId)
  return returned.reason === ''
    ? remarks()
        .map(({ text }) => text)
        .join(' / ')
    : returned.reason
}

/**
 * A page of the desk's notice list, newest first.
 * @example listNotices(read, { state: 'DRAFT' }).items
 */
export function listNotices(
  read: Reads,
  query: {
    readonly state?: NoticeState | undefined
    readonly q?: string | undefined
    readonly cursor?: string | undefined
  },
): Page<NoticeRow> {
  const filter = { state: query.state ?? null, words: (query.q ?? '').trim() }
  const rows = read.notice.page(filter, cursorFrom(query.cursor), PAGE_SIZE + 1)
  const items = rows.slice(0, PAGE_SIZE)
  const last = items[items.length - 1]
  return {
    items: items.map((notice) => noticeRow(read, notice)),
    next: rows.length > PAGE_SIZE && last ? `${last.updatedAt}~${last.id}` : null,
    total: read.notice.count(filter),
  }
}

/**
 * How many notices are in each state.
 * @example noticeCounts(read).IN_REVIEW
 */
export function noticeCounts(read: Reads): Record<NoticeState, number> {
  const counts = read.notice.counts()
  return Object.fromEntries(NOTICE_STATES.map((state) => [state, counts.get(state) ?? 0])) as Record<
    NoticeState,
    number
  >
}
