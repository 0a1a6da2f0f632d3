import type { Sql } from '../db/sql.ts'

/** One line of the report: how the county stands with an office. */
export type OfficeLine = {
  readonly name: string
  readonly uscc: string
  /** Newest package taken in; null before the first. */
  readonly sequence: number | null
  /** Packages that are here and wait. */
  readonly waiting: number
  /** The change from which on something is missing; null without a gap. */
  readonly missingFrom: number | null
  readonly editions: number
  readonly withdrawals: number
  /** Changes that were rejected, over all packages. */
  readonly rejected: number
  readonly lastContactAt: string | null
}

/**
 * All offices by name, each with its standing.
 * @example (await officeLines(sql))[0]?.sequence
 */
export async function officeLines(sql: Sql): Promise<readonly OfficeLine[]> {
  return sql.query<OfficeLine>(
    `SELECT o.name, o.uscc, s.sequence, s.missing_from AS "missingFrom", s.last_contact_at AS "lastContactAt",
       (SELECT count(*) FROM package p WHERE p.office_id = o.id AND p.state = 'WAITING') AS waiting,
       (SELECT count(*) FROM edition e WHERE e.office_id = o.id) AS editions,
       (SELECT count(*) FROM withdrawal w WHERE w.office_id = o.id) AS withdrawals,
       (SELECT count(*) FROM rejection r WHERE r.office_id = o.id) AS rejected
     FROM office o JOIN office_standing s ON s.office_id = o.id ORDER BY o.name, o.id`,
  )
}
