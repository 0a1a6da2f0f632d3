import type { Reads } from '../../../db/store.ts'
import type { NoticeKind } from '../../../domain/notice/notice-kind.ts'
import type { NoticeState, WithdrawalReason } from '../../../domain/notice/notice-state.ts'
import type { Retention } from '../../../domain/notice/retention.ts'
import type { ArchivePage, ArchiveRow } from './views.ts'

const PAGE_SIZE = 50

/**
 * A page of the archive, newest first: every edition that is no longer on the board, and what is past its life.
 * @example archivePage(read, { year: '2026' }, '2026-11-23').items
 */
export function archivePage(
  read: Reads,
  query: {
    readonly year?: string | undefined
    readonly unit?: string | undefined
    readonly retention?: Retention | undefined
    readonly cursor?: number | undefined
  },
  today: string,
): ArchivePage {
  const filter = {
    year: query.year ?? '',
    unitId: query.unit ?? '',
    retention: query.retention ?? null,
    today,
  }
  const rows = read.editionRecord.archive(filter, query.cursor ?? null, PAGE_SIZE + 1)
  const units = new Map(read.unit.list().map(({ id, name }) => [id, name]))
  const page = rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  return {
    items: page.map(({ editionId: _, unitId, ...row }): ArchiveRow => ({
      ...row,
      noticeState: row.noticeState as NoticeState,
      noticeKind: row.noticeKind as NoticeKind,
      reason: row.reason as WithdrawalReason | null,
      unit: units.get(unitId ?? '') ?? '',
    })),
    next: rows.length > PAGE_SIZE && last ? String(last.editionId) : null,
    years: read.editionRecord.archiveYears(),
  }
}
