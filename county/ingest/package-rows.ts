import type { Sql } from '../db/sql.ts'
import type { ProvedPackage } from './judged.ts'

/** How a package came. */
export type PackageArrival = {
  readonly cameBy: 'FILE' | 'UPLOAD' | 'NETWORK'
  /** Bytes of the file as it came, encrypted or not. */
  readonly size: number
  readonly at: string
}

/** A package that is here and waits for earlier ones. */
export type WaitingPackage = {
  readonly instanceId: string
  readonly sequence: number
  readonly seal: string
  readonly firstChange: number
  /** The key that signed it. */
  readonly keyId: string
  readonly arrival: PackageArrival
}

/**
 * Writes what became of a package; one that waited is taken in now.
 * @example await keepPackage(sql, officeId, proved, arrival, { state: 'WAITING', accepted: 0, rejected: 0, at })
 */
export async function keepPackage(
  sql: Sql,
  officeId: number,
  { manifest, seal, keyId }: ProvedPackage,
  arrival: PackageArrival,
  outcome: {
    readonly state: 'APPLIED' | 'WAITING'
    readonly accepted: number
    readonly rejected: number
    readonly at: string
  },
): Promise<void> {
  const { instance, sequence, previous, changes, counts, claimedAt } = manifest
  await sql.query(
    `INSERT INTO package (office_id, instance_id, sequence, state, seal, previous, key_id, first_change, last_change, held_back,
       editions, withdrawals, statistics, attachments, accepted, rejected, claimed_at, size, came_by, received_at, applied_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
     ON CONFLICT (office_id, instance_id, sequence) DO UPDATE
       SET state = excluded.state, accepted = excluded.accepted, rejected = excluded.rejected, applied_at = excluded.applied_at`,
    [
      officeId,
      instance.id,
      sequence,
      outcome.state,
      seal,
      previous,
      keyId,
      changes.first,
      changes.last,
      changes.heldBack,
      counts.editions,
      counts.withdrawals,
      counts.statistics,
      counts.attachments,
      outcome.accepted,
      outcome.rejected,
      claimedAt,
      arrival.size,
      arrival.cameBy,
      arrival.at,
      outcome.state === 'APPLIED' ? outcome.at : null,
    ],
  )
}

/**
 * The change from which on something is missing, by all packages that ever came; null without a gap. One of a restored database waits for its
 * first change, whatever still comes of the former one. One that was here and could not be taken in is missing as if it had never come.
 * @example await missingFrom(sql, officeId, { instanceId, change: 12 }) // 13
 */
export async function missingFrom(
  sql: Sql,
  officeId: number,
  held: { readonly instanceId: string; readonly change: number } | null,
): Promise<number | null> {
  const change = held?.change ?? 0
  const rows = await sql.query<{ of_held: boolean }>(
    `SELECT DISTINCT instance_id = $2 AS of_held FROM package p WHERE office_id = $1 AND CASE
       WHEN instance_id = $2 THEN (state = 'WAITING' AND first_change > $3 + 1) OR (state = 'SUPERSEDED' AND last_change > $3)
       ELSE state = 'WAITING' AND NOT EXISTS (SELECT 1 FROM office_former_instance f
         WHERE f.office_id = p.office_id AND f.instance_id = p.instance_id) END`,
    [officeId, held?.instanceId ?? '', change],
  )
  if (rows.length === 0) return null
  return rows.every((row) => row.of_held) ? change + 1 : 1
}

/**
 * The packages of an office that wait, by number.
 * @example await waitingPackages(sql, officeId)
 */
export async function waitingPackages(sql: Sql, officeId: number): Promise<readonly WaitingPackage[]> {
  const rows = await sql.query<{
    instance_id: string
    sequence: number
    seal: string
    first_change: number
    key_id: string
    size: number
    came_by: PackageArrival['cameBy']
    received_at: string
  }>(
    `SELECT instance_id, sequence, seal, first_change, key_id, size, came_by, received_at FROM package
     WHERE office_id = $1 AND state = 'WAITING' ORDER BY instance_id, sequence`,
    [officeId],
  )
  return rows.map((row) => ({
    instanceId: row.instance_id,
    sequence: row.sequence,
    seal: row.seal,
    firstChange: row.first_change,
    keyId: row.key_id,
    arrival: { cameBy: row.came_by, size: row.size, at: row.received_at },
  }))
}

/**
 * A package that was given up because its file had been lost waits anew: the same file was handed in again. Nothing changes where a later one
 * has brought everything in it.
 * @example await waitAgain(sql, officeId, { instanceId, sequence: 3 }, held)
 */
export async function waitAgain(
  sql: Sql,
  officeId: number,
  { instanceId, sequence }: Pick<WaitingPackage, 'instanceId' | 'sequence'>,
  held: { readonly change: number } | null,
): Promise<void> {
  await sql.query(
    `UPDATE package SET state = 'WAITING'
     WHERE office_id = $1 AND instance_id = $2 AND sequence = $3 AND state = 'SUPERSEDED' AND last_change > $4`,
    [officeId, instanceId, sequence, held?.change ?? 0],
  )
}

/**
 * Notes that a package is waited for no more: a later one has brought everything in it, its file was lost, or its key was revoked.
 * @example await supersede(sql, officeId, waiting)
 */
export async function supersede(
  sql: Sql,
  officeId: number,
  { instanceId, sequence }: Pick<WaitingPackage, 'instanceId' | 'sequence'>,
): Promise<void> {
  await sql.query(
    `UPDATE package SET state = 'SUPERSEDED'
     WHERE office_id = $1 AND instance_id = $2 AND sequence = $3 AND state = 'WAITING'`,
    [officeId, instanceId, sequence],
  )
}
