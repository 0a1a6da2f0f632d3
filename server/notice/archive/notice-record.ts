import type { StoredPosting, StoredRecall } from '../../../db/repos/recall-repo.ts'
import type { StoredSchedule } from '../../../db/repos/schedule-repo.ts'
import type { Reads } from '../../../db/store.ts'
import { changeState } from '../../../domain/exchange/next-offer.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { mayAct } from '../../../domain/notice/notice-state.ts'
import { clockState } from '../../../domain/notice/publish-time.ts'
import { RETENTION_VERIFIED } from '../../../domain/notice/retention.ts'
import { accept, refuse, type Refusal, type Result } from '../../../domain/refusal.ts'
import { openBatches } from '../batch/batch-view.ts'
import { offerLine } from '../../exchange/export-plan.ts'
import type { Principal } from '../../principal.ts'
import type {
  EditionTasks,
  NoticeRecord,
  PostingView,
  RecallPackage,
  RecallView,
  ScheduleView,
} from './views.ts'

function postingView(row: StoredPosting): PostingView {
  return {
    id: row.id,
    editionNumber: row.editionNumber,
    board: { id: row.boardId, name: row.boardName, place: row.boardPlace },
    postedOn: row.postedOn,
    postedBy: row.postedByName,
    removedOn: row.removedOn,
    removedBy: row.removedByName,
  }
}

function recallView(row: StoredRecall): RecallView {
  return {
    id: row.id,
    noticeId: row.noticeId,
    title: row.title,
    editionNumber: row.editionNumber,
    board: { id: row.boardId, name: row.boardName, place: row.boardPlace },
    cause: row.cause,
    posted: row.posted === 1,
    openedOn: row.openedOn,
    done:
      row.removedOn === null ? null : { on: row.removedOn, note: row.note ?? '', by: row.tickedByName ?? '' },
  }
}

function scheduleView(read: Reads, row: StoredSchedule, title: string): ScheduleView {
  return {
    noticeId: row.noticeId,
    title,
    publishAt: row.publishAt,
    by: { id: row.scheduledBy, name: read.office.accountById(row.scheduledBy)?.name ?? '' },
    refusal: row.refusal === '' ? null : (JSON.parse(row.refusal) as Refusal),
  }
}

/** How far a tombstone has come: what carried it, and what the county's receipts say of it. */
function tombstoneOf(
  read: Reads,
  { change, sequence }: { readonly change: number; readonly sequence: number | null },
): RecallPackage['tombstone'] {
  if (sequence === null) return { state: 'QUEUED' }
  const instanceId = read.office.instance()?.id ?? ''
  const held = read.exchange.held()
  const line = offerLine(read)
  const state = changeState({
    change,
    sentUpTo: change,
    heldBack: false,
    passedOver: line !== null && read.exchange.passedOver(line).has(change),
    item: read.receipt.newestItem(instanceId, change)?.result ?? null,
    held: held?.instanceId === instanceId ? held : null,
  })
  return state === 'WAITING' ? { state: 'QUEUED' } : { state, sequence }
}

/** Each package that carried a withdrawn edition, with its tombstone. */
function packagesOf(read: Reads, noticeId: string): readonly RecallPackage[] {
  const rows = read.recall.packages(noticeId)
  return rows.flatMap((row): RecallPackage[] => {
    // The newest: what was returned and offered again goes by the word on the later row.
    const tombstone = rows.findLast((one) => one.kind === 'WITHDRAWAL' && one.editionId === row.editionId)
    if (row.kind !== 'EDITION' || row.sequence === null || !tombstone) return []
    const { sequence, editionNumber } = row
    return [{ sequence, editionNumber, tombstone: tombstoneOf(read, tombstone) }]
  })
}

/**
 * What stands beside the editions of a notice, and what the person who asks may do with it. Refuses `notice.not-found`.
 * @example noticeRecord(read, principal, id)
 */
