import type { PastEdition } from '../../db/repos/column-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { Screen, ScreenColumn } from '../../domain/signage/screen.ts'
import { heldBack } from '../display/public-views.ts'
import { openSheet } from '../display/sheet-data.ts'
import type { SimulatedBoard, SimulatedNotice } from './simulation.ts'

// A desk may wait a moment, but not for a hundred thousand notices.
const MOST_LOOKED_AT = 5000

function isIn(column: ScreenColumn, row: PastEdition): boolean {
  switch (column.kind) {
    case 'ALL':
      return true
    case 'GROUP':
      return row.groupId === column.groupId
    case 'NOTICE_KIND':
      return row.noticeKind === column.noticeKind
    case 'UNIT':
      return row.unitId === column.unitId && (column.regime === null || row.regime === column.regime)
  }
}

/**
 * What stood at an instant gone by, as the records tell: the newest edition of each notice by then that was neither withdrawn nor
 * had run out. What the public may not see today is not shown, even if it could then.
 * @example pastBoard(read, screen, at, clock.now()).notes // ['PAST_BY_RECORD']
 */
export function pastBoard(read: Reads, screen: Screen, at: string, now: string): SimulatedBoard {
  const held = heldBack(read, now)
  const rows = read.column.publishedBy(at, MOST_LOOKED_AT)
  const seen = new Set<string>()
  const stood = rows.filter((row) => {
    if (seen.has(row.noticeId)) return false
    seen.add(row.noticeId)
    const gone = row.withdrawnAt !== null && row.withdrawnAt <= at
    const over = row.expiresAt !== null && row.expiresAt <= at
    return !gone && !over && !held.closed(row)
  })
  const notice = (row: PastEdition): SimulatedNotice[] => {
    const stored = read.edition.byId(row.id)
    const sheet = stored && openSheet(read, stored, now)
    if (!stored || !sheet?.ok) return []
    const { expiresAt } = row
    return [{ sheet: sheet.value, expiresAt, publishedAt: stored.publishedAt, scheduled: false }]
  }
  const shown = new Map(
    screen.subscriptions.map(({ id, column, mostNotices }) => [
      id,
      stood
        .filter((row) => isIn(column, row))
        .slice(0, mostNotices)
        .flatMap(notice),
    ]),
  )
  // What was taken down since cannot be shown; that something is missing is said.
  const isMissing = screen.subscriptions.some(({ id, column, mostNotices }) => {
    const then = stood.filter((row) => isIn(column, row)).length
    return (shown.get(id)?.length ?? 0) < Math.min(mostNotices, then)
  })
  const takeovers = read.emergency.takeoversAt(at).flatMap(({ editionId, until }) => {
    const row = stood.find(({ id }) => id === editionId)
    const [taking] = row ? notice(row) : []
    return row && taking ? [{ notice: taking, until, screenIds: read.screen.targets(row.noticeId) }] : []
  })
  return {
    entries: shown,
    takeovers,
    notes: [
      'PAST_BY_RECORD',
      ...(isMissing ? (['WITHDRAWN_SINCE'] as const) : []),
      ...(rows.length >= MOST_LOOKED_AT ? (['LOOKED_PARTLY'] as const) : []),
    ],
  }
}
