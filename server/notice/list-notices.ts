import type { NoticeCursor } from '../../db/repos/notice-repo.ts'
import type { StoredNotice } from '../../db/repos/notice-repo.ts'
import type { Reads } from '../../db/store.ts'
import { waitingFor } from '../../domain/notice/decisions.ts'
import { NOTICE_STATES, type NoticeState } from '../../domain/notice/notice-state.ts'
import type { NoticeRow, Page } from './views.ts'

const PAGE_SIZE = 50

function cursorFrom(text: string | undefined): NoticeCursor | null {
  const [updatedAt, id] = (text ?? '').split('~')
  return updatedAt && id ? { updatedAt, id } : null
}

function row(read: Reads, notice: StoredNotice): NoticeRow {
  const item = notice.catalogueItemId === null ? undefined : read.catalogue.item(notice.catalogueItemId)
  const submission =
    notice.state === 'IN_REVIEW' || notice.state === 'RETURNED'
      ? read.submission.newest(notice.id)
      : undefined
  const decisions = submission ? read.submission.decisions([submission.id]) : []
  return {
    id: notice.id,
    title: notice.title,
    noticeKind: notice.content.noticeKind,
    state: notice.state,
    documentNumber: notice.content.documentNumber,
    indexNumber: notice.indexNumber,
    catalogueItem: item ? [item.itemLevel1, item.itemLevel2].filter((text) => text !== '').join(' / ') : null,
    handler: { id: notice.handlerId, name: read.office.accountById(notice.handlerId)?.name ?? '' },
    updatedAt: notice.updatedAt,
    publishedAt:
      notice.indexNumber === null ? null : (read.edition.ofNotice(notice.id)[0]?.publishedAt ?? null),
    waitingFor: notice.state === 'IN_REVIEW' ? waitingFor(decisions) : [],
    returnReason:
      notice.state === 'RETURNED'
        ? (decisions.find((decision) => decision.decision === 'RETURNED')?.reason ?? null)
        : null,
  }
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
    items: items.map((notice) => row(read, notice)),
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
