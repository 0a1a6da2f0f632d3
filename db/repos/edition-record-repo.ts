import type { ChangeKind } from '../../domain/notice/change.ts'
import type { Retention } from '../../domain/notice/retention.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { archiveEntry, editionRecord, itemRetention, withdrawalDetail } from '../schema/edition-record.ts'

const { desc, eq, sql } = orm

/** What an edition is kept as. */
export type StoredEditionRecord = typeof editionRecord.$inferSelect

/** More than the reason of a withdrawal. */
export type StoredWithdrawalDetail = typeof withdrawalDetail.$inferSelect

/** An edition on the board whose minute has come. */
export type ExpiredEdition = {
  readonly editionId: number
  readonly noticeId: string
  readonly publicGroupId: string
  readonly publishedBy: string
  readonly expiresAt: string
}

/** A line of the archive. */
export type StoredArchiveRow = {
  readonly editionId: number
  readonly noticeId: string
  readonly noticeState: string
  readonly editionNumber: number
  readonly hash: string
  readonly indexNumber: string
  readonly title: string
  readonly noticeKind: string
  readonly publishDate: string
  readonly state: 'PUBLISHED' | 'SUPERSEDED' | 'WITHDRAWN'
  readonly unitId: string | null
  readonly retention: Retention | null
  readonly retainUntil: string | null
  readonly withdrawnDate: string | null
  readonly reason: string | null
}

/** What of the archive is asked for; empty or null is any. */
export type ArchiveFilter = {
  /** Year of publication, `YYYY`. */
  readonly year: string
  readonly unitId: string
  readonly retention: Retention | null
  /** Civil date: what is kept no longer than that is past its life. */
  readonly today: string
}

/** What a person did with a notice in the archive. */
export type StoredArchiveEntry = typeof archiveEntry.$inferSelect

/**
 * Reading what editions are kept as, what has run out, and the archive.
 * @example editionRecordReads(db).of(7)?.retention // 'YEARS_10'
 */
