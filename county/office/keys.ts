import { createHash } from 'node:crypto'
import type { NextKey } from '../../domain/exchange/package-records.ts'
import type { Sql } from '../db/sql.ts'
import { keyById, keysOf } from './office-repo.ts'

/** A key as an office's card or package tells it. */
export type ToldKey = {
  readonly keyId: string
  /** Ed25519, SPKI DER in Base64. */
  readonly publicKey: string
  readonly recipient: string
}

/**
 * The id of a key that is told by its bytes alone.
 * @example keyIdOfSpki(nextKey.publicKey) // '3f1c…'
 */
export function keyIdOfSpki(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')
}

/**
 * Adds a key that is believed from now on, or lets one that its successor had replaced count again.
 * @example await addKey(sql, officeId, key, 'CARD', deps.clock.now())
 */
export async function addKey(
  sql: Sql,
  officeId: number,
  key: ToldKey,
  cameBy: 'CARD' | 'PACKAGE',
  at: string,
): Promise<void> {
  await sql.query(
    `INSERT INTO office_key (office_id, position, key_id, public_key, recipient, state, came_by, since)
     SELECT $1, coalesce(max(position), 0) + 1, $2, $3, $4, 'ACTIVE', $5, $6 FROM office_key WHERE office_id = $1
     ON CONFLICT (office_id, key_id) DO UPDATE SET position = excluded.position, recipient = excluded.recipient, state = 'ACTIVE',
       came_by = excluded.came_by, since = excluded.since, ended_at = NULL, ended_by = NULL, reason = NULL`,
    [officeId, key.keyId, key.publicKey, key.recipient, cameBy, at],
  )
}

/**
 * Registers the key a package announces, unless it is known or another office's; says whether it is new. The package was signed by a key that
 * is believed, so whoever holds that one vouches for the next.
 * @example if (await registerNextKey(sql, officeId, manifest.nextKey, at)) …
 */
export async function registerNextKey(
  sql: Sql,
  officeId: number,
  next: NextKey | null,
  at: string,
): Promise<boolean> {
  if (next === null) return false
  const keyId = keyIdOfSpki(next.publicKey)
  if ((await keyById(sql, keyId)) !== undefined) return false
  await addKey(sql, officeId, { keyId, ...next }, 'PACKAGE', at)
  return true
}

/**
 * Ends the keys that a package's key has replaced: once the new one has signed, the former ones sign no more. Gives their ids.
 * @example await endFormerKeys(sql, officeId, proved.keyId, at)
 */
export async function endFormerKeys(
  sql: Sql,
  officeId: number,
  keyId: string,
  at: string,
): Promise<readonly string[]> {
  const rows = await sql.query<{ key_id: string }>(
    `UPDATE office_key SET state = 'REVOKED', ended_by = 'REPLACED', ended_at = $3
     WHERE office_id = $1 AND state = 'ACTIVE'
       AND position < (SELECT position FROM office_key WHERE office_id = $1 AND key_id = $2)
     RETURNING key_id`,
    [officeId, keyId, at],
  )
  return rows.map((row) => row.key_id)
}

/**
 * The id of the key that counts from now on: the newest active one; the empty text when all are revoked.
 * @example await countingKey(sql, officeId)
 */
export async function countingKey(sql: Sql, officeId: number): Promise<string> {
  return (await keysOf(sql, officeId)).find(({ state }) => state === 'ACTIVE')?.keyId ?? ''
}
