import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { NoticeKind } from '../../domain/notice/notice-kind.ts'
import type { ScreenColumn } from '../../domain/signage/screen.ts'
import type { Drizzle } from '../drizzle.ts'

/** A current edition of a column. */
export type StoredColumnRow = {
  readonly id: number
  readonly hash: string
  readonly noticeId: string
  readonly expiresAt: string | null
}

/** An edition that was published by an instant, whatever became of it since. */
export type PastEdition = {
  readonly id: number
  readonly noticeId: string
  readonly groupId: string
  readonly regime: Regime
  readonly noticeKind: NoticeKind
  readonly unitId: string
  readonly expiresAt: string | null
  readonly withdrawnAt: string | null
}

const COLUMNS = `e.id, e.hash, e.notice_id AS noticeId,
  (SELECT r.expires_at FROM edition_record r WHERE r.edition_id = e.id) AS expiresAt`

/**
 * Reading columns (栏目): current editions by what they belong to, newest first, each off an index of its own, so that the
 * hundred-thousandth notice costs what the first did.
 * @example columnReads(db).newest({ kind: 'ALL' }, null, 10)
 */
export function columnReads(db: Drizzle) {
  const database = db.$client
  const all = database.prepare(
    `SELECT ${COLUMNS} FROM edition e WHERE e.state = 'PUBLISHED' AND e.id < $before ORDER BY e.id DESC LIMIT $limit`,
  )
  const group = database.prepare(
    `SELECT ${COLUMNS} FROM edition e
     WHERE e.state = 'PUBLISHED' AND e.public_group_id = $group AND e.id < $before ORDER BY e.id DESC LIMIT $limit`,
  )
  const kind = database.prepare(
    `SELECT ${COLUMNS} FROM edition e
     WHERE e.state = 'PUBLISHED' AND e.notice_kind = $kind AND e.id < $before ORDER BY e.id DESC LIMIT $limit`,
  )
  const unit = database.prepare(
    `SELECT ${COLUMNS} FROM standing_unit s CROSS JOIN edition e ON e.id = s.edition_id
     WHERE s.unit_id = $unit AND s.edition_id < $before ORDER BY s.edition_id DESC LIMIT $limit`,
  )
  const unitRegime = database.prepare(
    `SELECT ${COLUMNS} FROM standing_unit s CROSS JOIN edition e ON e.id = s.edition_id
     WHERE s.unit_id = $unit AND s.regime = $regime AND s.edition_id < $before
     ORDER BY s.edition_id DESC LIMIT $limit`,
  )
  const past = database.prepare(
    `SELECT e.id, e.notice_id AS noticeId, e.public_group_id AS groupId, g.regime, e.notice_kind AS noticeKind,
       coalesce(r.unit_id, 'township') AS unitId, r.expires_at AS expiresAt, w.at AS withdrawnAt
     FROM edition e
     JOIN public_group g ON g.id = e.public_group_id
     LEFT JOIN edition_record r ON r.edition_id = e.id
     LEFT JOIN withdrawal w ON w.edition_id = e.id
     WHERE e.published_at <= $at ORDER BY e.id DESC LIMIT $limit`,
  )
  const count = {
    all: database.prepare('SELECT coalesce(sum(published_count), 0) AS n FROM public_group'),
    group: database.prepare('SELECT published_count AS n FROM public_group WHERE id = $group'),
    kind: database.prepare(
      `SELECT count(*) AS n FROM edition WHERE state = 'PUBLISHED' AND notice_kind = $kind`,
    ),
    unit: database.prepare('SELECT count(*) AS n FROM standing_unit WHERE unit_id = $unit'),
    unitRegime: database.prepare(
      'SELECT count(*) AS n FROM standing_unit WHERE unit_id = $unit AND regime = $regime',
    ),
  }
  return {
    /** The newest of a column before a row number, at most so many; what is held back is among them. */
    newest: (column: ScreenColumn, before: number | null, limit: number): StoredColumnRow[] => {
      const page = { before: before ?? Number.MAX_SAFE_INTEGER, limit }
      switch (column.kind) {
        case 'ALL':
          return all.all(page) as StoredColumnRow[]
        case 'GROUP':
          return group.all({ ...page, group: column.groupId }) as StoredColumnRow[]
        case 'NOTICE_KIND':
          return kind.all({ ...page, kind: column.noticeKind }) as StoredColumnRow[]
        case 'UNIT':
          return (
            column.regime === null
              ? unit.all({ ...page, unit: column.unitId })
              : unitRegime.all({ ...page, unit: column.unitId, regime: column.regime })
          ) as StoredColumnRow[]
      }
    },
    /** Editions published by an instant, newest first, whatever became of them; walks back from today, so for the desk only. */
    publishedBy: (at: string, limit: number): PastEdition[] => past.all({ at, limit }) as PastEdition[],
    /** How many stand in a column, counted off an index; for the desk only, since a count reads every entry. */
    count: (column: ScreenColumn): number => {
      const row = (() => {
        switch (column.kind) {
          case 'ALL':
            return count.all.get()
          case 'GROUP':
            return count.group.get({ group: column.groupId })
          case 'NOTICE_KIND':
            return count.kind.get({ kind: column.noticeKind })
          case 'UNIT':
            return column.regime === null
              ? count.unit.get({ unit: column.unitId })
              : count.unitRegime.get({ unit: column.unitId, regime: column.regime })
        }
      })()
      return (row as { n: number } | undefined)?.n ?? 0
    },
  }
}
