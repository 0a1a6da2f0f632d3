import type { OfficeHeld } from '../../domain/exchange/package-place.ts'
import type { HeldMark } from '../../domain/exchange/receipt.ts'
import type { Sql } from '../db/sql.ts'

/** How far the county has got with an office. */
export type Standing = {
  readonly held: OfficeHeld['held']
  /** The change from which on something is missing; null without a gap. */
  readonly missingFrom: number | null
  readonly receiptNumber: number
}

type Row = {
  readonly instance_id: string | null
  readonly sequence: number | null
  readonly seal: string | null
  readonly change: number | null
  readonly audit_sequence: number | null
  readonly audit_hash: string | null
  readonly missing_from: number | null
  readonly receipt_number: number
}

/**
 * Reads an office's standing and holds its row until the transaction ends: of two processes that take in packages of one office, the second
 * waits here and then sees what the first has done.
 * @example const standing = await lockStanding(sql, officeId)
 */
export async function lockStanding(sql: Sql, officeId: number): Promise<Standing> {
  const [row] = await sql.query<Row>('SELECT * FROM office_standing WHERE office_id = $1 FOR UPDATE', [
    officeId,
  ])
  if (row === undefined) throw new Error(`office ${officeId} has no standing`)
  return standingOf(row)
}

/**
 * The office's standing as it is now, without holding it.
 * @example (await standingNow(sql, officeId)).held?.sequence
 */
export async function standingNow(sql: Sql, officeId: number): Promise<Standing> {
  const [row] = await sql.query<Row>('SELECT * FROM office_standing WHERE office_id = $1', [officeId])
  if (row === undefined) throw new Error(`office ${officeId} has no standing`)
  return standingOf(row)
}

function standingOf(row: Row): Standing {
  const { instance_id: instanceId, sequence, seal, change } = row
  const isHeld = instanceId !== null && sequence !== null && seal !== null && change !== null
  return {
    held: isHeld
      ? {
          instanceId,
          sequence,
          seal,
          change,
          auditHead: { sequence: row.audit_sequence ?? 0, hash: row.audit_hash ?? '' },
        }
      : null,
    missingFrom: row.missing_from,
    receiptNumber: row.receipt_number,
  }
}

/**
 * Moves an office's standing on to a package that was taken in.
 * @example await moveStanding(sql, officeId, held)
 */
export async function moveStanding(
  sql: Sql,
  officeId: number,
  held: HeldMark & { readonly auditHead: { readonly sequence: number; readonly hash: string } },
): Promise<void> {
  await sql.query(
    `UPDATE office_standing SET instance_id = $2, sequence = $3, seal = $4, change = $5, audit_sequence = $6, audit_hash = $7
     WHERE office_id = $1`,
    [
      officeId,
      held.instanceId,
      held.sequence,
      held.seal,
      held.change,
      held.auditHead.sequence,
      held.auditHead.hash,
    ],
  )
}

/**
 * Notes that something came from the office, and from which change on something is missing.
 * @example await noteContact(sql, officeId, null, deps.clock.now())
 */
export async function noteContact(
  sql: Sql,
  officeId: number,
  missingFrom: number | null,
  at: string,
): Promise<void> {
  await sql.query('UPDATE office_standing SET missing_from = $2, last_contact_at = $3 WHERE office_id = $1', [
    officeId,
    missingFrom,
    at,
  ])
}

/**
 * Everything `placePackage` asks for, of the packages it may ask about.
 * @example placePackage(await officeHeld(sql, office, standing, mark), mark)
 */
export async function officeHeld(
  sql: Sql,
  office: { readonly id: number; readonly expectedInstance: string | null },
  standing: Standing,
  mark: {
    readonly instance: { readonly id: string }
    readonly sequence: number
    readonly chain: readonly { readonly sequence: number }[]
  },
): Promise<OfficeHeld> {
  const former = await sql.query<{ instance_id: string }>(
    'SELECT instance_id FROM office_former_instance WHERE office_id = $1 ORDER BY ended_at, instance_id',
    [office.id],
  )
  const sequences = [mark.sequence, ...mark.chain.map(({ sequence }) => sequence)]
  const seals = await sql.query<{ sequence: number; seal: string }>(
    'SELECT sequence, seal FROM package WHERE office_id = $1 AND instance_id = $2 AND sequence = ANY($3::bigint[])',
    [office.id, mark.instance.id, sequences],
  )
  const known = new Map(seals.map(({ sequence, seal }) => [sequence, seal]))
  return {
    held: standing.held,
    formerInstances: former.map((row) => row.instance_id),
    expectedInstance: office.expectedInstance,
    sealOf: (instanceId, sequence) => (instanceId === mark.instance.id ? known.get(sequence) : undefined),
  }
}
