import { Temporal } from 'temporal-polyfill'
import { civilDateOf } from '../../../platform/clock.ts'
import { only, type Sql } from '../../db/sql.ts'
import { type Page, PAGE_ROWS, pageOf, readKey, writeKey } from '../page-of.ts'
import { missingPackages } from './missing-packages.ts'
import type { KeyState, OfficeRow, OfficeTotals } from './views.ts'

/** From how many days on an office counts as silent: a month, the shortest period of duties. */
export const SILENT_DAYS = 31

/** What of the offices is asked for: with a gap, with packages that wait for one, silent, or with rejected rows. */
export const OFFICE_CONCERNS = ['GAP', 'WAITING', 'SILENT', 'REJECTED'] as const

/** One of them. */
export type OfficeConcern = (typeof OFFICE_CONCERNS)[number]

type Row = {
  readonly id: number
  readonly name: string
  readonly uscc: string
  readonly key: KeyState | null
  readonly sequence: number | null
  readonly change: number | null
  readonly missing_from: number | null
  readonly last_contact_at: string | null
  readonly waiting: string | null
  readonly rejected: number
  readonly editions: number
}

/** Rejected and not made good by a later accepted edition of the same notice, or by its withdrawal. */
export const OPEN_REJECTION = `NOT EXISTS (
  SELECT 1 FROM edition e WHERE e.office_id = r.office_id AND e.index_number = r.index_number
    AND (e.edition_number > r.edition_number OR (e.edition_number = r.edition_number AND e.accepted_at >= r.rejected_at))
) AND NOT EXISTS (
  SELECT 1 FROM withdrawal w WHERE w.office_id = r.office_id AND w.index_number = r.index_number
    AND w.edition_number >= r.edition_number AND w.accepted_at >= r.rejected_at
)`

const SELECT = `SELECT o.id, o.name, o.uscc,
  (SELECT k.state FROM office_key k WHERE k.office_id = o.id
    ORDER BY array_position(ARRAY['ACTIVE', 'PENDING', 'REVOKED'], k.state), k.position DESC LIMIT 1) AS key,
  s.sequence, s.change, s.missing_from, s.last_contact_at,
  (SELECT string_agg(p.sequence::text, ',' ORDER BY p.sequence) FROM package p
    WHERE p.office_id = o.id AND p.state = 'WAITING') AS waiting,
  (SELECT count(*)::int FROM rejection r WHERE r.office_id = o.id AND ${OPEN_REJECTION}) AS rejected,
  (SELECT count(*)::int FROM edition e WHERE e.office_id = o.id) AS editions
  FROM office o LEFT JOIN office_standing s ON s.office_id = o.id`

const CONCERN: Readonly<Record<OfficeConcern, string>> = {
  GAP: 's.missing_from IS NOT NULL',
  WAITING: `EXISTS (SELECT 1 FROM package p WHERE p.office_id = o.id AND p.state = 'WAITING')`,
  SILENT: '(s.last_contact_at IS NULL OR s.last_contact_at < $5)',
  REJECTED: `EXISTS (SELECT 1 FROM rejection r WHERE r.office_id = o.id AND ${OPEN_REJECTION})`,
}

/** Before this instant an office last heard of is silent. */
function silentBefore(now: string): string {
  return Temporal.Instant.from(now)
    .subtract({ hours: SILENT_DAYS * 24 })
    .toString({ smallestUnit: 'millisecond' })
}

function daysBetween(instant: string, now: string): number {
  const from = Temporal.PlainDate.from(civilDateOf(instant))
  return Math.max(0, from.until(Temporal.PlainDate.from(civilDateOf(now)), { largestUnit: 'day' }).days)
}

