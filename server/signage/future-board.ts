import type { Reads } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import type { Screen, ScreenColumn } from '../../domain/signage/screen.ts'
import { expiryTime, heldBack } from '../display/public-views.ts'
import { noticeSheet, openSheet } from '../display/sheet-data.ts'
import { openRows } from './column-entries.ts'
import { requireApproved } from '../notice/review/approved.ts'
import type { SimulatedBoard, SimulatedNotice } from './simulation.ts'
import type { SimulationNote } from './views.ts'

// Beyond what a screen takes: so many of the newest may run out or be replaced until then.
const LOOK_BEYOND = 150

type Scheduled = SimulatedNotice & {
  readonly noticeId: string
  readonly publishAt: string
  readonly unitId: string
  readonly content: PublicContent
  readonly groupId: string | null
  readonly regime: string
  readonly sure: boolean
}

/** What is set to go out after now and by the instant, the latest first, as the public would see it. */
function scheduledUntil(read: Reads, at: string): Scheduled[] {
  const found = read.schedule.due(at).flatMap((schedule): Scheduled[] => {
    const submission = read.submission.byId(schedule.submissionId)
    const sheet = noticeSheet(read, schedule.noticeId, 'submission')
    if (!submission || !sheet.ok || sheet.value.hash !== submission.hash) return []
    const { catalogueItemId: itemId } = submission
    // What goes to a limited circle is published on paper and never on a screen.
    if (itemId !== null && !read.placement.isForEverybody(itemId)) return []
    const { content } = sheet.value
    const expiresAt = content.expiresAt ?? null
    if (expiresAt !== null && expiresAt <= at) return []
    const regime = (itemId === null ? undefined : read.catalogue.item(itemId)?.regime) ?? 'GOV'
    const { name = '', level1 = '' } = content.catalogue ?? {}
    return [
      {
        ...{
          sheet: sheet.value,
          expiresAt,
          publishedAt: schedule.publishAt,
          scheduled: true,
          content,
          regime,
        },
        ...{ noticeId: schedule.noticeId, publishAt: schedule.publishAt },
        unitId: (submission.placement ?? read.placement.of(schedule.noticeId)).unitId,
        groupId: read.edition.group(name, level1, regime)?.id ?? null,
        sure: schedule.refusal === '' && requireApproved(read, submission).ok,
      },
    ]
  })
  return found.sort((one, other) => (one.publishAt < other.publishAt ? 1 : -1))
}

function isIn(column: ScreenColumn, notice: Scheduled): boolean {
  switch (column.kind) {
    case 'ALL':
      return true
    case 'GROUP':
      return notice.groupId === column.groupId
    case 'NOTICE_KIND':
      return notice.content.noticeKind === column.noticeKind
    case 'UNIT':
      return notice.unitId === column.unitId && (column.regime === null || notice.regime === column.regime)
  }
}

/**
 * What stands at an instant to come: what stands now and has not run out by then, before it what is set to go out until then.
 * @example futureBoard(read, screen, at, clock.now()).notes // ['FUTURE_UNKNOWN']
 */
export function futureBoard(read: Reads, screen: Screen, at: string, now: string): SimulatedBoard {
  const scheduled = scheduledUntil(read, at)
  const replaced = new Set(scheduled.map(({ noticeId }) => noticeId))
  const held = heldBack(read, now)
  const standing = (id: number, expiresAt: string | null): SimulatedNotice[] => {
    const stored = read.edition.byId(id)
    const sheet = stored && openSheet(read, stored, now)
    if (!stored || !sheet?.ok) return []
    return [{ sheet: sheet.value, expiresAt, publishedAt: stored.publishedAt, scheduled: false }]
  }
  const entries = screen.subscriptions.map(({ id, column, mostNotices }) => {
    const coming = scheduled.filter((notice) => isIn(column, notice))
    const rows = openRows(read, column, mostNotices + LOOK_BEYOND, (row) => held.has(row))
    const staying = rows
      .filter(({ noticeId, expiresAt }) => !replaced.has(noticeId) && (expiresAt === null || expiresAt > at))
      .slice(0, mostNotices)
      .flatMap((row) => standing(row.id, row.expiresAt))
    return [id, [...coming, ...staying].slice(0, mostNotices)] as const
  })
  const takeovers = read.emergency.takeovers(expiryTime(read, now)).flatMap((taken) => {
    const stored = read.edition.byId(taken.editionId)
    const [notice] = stored && taken.until > at ? standing(taken.editionId, null) : []
    return notice && stored
      ? [{ notice, until: taken.until, screenIds: read.screen.targets(stored.noticeId) }]
      : []
  })
  const named = new Set(entries.flatMap(([, notices]) => notices))
  const included = scheduled.filter((notice) => named.has(notice))
  const notes: SimulationNote[] = [
    ...(at.slice(0, 16) > now.slice(0, 16) ? (['FUTURE_UNKNOWN'] as const) : []),
    ...(included.length > 0 ? (['SCHEDULED_INCLUDED'] as const) : []),
    ...(included.some(({ sure }) => !sure) ? (['SCHEDULED_UNSURE'] as const) : []),
  ]
  return { entries: new Map(entries), takeovers, notes }
}
