import type { Sql } from '../db/sql.ts'
import { dayStart } from '../search/edition-search.ts'
import { type Page, PAGE_ROWS, pageOf, readKey, writeKey } from '../web/page-of.ts'
import type { ItemTimeliness, OfficeTimeliness } from './views.ts'

/** Which duties are counted: those due from the first civil date to the last. `today` tells what is past. */
export type ReportPeriod = { readonly from: string; readonly to: string; readonly today: string }

const TIMELY = `d.state IN ('DONE', 'NIL_REPORTED')`
const DONE = `d.state IN ('DONE', 'DONE_LATE', 'DONE_UNCONFIRMED', 'NIL_REPORTED', 'NIL_REPORTED_LATE')`
const WAITING = `d.state IN ('OPEN', 'DUE_SOON')`

// $1 from, $2 to, $3 today.
const COUNTS = `
  count(*) FILTER (WHERE ${TIMELY})::int AS timely,
  count(*) FILTER (WHERE d.state IN ('DONE_LATE', 'NIL_REPORTED_LATE'))::int AS late,
  count(*) FILTER (WHERE d.state = 'DONE_UNCONFIRMED')::int AS unconfirmed,
  count(*) FILTER (WHERE d.state = 'OVERDUE')::int AS overdue,
  count(*) FILTER (WHERE ${WAITING} AND d.due < $3)::int AS unknown,
  count(*) FILTER (WHERE ${WAITING} AND d.due >= $3)::int AS open,
  count(*) FILTER (WHERE d.state = 'WAIVED')::int AS waived,
  count(*) FILTER (WHERE ${DONE} AND d.index_number IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM edition e WHERE e.office_id = d.office_id AND e.index_number = d.index_number))::int AS unproved`
const ITEM = `(coalesce(d.catalogue, ''), coalesce(d.level1, ''), coalesce(d.level2, ''))`

/**
 * Timeliness and coverage office by office, by name; `most` rows at once. An office of which nothing ever came is there with `heard` false.
 * @example await timelinessByOffice(sql, { from: '2026-01-01', to: '2026-12-31', today: '2026-11-22' })
 */
export async function timelinessByOffice(
  sql: Sql,
  { from, to, today }: ReportPeriod,
  after?: string,
  most = PAGE_ROWS,
): Promise<Page<OfficeTimeliness>> {
  const key = readKey(after, 'tn')
  const rows = await sql.query<OfficeTimeliness>(
    `WITH chosen AS (
       SELECT o.id, o.name FROM office o
       WHERE $4::text IS NULL OR (o.name COLLATE "C", o.id) > ($4::text COLLATE "C", $5::int)
       ORDER BY o.name COLLATE "C", o.id LIMIT $6
     )
     SELECT c.id AS "officeId", c.name AS "officeName", s.sequence IS NOT NULL AS heard,
       s.last_contact_at AS "lastContactAt", s.statistics_from AS "figuresFrom", n.*,
       (SELECT count(*)::int FROM edition e WHERE e.office_id = c.id AND e.published_at >= $7 AND e.published_at < $8)
         AS editions
     FROM chosen c LEFT JOIN office_standing s ON s.office_id = c.id
     CROSS JOIN LATERAL (SELECT ${COUNTS},
       count(DISTINCT ${ITEM}) FILTER (WHERE d.level2 IS NOT NULL AND d.state <> 'WAIVED')::int AS items,
       count(DISTINCT ${ITEM}) FILTER (WHERE d.level2 IS NOT NULL AND ${DONE})::int AS "itemsDone"
       FROM duty_statistic d WHERE d.office_id = c.id AND d.due >= $1 AND d.due <= $2) n
     ORDER BY c.name COLLATE "C", c.id`,
    [
      from,
      to,
      today,
      key?.[0] ?? null,
      key === null ? null : Number(key[1]),
      most + 1,
      dayStart(from),
      dayStart(to, 1),
    ],
  )
  return pageOf(rows, (row) => writeKey([row.officeName, row.officeId]), most)
}

/**
 * Timeliness and coverage item by item, in the order of the catalogues' words.
 * @example await timelinessByItem(sql, { from: '2026-01-01', to: '2026-12-31', today: '2026-11-22' })
 */
export async function timelinessByItem(
  sql: Sql,
  { from, to, today }: ReportPeriod,
  after?: string,
  most = PAGE_ROWS,
): Promise<Page<ItemTimeliness>> {
  const key = readKey(after, 'ttt')
  const rows = await sql.query<ItemTimeliness>(
    `SELECT d.catalogue, d.level1, d.level2, ${COUNTS},
       count(DISTINCT d.office_id) FILTER (WHERE d.state <> 'WAIVED')::int AS offices,
       count(DISTINCT d.office_id) FILTER (WHERE ${DONE})::int AS "officesDone"
     FROM duty_statistic d
     WHERE d.due >= $1 AND d.due <= $2 AND d.level2 IS NOT NULL
       AND ($4::text IS NULL OR (d.catalogue COLLATE "C", d.level1 COLLATE "C", d.level2 COLLATE "C")
         > ($4::text COLLATE "C", $5::text COLLATE "C", $6::text COLLATE "C"))
     GROUP BY d.catalogue, d.level1, d.level2
     ORDER BY d.catalogue COLLATE "C", d.level1 COLLATE "C", d.level2 COLLATE "C" LIMIT $7`,
    [from, to, today, key?.[0] ?? null, key?.[1] ?? null, key?.[2] ?? null, most + 1],
  )
  return pageOf(rows, (row) => writeKey([row.catalogue, row.level1, row.level2]), most)
}
