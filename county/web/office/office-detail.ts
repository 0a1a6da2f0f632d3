import { hashWords } from '../../../domain/sheet/sheet-code.ts'
import { only, type Sql } from '../../db/sql.ts'
import { type Page, PAGE_ROWS, pageOf, readKey, writeKey } from '../page-of.ts'
import { officeRow } from './office-queries.ts'
import type { OfficeDetail, OfficeKeyView, PackageRow, ReceiptRow } from './views.ts'

/**
 * An office's own page; undefined when there is none.
 * @example await officeDetail(sql, now, 3)
 */
export async function officeDetail(sql: Sql, now: string, id: number): Promise<OfficeDetail | undefined> {
  const row = await officeRow(sql, now, id)
  if (row === undefined) return undefined
  const facts = only(
    await sql.query<{
      region_code: string
      index_templates: readonly string[]
      enrolled_at: string
      instance_id: string | null
      statistics_ahead: string | null
      former: number
      receipts: number
    }>(
      `SELECT o.region_code, o.index_templates, o.enrolled_at, s.instance_id, s.statistics_ahead,
         (SELECT count(*)::int FROM office_former_instance f WHERE f.office_id = o.id) AS former,
         (SELECT count(*)::int FROM receipt r WHERE r.office_id = o.id) AS receipts
       FROM office o LEFT JOIN office_standing s ON s.office_id = o.id WHERE o.id = $1`,
      [id],
    ),
  )
  const keys = await sql.query<Omit<OfficeKeyView, 'words'>>(
    `SELECT key_id AS "keyId", state, came_by AS "cameBy", since, ended_at AS "endedAt", reason
     FROM office_key WHERE office_id = $1 ORDER BY position DESC`,
    [id],
  )
  return {
    ...row,
    regionCode: facts.region_code,
    indexTemplates: facts.index_templates,
    enrolledAt: facts.enrolled_at,
    instanceId: facts.instance_id,
    statisticsAhead: facts.statistics_ahead,
    formerInstances: facts.former,
    receipts: facts.receipts,
    keys: keys.map((key) => ({ ...key, words: hashWords(key.keyId).join(' ') })),
  }
}

/**
 * A page of an office's packages, the newest that came first.
 * @example await packagePage(sql, 3)
 */
export async function packagePage(sql: Sql, id: number, after?: string): Promise<Page<PackageRow>> {
  const key = readKey(after, 'ttn')
  const rows = await sql.query<PackageRow>(
    `SELECT instance_id AS "instanceId", sequence, state, first_change AS "firstChange", last_change AS "lastChange",
       held_back AS "heldBack", editions, withdrawals, statistics, attachments, accepted, rejected,
       claimed_at AS "claimedAt", size, came_by AS "cameBy", received_at AS "receivedAt"
     FROM package WHERE office_id = $1
       AND ($2::text IS NULL OR (received_at, instance_id, sequence) < ($2::text, $3::text, $4::bigint))
     ORDER BY received_at DESC, instance_id DESC, sequence DESC LIMIT $5`,
    [id, key?.[0] ?? null, key?.[1] ?? null, key === null ? null : Number(key[2]), PAGE_ROWS + 1],
  )
  return pageOf(rows, (row) => writeKey([row.receivedAt, row.instanceId, row.sequence]))
}

/**
 * A page of an office's receipts, the newest first.
 * @example await receiptPage(sql, 3)
 */
export async function receiptPage(sql: Sql, id: number, after?: string): Promise<Page<ReceiptRow>> {
  const key = readKey(after, 'n')
  const rows = await sql.query<ReceiptRow>(
    `SELECT number, sequence, verdict, claimed_at AS "claimedAt" FROM receipt
     WHERE office_id = $1 AND ($2::bigint IS NULL OR number < $2::bigint) ORDER BY number DESC LIMIT $3`,
    [id, key === null ? null : Number(key[0]), PAGE_ROWS + 1],
  )
  return pageOf(rows, (row) => writeKey([row.number]))
}
