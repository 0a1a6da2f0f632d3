import type { Receipt } from '../../domain/exchange/receipt.ts'
import { writeReceipt } from '../../sealed/receipt.ts'
import type { CountyDeps } from '../deps.ts'
import type { Sql } from '../db/sql.ts'
import type { CountySelf } from '../office/county-repo.ts'
import type { EnrolledOffice } from '../office/office-repo.ts'
import { standingNow } from '../office/standing.ts'

/** A receipt as it is kept. */
export type StoredReceipt = {
  readonly officeId: number
  readonly number: number
  readonly instanceId: string
  readonly sequence: number
  readonly verdict: Receipt['verdict']
  readonly claimedAt: string
  /** The signed text, to the letter as it was first given. */
  readonly document: string
}

const COLUMNS = `office_id AS "officeId", number, instance_id AS "instanceId", sequence, verdict, claimed_at AS "claimedAt", document`

/** What a receipt says beyond who answers to whom and how the county stands. */
export type ReceiptBody = Pick<Receipt, 'package' | 'verdict' | 'counts' | 'items' | 'unknown'>

/**
 * Numbers, signs and keeps a receipt in the transaction whose work it answers for; the office's standing has to be as it is after it.
 * @example const receipt = await addReceipt(deps, sql, { county, office, officeKeyId }, body)
 */
export async function addReceipt(
  deps: Pick<CountyDeps, 'clock' | 'key'>,
  sql: Sql,
  parties: {
    readonly county: CountySelf
    readonly office: EnrolledOffice
    /** The office's key that counts from now on. */
    readonly officeKeyId: string
  },
  body: ReceiptBody,
): Promise<StoredReceipt> {
  const { county, office, officeKeyId } = parties
  const [counted] = await sql.query<{ receipt_number: number }>(
    'UPDATE office_standing SET receipt_number = receipt_number + 1 WHERE office_id = $1 RETURNING receipt_number',
    [office.id],
  )
  if (counted === undefined) throw new Error(`office ${office.id} has no standing`)
  const { held, missingFrom } = await standingNow(sql, office.id)
  const waiting = await waitingSequences(sql, office.id)
  const claimedAt = deps.clock.now()
  const receipt: Receipt = {
    format: 'board-receipt/1',
    county: { name: county.name, code: county.code, instance: county.instance },
    office: { name: office.name, uscc: office.uscc },
    number: counted.receipt_number,
    claimedAt,
    ...body,
    held: held && {
      instanceId: held.instanceId,
      sequence: held.sequence,
      seal: held.seal,
      change: held.change,
    },
    waiting,
    missingFrom,
    officeKeyId,
  }
  const stored: StoredReceipt = {
    officeId: office.id,
    number: receipt.number,
    instanceId: receipt.package.instanceId,
    sequence: receipt.package.sequence,
    verdict: receipt.verdict,
    claimedAt,
    document: writeReceipt(receipt, deps.key),
  }
  await sql.query(
    `INSERT INTO receipt (office_id, county_instance_id, number, instance_id, sequence, verdict, claimed_at, document)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      stored.officeId,
      county.instance.id,
      stored.number,
      stored.instanceId,
      stored.sequence,
      stored.verdict,
      stored.claimedAt,
      stored.document,
    ],
  )
  await sql.query(`SELECT nextval('receipt_mark')`)
  return stored
}

async function waitingSequences(sql: Sql, officeId: number): Promise<readonly number[]> {
  const rows = await sql.query<{ sequence: number }>(
    `SELECT DISTINCT sequence FROM package WHERE office_id = $1 AND state = 'WAITING' ORDER BY sequence`,
    [officeId],
  )
  return rows.map((row) => row.sequence)
}

/**
 * All receipts about a package, the first first: one that was held has a second after it was taken in.
 * @example (await receiptsOf(sql, officeId, instanceId, 7)).at(-1)
 */
export async function receiptsOf(
  sql: Sql,
  officeId: number,
  instanceId: string,
  sequence: number,
): Promise<readonly StoredReceipt[]> {
  return sql.query<StoredReceipt>(
    `SELECT ${COLUMNS} FROM receipt WHERE office_id = $1 AND instance_id = $2 AND sequence = $3 ORDER BY number`,
    [officeId, instanceId, sequence],
  )
}

/**
 * An office's receipts after a number, the oldest first: what it has not taken in yet goes along again.
 * @example await receiptsSince(sql, officeId, 12)
 */
export async function receiptsSince(
  sql: Sql,
  officeId: number,
  after: number,
): Promise<readonly StoredReceipt[]> {
  return sql.query<StoredReceipt>(
    `SELECT ${COLUMNS} FROM receipt WHERE office_id = $1 AND number > $2 ORDER BY number`,
    [officeId, after],
  )
}

/**
 * One receipt by its number; undefined when there is none.
 * @example await receiptByNumber(sql, officeId, 7)
 */
export async function receiptByNumber(
  sql: Sql,
  officeId: number,
  number: number,
): Promise<StoredReceipt | undefined> {
  const [row] = await sql.query<StoredReceipt>(
    `SELECT ${COLUMNS} FROM receipt WHERE office_id = $1 AND number = $2`,
    [officeId, number],
  )
  return row
}
