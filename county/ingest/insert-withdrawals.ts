import type { Sql } from '../db/sql.ts'
import type { Outcome, PackageOf } from './insert-editions.ts'
import type { JudgedWithdrawal } from './judged.ts'

type Held = {
  readonly index_number: string
  readonly edition_number: number
  readonly hash: string | null
  readonly withdrawn: string | null
}

/**
 * Takes a batch of withdrawals in and says of each what became of it. One that names another text than the one held is rejected: what it means
 * to take down is not what is there. One of an edition that never came is kept: should the edition come later, it stays down.
 * @example const outcomes = await insertWithdrawals(sql, pkg, batch.rows)
 */
export async function insertWithdrawals(
  sql: Sql,
  from: PackageOf,
  withdrawals: readonly JudgedWithdrawal[],
): Promise<readonly Outcome[]> {
  const held = await whatIsHeld(sql, from.officeId, withdrawals)
  const fresh: JudgedWithdrawal[] = []
  const outcomes = withdrawals.map((withdrawal): Outcome => {
    const key = keyOf(withdrawal.indexNumber, withdrawal.editionNumber)
    const here = held.get(key)
    const outcome = compare(withdrawal, here)
    if (outcome.fault !== null || outcome.remarks.includes('remark.known')) return outcome
    fresh.push(withdrawal)
    held.set(key, { hash: here?.hash ?? null, withdrawn: withdrawal.editionHash })
    return outcome
  })
  if (fresh.length > 0) await insertRows(sql, from, fresh)
  return outcomes
}

type Here = { readonly hash: string | null; readonly withdrawn: string | null }

function compare(withdrawal: JudgedWithdrawal, here: Here | undefined): Outcome {
  if (here?.withdrawn === withdrawal.editionHash) return { fault: null, remarks: ['remark.known'] }
  // Of what is held, whatever the rules are now: they may have changed since it was taken in, and a text must never stay up because of that.
  if (here?.hash === withdrawal.editionHash) return { fault: null, remarks: [] }
  if (withdrawal.fault !== null) return { fault: withdrawal.fault, remarks: [] }
  const other = here?.hash ?? here?.withdrawn ?? null
  if (other !== null && other !== withdrawal.editionHash) {
    return { fault: { code: 'record.withdrawal-differs', params: {} }, remarks: [] }
  }
  return { fault: null, remarks: ['remark.never-here'] }
}

function keyOf(indexNumber: string, editionNumber: number): string {
  return `${editionNumber} ${indexNumber}`
}

async function whatIsHeld(
  sql: Sql,
  officeId: number,
  withdrawals: readonly JudgedWithdrawal[],
): Promise<Map<string, Here>> {
  const rows = await sql.query<Held>(
    `SELECT index_number, edition_number, e.hash, w.edition_hash AS withdrawn
     FROM (SELECT index_number, edition_number, hash FROM edition WHERE office_id = $1 AND index_number = ANY($2::text[])) e
     FULL JOIN (SELECT index_number, edition_number, edition_hash FROM withdrawal WHERE office_id = $1 AND index_number = ANY($2::text[])) w
     USING (index_number, edition_number)`,
    [officeId, withdrawals.map(({ indexNumber }) => plain(indexNumber))],
  )
  return new Map(
    rows.map((row) => [
      keyOf(row.index_number, row.edition_number),
      { hash: row.hash, withdrawn: row.withdrawn },
    ]),
  )
}

function plain(text: string): string {
  return text.replaceAll('\0', '\ufffd')
}

async function insertRows(sql: Sql, from: PackageOf, rows: readonly JudgedWithdrawal[]): Promise<void> {
  await sql.query(
    `INSERT INTO withdrawal (office_id, instance_id, sequence, accepted_at, index_number, edition_number, edition_hash, title, withdrawn_at,
       reason, note, consolidated_into, change)
     SELECT $1, $2, $3, $4, * FROM unnest($5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[],
       $13::bigint[])`,
    [
      from.officeId,
      from.instanceId,
      from.sequence,
      from.at,
      rows.map((row) => row.indexNumber),
      rows.map((row) => row.editionNumber),
      rows.map((row) => row.editionHash),
      rows.map((row) => (row.title === null ? null : plain(row.title))),
      rows.map((row) => row.withdrawnAt),
      rows.map((row) => row.reason),
      rows.map((row) => plain(row.note)),
      rows.map((row) => (row.consolidatedInto === undefined ? null : plain(row.consolidatedInto))),
      rows.map((row) => row.change),
    ],
  )
}