export function editionRecordReads(db: Drizzle) {
  const database = db.$client
  const ofEdition = db
    .select()
    .from(editionRecord)
    .where(eq(editionRecord.editionId, sql.placeholder('editionId')))
    .prepare()
  const expired = database.prepare<[string]>(
    `SELECT e.id AS editionId, e.notice_id AS noticeId, e.public_group_id AS publicGroupId, e.published_by AS publishedBy,
       r.expires_at AS expiresAt
     FROM standing_expiry r CROSS JOIN edition e ON e.id = r.edition_id AND e.state = 'PUBLISHED'
     WHERE r.expires_at <= ? ORDER BY r.expires_at, e.id`,
  )
  const ranOut = database
    .prepare<[string, string]>(
      `SELECT r.edition_id FROM edition_record r CROSS JOIN edition e ON e.id = r.edition_id AND e.state <> 'WITHDRAWN'
       WHERE r.expires_at > ? AND r.expires_at <= ?`,
    )
    .pluck()
  const changes = database.prepare<[string]>(
    `SELECT r.edition_id AS editionId, r.change_kind AS kind, r.change_note AS note
     FROM edition e JOIN edition_record r ON r.edition_id = e.id
     WHERE e.index_number = ? AND r.change_kind IS NOT NULL`,
  )
  const changeOf = database.prepare<[number]>(
    'SELECT change_kind AS kind FROM edition_record WHERE edition_id = ?',
  )
  // Two questions put together, each with its own index: one with OR walks through every edition there is.
  const line = (from: string) =>
    `SELECT e.id AS editionId, e.notice_id AS noticeId, n.state AS noticeState, e.edition_number AS editionNumber, e.hash,
       e.index_number AS indexNumber, e.title, e.notice_kind AS noticeKind, e.publish_date AS publishDate, e.state,
       r.unit_id AS unitId, r.retention, r.retain_until AS retainUntil, w.withdrawn_date AS withdrawnDate, w.reason
     FROM ${from}
     JOIN notice n ON n.id = e.notice_id
     LEFT JOIN withdrawal w ON w.edition_id = e.id
     WHERE e.id < $before
       AND ($year = '' OR substr(e.publish_date, 1, 4) = $year)
       AND ($unitId = '' OR r.unit_id = $unitId)
       AND ($retention IS NULL OR r.retention = $retention)`
  const archive = database.prepare(
    `${line('edition e LEFT JOIN edition_record r ON r.edition_id = e.id')} AND e.state <> 'PUBLISHED'
     UNION ALL
     ${line('edition_record r CROSS JOIN edition e ON e.id = r.edition_id')}
       AND e.state = 'PUBLISHED' AND r.retain_until < $today
     ORDER BY 1 DESC LIMIT $limit`,
  )
  const years = database.prepare(
    `SELECT DISTINCT substr(publish_date, 1, 4) AS year FROM edition WHERE state <> 'PUBLISHED' ORDER BY 1 DESC`,
  )
  return {
    /** What an edition is kept as. */
    of: (editionId: number): StoredEditionRecord | undefined => ofEdition.get({ editionId }),
    /** What of the board has run out by an instant, the longest ago first. */
    expired: (now: string): ExpiredEdition[] => expired.all(now) as ExpiredEdition[],
    /** Editions, former ones too, that have run out by an instant and nothing has taken down yet; `after`: those later than that only. */
    ranOut: (by: string, after = ''): ReadonlySet<number> => new Set(ranOut.all(after, by) as number[]),
    /** What the editions under an index number changed, by number of the row. */
    changes: (
      indexNumber: string,
    ): { readonly editionId: number; readonly kind: ChangeKind; readonly note: string }[] =>
      changes.all(indexNumber) as { editionId: number; kind: ChangeKind; note: string }[],
    /** What an edition is against the one before; null for a first one. */
    changeOf: (editionId: number): ChangeKind | null =>
      (changeOf.get(editionId) as { kind: ChangeKind | null } | undefined)?.kind ?? null,
    /** 保管期限 set for an item; null when none is. */
    ofItem: (itemId: string): Retention | null =>
      db
        .select({ retention: itemRetention.retention })
        .from(itemRetention)
        .where(eq(itemRetention.itemId, itemId))
        .orderBy(desc(itemRetention.sequence))
        .limit(1)
        .get()?.retention ?? null,
    /** More than the reason of a withdrawal. */
    withdrawalDetail: (editionId: number): StoredWithdrawalDetail | undefined =>
      db.select().from(withdrawalDetail).where(eq(withdrawalDetail.editionId, editionId)).get(),
    /** What has left the board or is past its life, newest first, before a row number. */
    archive: (filter: ArchiveFilter, before: number | null, limit: number): StoredArchiveRow[] =>
      archive.all({ ...filter, before: before ?? Number.MAX_SAFE_INTEGER, limit }) as StoredArchiveRow[],
    /** Years of which something has left the board, newest first. */
    archiveYears: (): string[] => (years.all() as { year: string }[]).map(({ year }) => year),
    /** What was done with a notice in the archive, oldest first. */
    archiveEntries: (noticeId: string): StoredArchiveEntry[] =>
      db
        .select()
        .from(archiveEntry)
        .where(eq(archiveEntry.noticeId, noticeId))
        .orderBy(archiveEntry.sequence)
        .all(),
  }
}

/**
 * Writing what editions are kept as; all of it is added to and never changed.
 * @example editionRecordWrites(db).insert(record)
 */
export function editionRecordWrites(db: Drizzle) {
  return {
    /** Notes what an edition is kept as. */
    insert: (row: StoredEditionRecord): void => {
      db.insert(editionRecord).values(row).run()
    },
    /** Sets the 保管期限 of an item, or gives it back to the usual one. */
    setOfItem: (row: Omit<typeof itemRetention.$inferSelect, 'sequence'>): void => {
      db.insert(itemRetention).values(row).run()
    },
    /** Says more of a withdrawal. */
    insertWithdrawalDetail: (row: StoredWithdrawalDetail): void => {
      db.insert(withdrawalDetail).values(row).run()
    },
    /** Notes that a notice was put away or taken out again. */
    insertArchiveEntry: (row: Omit<StoredArchiveEntry, 'sequence'>): void => {
      db.insert(archiveEntry).values(row).run()
    },
  }
}