export function noticeRecord(read: Reads, principal: Principal, id: string): Result<NoticeRecord> {
  const notice = read.notice.byId(id)
  if (!notice) return refuse('notice.not-found')
  const editions = read.edition.ofNotice(id)
  const [newest] = editions
  const content = newest ? (JSON.parse(newest.content) as PublicContent) : null
  const { unitId } = read.placement.of(id)
  const postings = read.recall.postings(id).map(postingView)
  const ofNewest = postings.filter(({ editionNumber }) => editionNumber === newest?.editionNumber)
  const open = read.submission.open(id)
  const schedule = open && read.schedule.of(open.id)
  // What is corrected still hangs there: only what went as a whole has left the kiosk.
  const withdrawals = editions.flatMap((edition) => read.edition.withdrawal(edition.id) ?? [])
  const writes = principal.roles.some((role) => role === 'HANDLER' || role === 'DEPUTY_LEADER')
  const handler = principal.roles.includes('HANDLER')
  return accept({
    dates: {
      documentDate: content?.documentDate ?? null,
      issueDate: content?.issueDate ?? null,
      publishDate: newest?.publishDate ?? null,
      postedOn: ofNewest.map(({ postedOn }) => postedOn).sort()[0] ?? null,
    },
    expiresAt: content?.expiresAt ?? null,
    schedule: schedule ? scheduleView(read, schedule, notice.title) : null,
    editions: editions.map((edition) => {
      const record = read.editionRecord.of(edition.id)
      const detail = read.editionRecord.withdrawalDetail(edition.id)
      return {
        editionNumber: edition.editionNumber,
        change: record?.changeKind ? { kind: record.changeKind, note: record.changeNote } : null,
        retention: record?.retention ?? null,
        retainUntil: record?.retainUntil ?? null,
        withdrawal: detail
          ? {
              consolidatedInto: detail.consolidatedInto,
              order: { authority: detail.orderAuthority, number: detail.orderNumber },
            }
          : null,
      }
    }),
    retentionUnverified: RETENTION_VERIFIED === 'UNVERIFIED',
    postings,
    boards: read.unit
      .boards()
      .filter(({ disabled }) => !disabled)
      .map((board) => ({ id: board.id, name: board.name, place: board.place, own: board.unitId === unitId }))
      .toSorted((one, other) => Number(other.own) - Number(one.own)),
    recall: {
      boards: read.recall.ofNotice(id).map(recallView),
      packages: packagesOf(read, id),
      kioskSince: editions.some(({ state }) => state === 'PUBLISHED')
        ? null
        : (withdrawals
            .map(({ at }) => at)
            .sort()
            .at(-1) ?? null),
    },
    archive: read.editionRecord.archiveEntries(id).map((entry) => ({
      action: entry.action,
      reason: entry.reason,
      by: { id: entry.accountId, name: read.office.accountById(entry.accountId)?.name ?? '' },
      at: entry.at,
    })),
    may: {
      schedule: handler && (mayAct(notice.state, 'SCHEDULE') || mayAct(notice.state, 'UNSCHEDULE')),
      unschedule:
        mayAct(notice.state, 'UNSCHEDULE') && principal.roles.some((role) => role !== 'ADMINISTRATOR'),
      post: writes && editions.length > 0,
      tick: writes,
      archive: writes && mayAct(notice.state, 'ARCHIVE'),
      reopen: writes && mayAct(notice.state, 'REOPEN'),
    },
  })
}

/**
 * What somebody has to look at because of editions: minutes that are set and those that were missed, paper that has to come
 * down, batches that were cut short, and whether the clock lets anything happen by itself.
 * @example editionTasks(read, clock.now()).clock // 'TRUSTED'
 */
export function editionTasks(read: Reads, now: string): EditionTasks {
  return {
    clock: clockState(now, read.audit.latestInstant()),
    schedules: read.schedule.standing().map((row) => scheduleView(read, row, row.title)),
    recalls: read.recall.open().map(recallView),
    batches: openBatches(read),
  }
}