function rowOf(row: Row, now: string): OfficeRow {
  const waiting = (row.waiting ?? '').split(',').filter(Boolean).map(Number)
  return {
    id: row.id,
    name: row.name,
    uscc: row.uscc,
    key: row.key ?? 'NONE',
    sequence: row.sequence,
    change: row.change,
    waiting,
    missing: missingPackages(row.sequence ?? 0, waiting),
    missingFrom: row.missing_from,
    lastContactAt: row.last_contact_at,
    daysSince: row.last_contact_at === null ? null : daysBetween(row.last_contact_at, now),
    rejected: row.rejected,
    editions: row.editions,
  }
}

/**
 * A page of the offices by name. `search` is part of a name or of a code; `concern` leaves only those that have it.
 * @example await officePage(sql, now, { concern: 'GAP' })
 */
export async function officePage(
  sql: Sql,
  now: string,
  wanted: {
    readonly search?: string | undefined
    readonly concern?: OfficeConcern | undefined
    readonly after?: string | undefined
  },
): Promise<Page<OfficeRow>> {
  const key = readKey(wanted.after, 'tn')
  const { concern } = wanted
  const place = [key?.[0] ?? null, key === null ? null : Number(key[1])]
  const rows = await sql.query<Row>(
    `${SELECT}
     WHERE ($1::text = '' OR strpos(lower(o.name), lower($1::text)) > 0 OR strpos(o.uscc, upper($1::text)) > 0)
       AND ($2::text IS NULL OR (o.name COLLATE "C", o.id) > ($2::text COLLATE "C", $3::int))
       ${concern === undefined ? '' : `AND ${CONCERN[concern]}`}
     ORDER BY o.name COLLATE "C", o.id LIMIT $4`,
    [
      wanted.search?.trim() ?? '',
      ...place,
      PAGE_ROWS + 1,
      ...(concern === 'SILENT' ? [silentBefore(now)] : []),
    ],
  )
  return pageOf(
    rows.map((row) => rowOf(row, now)),
    (row) => writeKey([row.name, row.id]),
  )
}

/**
 * All offices by name, each as in the list: what the command line reports is what the page shows.
 * @example (await everyOffice(sql, now))[0]?.rejected
 */
export async function everyOffice(sql: Sql, now: string): Promise<readonly OfficeRow[]> {
  const rows = await sql.query<Row>(`${SELECT} ORDER BY o.name COLLATE "C", o.id`)
  return rows.map((row) => rowOf(row, now))
}

/**
 * One office as in the list; undefined when there is none.
 * @example await officeRow(sql, now, 3)
 */
export async function officeRow(sql: Sql, now: string, id: number): Promise<OfficeRow | undefined> {
  const [row] = await sql.query<Row>(`${SELECT} WHERE o.id = $1`, [id])
  return row && rowOf(row, now)
}

/**
 * Every office by name, for choosing one.
 * @example await officeNames(sql) // [{ id: 1, name: '云溪镇人民政府' }]
 */
export async function officeNames(
  sql: Sql,
): Promise<readonly { readonly id: number; readonly name: string; readonly uscc: string }[]> {
  return sql.query('SELECT id, name, uscc FROM office ORDER BY name COLLATE "C", id')
}

/**
 * The numbers above the list of offices.
 * @example (await officeTotals(sql, now)).gaps
 */
export async function officeTotals(sql: Sql, now: string): Promise<OfficeTotals> {
  const counted = only(
    await sql.query<Omit<OfficeTotals, 'silentDays'>>(
      `SELECT (SELECT count(*)::int FROM office) AS offices,
         (SELECT count(*)::int FROM office o LEFT JOIN office_standing s ON s.office_id = o.id
           WHERE s.last_contact_at IS NULL OR s.last_contact_at < $1) AS silent,
         (SELECT count(*)::int FROM office_standing WHERE missing_from IS NOT NULL) AS gaps,
         (SELECT count(*)::int FROM package WHERE state = 'WAITING') AS waiting,
         (SELECT count(*)::int FROM rejection r WHERE ${OPEN_REJECTION}) AS rejected`,
      [silentBefore(now)],
    ),
  )
  return { ...counted, silentDays: SILENT_DAYS }
}
