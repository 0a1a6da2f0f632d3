import type { PrivacyFinding } from '../../domain/exchange/privacy-finding.ts'
import type { Sql } from '../db/sql.ts'
import type { AllowanceView } from './views.ts'

/** An office's edition, by the hash of its content. */
export type EditionHash = { readonly officeId: number; readonly hash: string }

/** An allowance as stored, with how it ended. */
export type StoredAllowance = EditionHash &
  AllowanceView & {
    readonly number: number
    /** What the person saw. */
    readonly findings: readonly PrivacyFinding[]
  }

/** Of several for one edition only the newest says how things stand. */
const NEWEST = `SELECT DISTINCT ON (a.office_id, a.hash) a.office_id AS "officeId", a.hash, a.number, a.reason,
    a.allowed_by_name AS "by", a.allowed_at AS "at", a.findings, e.how, e.ended_by_name AS "endedBy", e.ended_at AS "endedAt"
  FROM allowance a LEFT JOIN allowance_end e ON e.office_id = a.office_id AND e.hash = a.hash AND e.number = a.number`
const BY_NEWEST = 'ORDER BY a.office_id, a.hash, a.number DESC'

type Row = EditionHash & {
  readonly number: number
  readonly reason: string
  readonly by: string
  readonly at: string
  readonly findings: string
  readonly how: 'USED' | 'WITHDRAWN' | null
  readonly endedBy: string | null
  readonly endedAt: string | null
}

function stored({ how, endedBy, endedAt, findings, ...row }: Row): StoredAllowance {
  return {
    ...row,
    findings: JSON.parse(findings) as readonly PrivacyFinding[],
    end: how === null || endedAt === null ? null : { how, by: endedBy, at: endedAt },
  }
}

/**
 * What of an office's editions is let in now, by their hash, each with what the person saw who allowed it. What was used goes on letting the
 * same text in; what was withdrawn does not.
 * @example new Map(await allowedNow(sql, officeId)).get(hash)
 */
export async function allowedNow(
  sql: Sql,
  officeId: number,
): Promise<readonly (readonly [string, readonly PrivacyFinding[]])[]> {
  const rows = await sql.query<Row>(`${NEWEST} WHERE a.office_id = $1 ${BY_NEWEST}`, [officeId])
  return rows
    .map(stored)
    .filter(({ end }) => end?.how !== 'WITHDRAWN')
    .map(({ hash, findings }) => [hash, findings])
}

/**
 * The newest allowance of each of these editions; those that never had one are left out.
 * @example (await allowancesOf(sql, [{ officeId: 3, hash }]))[0]?.reason
 */
export async function allowancesOf(
  sql: Sql,
  editions: readonly EditionHash[],
): Promise<readonly StoredAllowance[]> {
  if (editions.length === 0) return []
  const rows = await sql.query<Row>(
    `${NEWEST} WHERE (a.office_id, a.hash) IN (SELECT * FROM unnest($1::int[], $2::text[])) ${BY_NEWEST}`,
    [editions.map(({ officeId }) => officeId), editions.map(({ hash }) => hash)],
  )
  return rows.map(stored)
}

/**
 * The allowance an edition was taken in by; null when it needed none.
 * @example (await usedAllowance(sql, { officeId: 3, hash }))?.by
 */
export async function usedAllowance(sql: Sql, edition: EditionHash): Promise<AllowanceView | null> {
  const [newest] = await allowancesOf(sql, [edition])
  return newest?.end?.how === 'USED' ? viewOf(newest) : null
}

/**
 * An allowance as people see it: without its number and without what was found.
 * @example viewOf(stored).by
 */
export function viewOf({ by, reason, at, end }: StoredAllowance): AllowanceView {
  return { by, reason, at, end }
}

/**
 * Notes that editions were taken in because they were allowed; gives the hashes of those of which it was not on record yet.
 * @example await noteAllowancesUsed(sql, { officeId, at }, [hash])
 */
export async function noteAllowancesUsed(
  sql: Sql,
  { officeId, at }: { readonly officeId: number; readonly at: string },
  hashes: readonly string[],
): Promise<readonly string[]> {
  if (hashes.length === 0) return []
  const used = await sql.query<{ hash: string }>(
    `INSERT INTO allowance_end (office_id, hash, number, how, ended_at)
     SELECT a.office_id, a.hash, max(a.number), 'USED', $3 FROM allowance a WHERE a.office_id = $1 AND a.hash = ANY($2::text[])
     GROUP BY a.office_id, a.hash
     ON CONFLICT DO NOTHING RETURNING hash`,
    [officeId, hashes, at],
  )
  return used.map(({ hash }) => hash)
}

/**
 * What was found in a rejected edition when it was judged last; null when personal data was never its fault here.
 * @example await rejectedFindings(sql, { officeId: 3, hash })
 */
export async function rejectedFindings(
  sql: Sql,
  { officeId, hash }: EditionHash,
): Promise<readonly PrivacyFinding[] | null> {
  const [row] = await sql.query<{ findings: string }>(
    `SELECT findings FROM rejection WHERE office_id = $1 AND hash = $2 AND kind = 'EDITION' AND fault_code = 'record.personal-data'
     ORDER BY rejected_at COLLATE "C" DESC, sequence DESC, change DESC LIMIT 1`,
    [officeId, hash],
  )
  return row === undefined ? null : (JSON.parse(row.findings) as readonly PrivacyFinding[])
}
