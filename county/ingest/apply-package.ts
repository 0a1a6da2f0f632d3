import { cleanIndexNumber } from '../../domain/exchange/clean-index-number.ts'
import type { ChangeKind } from '../../domain/exchange/package-records.ts'
import type { PrivacyFinding } from '../../domain/exchange/privacy-finding.ts'
import type { ReceiptItem, UnknownEdition } from '../../domain/exchange/receipt.ts'
import { civilDateOf } from '../../platform/clock.ts'
import { noteAllowancesUsed } from '../allowance/allowance-repo.ts'
import { record } from '../audit/audit.ts'
import type { Sql } from '../db/sql.ts'
import type { CountyDeps } from '../deps.ts'
import type { CountySelf } from '../office/county-repo.ts'
import { countingKey, endFormerKeys, registerNextKey } from '../office/keys.ts'
import type { EnrolledOffice } from '../office/office-repo.ts'
import { moveStanding, noteContact } from '../office/standing.ts'
import { addReceipt, type StoredReceipt } from '../receipt/receipts.ts'
import { insertEditions, type Outcome, type PackageOf } from './insert-editions.ts'
import { clearStatistics, insertStatistics } from './insert-statistics.ts'
import { insertWithdrawals } from './insert-withdrawals.ts'
import { judgingRules } from './judging-rules.ts'
import type { JudgeThread } from './judge-thread.ts'
import type { ProvedPackage } from './judged.ts'
import { editionsNotOffered, type OfferedEdition } from './not-offered.ts'
import { keepPackage, missingFrom, type PackageArrival } from './package-rows.ts'

/** What taking a package in needs: who sent it to whom, and where it is read. */
export type Taking = {
  readonly county: CountySelf
  readonly office: EnrolledOffice
  readonly proved: ProvedPackage
  readonly thread: JudgeThread
  readonly arrival: PackageArrival
  readonly actor: string
}

type Judged = { readonly change: number; readonly indexNumber: string; readonly editionNumber: number }

/**
 * Takes a package in whose turn it is, row by row: what is accepted, what is rejected and why, files, statistics, keys, standing and the
 * receipt, all within the caller's transaction. Files are on the disk before the transaction ends; one whose row is missing harms nobody.
 * @example const receipt = await applyPackage(deps, sql, taking, 'NEXT')
 */
export async function applyPackage(
  deps: CountyDeps,
  sql: Sql,
  taking: Taking,
  place: 'NEXT' | 'NEW_INSTANCE',
): Promise<StoredReceipt> {
  const { county, office, proved, arrival, actor } = taking
  const { manifest, seal, keyId } = proved
  const at = deps.clock.now()
  const from: PackageOf = {
    officeId: office.id,
    instanceId: manifest.instance.id,
    sequence: manifest.sequence,
    at,
  }
  if (place === 'NEW_INSTANCE') await giveUpInstance(sql, office.id, manifest.instance.id, at)
  const rows = await takeRows(deps, sql, taking, from)
  const unknown: readonly UnknownEdition[] =
    place === 'NEW_INSTANCE' ? await editionsNotOffered(sql, from, rows.offered) : []
  const accepted = rows.items.filter(({ result }) => result === 'ACCEPTED').length
  const rejected = rows.items.length - accepted
  await keepPackage(sql, office.id, proved, arrival, { state: 'APPLIED', accepted, rejected, at })
  const announced = await registerNextKey(sql, office.id, manifest.nextKey, at)
  const ended = await endFormerKeys(sql, office.id, keyId, at)
  const { first, last } = manifest.changes
  await moveStanding(sql, office.id, {
    instanceId: from.instanceId,
    sequence: from.sequence,
    seal,
    change: last,
    auditHead: manifest.auditHead,
  })
  const held = { instanceId: from.instanceId, change: last }
  await noteContact(sql, office.id, await missingFrom(sql, office.id, held), at)
  const receipt = await addReceipt(
    deps,
    sql,
    { county, office, officeKeyId: await countingKey(sql, office.id) },
    {
      package: { instanceId: from.instanceId, sequence: from.sequence, seal, changes: { first, last } },
      verdict: rejected > 0 ? 'PARTLY_REJECTED' : 'ACCEPTED',
      counts: { ...manifest.counts, accepted, rejected },
      items: rows.items,
      unknown,
    },
  )
  await record(deps, sql, {
    actor,
    action: 'package.taken-in',
    office: office.id,
    detail: { ...from, accepted, rejected, unknown: unknown.length, receipt: receipt.number },
  })
  if (announced || ended.length > 0) {
    await record(deps, sql, {
      actor,
      action: 'office.key-changed',
      office: office.id,
      detail: { announced, ended: ended.join(' ') },
    })
  }
  return receipt
}

async function giveUpInstance(sql: Sql, officeId: number, by: string, at: string): Promise<void> {
  await sql.query(
    `INSERT INTO office_former_instance (office_id, instance_id, ended_at)
     SELECT office_id, instance_id, $2 FROM office_standing WHERE office_id = $1 AND instance_id IS NOT NULL
     ON CONFLICT DO NOTHING`,
    [officeId, at],
  )
  // What waited under the former instance has nothing to wait for any more.
  await sql.query(
    `UPDATE package SET state = 'SUPERSEDED' WHERE office_id = $1 AND state = 'WAITING' AND instance_id <> $2`,
    [officeId, by],
  )
  await sql.query('UPDATE office SET expected_instance = NULL WHERE id = $1 AND expected_instance = $2', [
    officeId,
    by,
  ])
}

async function takeRows(
  deps: CountyDeps,
  sql: Sql,
  taking: Taking,
  from: PackageOf,
): Promise<{ readonly items: readonly ReceiptItem[]; readonly offered: readonly OfferedEdition[] }> {
  const { office, proved, thread } = taking
  const items: ReceiptItem[] = []
  const offered: OfferedEdition[] = []
  const files = new Set<string>()
  let editions = 0
  const claimedDay = civilDateOf(proved.manifest.claimedAt)
  const counts = await clearStatistics(sql, office.id, claimedDay, civilDateOf(from.at))
  for await (const batch of thread.batches(await judgingRules(deps, sql, office))) {
    if (batch.kind === 'STATISTIC') {
      if (counts) await insertStatistics(sql, office.id, batch.rows)
      continue
    }
    const rows: readonly (Judged & { readonly hash: string })[] =
      batch.kind === 'EDITION' ? batch.rows : batch.rows.map((row) => ({ ...row, hash: row.editionHash }))
    const outcomes =
      batch.kind === 'EDITION'
        ? await insertEditions(sql, from, batch.rows)
        : await insertWithdrawals(sql, from, batch.rows)
    const answered = rows.map((row, at) => answerTo(batch.kind, row, outcomes[at]))
    const found = batch.kind === 'EDITION' ? batch.rows.map((row) => row.found) : []
    await insertRejections(sql, from, answered, found)
    await noteUsed(deps, sql, from, taking.actor, answered, found)
    for (const item of answered) items.push(item)
    for (const { indexNumber, editionNumber } of rows) offered.push({ indexNumber, editionNumber })
    if (batch.kind !== 'EDITION') continue
    editions += batch.rows.length
    for (const [at, { attachments }] of batch.rows.entries()) {
      if (outcomes[at]?.fault === null) for (const { sha256 } of attachments) files.add(sha256)
    }
  }
  await thread.keep(deps.dataFolder, [...files])
  if (editions > 0) {
    await sql.query('INSERT INTO words_pending (office_id, instance_id, sequence) VALUES ($1, $2, $3)', [
      from.officeId,
      from.instanceId,
      from.sequence,
    ])
  }
  return { items, offered }
}

function answerTo(
  kind: ChangeKind,
  row: Judged & { readonly hash: string },
  outcome: Outcome | undefined,
): ReceiptItem {
  if (outcome === undefined) throw new Error('every record has an outcome')
  const { change, editionNumber, hash } = row
  const { fault, remarks } = outcome
  const result = fault === null ? 'ACCEPTED' : 'REJECTED'
  const indexNumber = fault === null ? row.indexNumber : cleanIndexNumber(row.indexNumber)
  return { change, kind, indexNumber, editionNumber, hash, result, fault, remarks }
}

/** What was taken in because a person had allowed it; what was held before was not. */
async function noteUsed(
  deps: CountyDeps,
  sql: Sql,
  from: PackageOf,
  actor: string,
  items: readonly ReceiptItem[],
  found: readonly (readonly PrivacyFinding[])[],
): Promise<void> {
  const hashes = items.flatMap(({ hash, result, remarks }, at) =>
    result === 'ACCEPTED' && !remarks.includes('remark.known') && (found[at] ?? []).length > 0 ? [hash] : [],
  )
  for (const hash of await noteAllowancesUsed(sql, from, hashes)) {
    const detail = { hash, sequence: from.sequence }
    await record(deps, sql, { actor, action: 'allowance.used', office: from.officeId, detail })
  }
}

/** Longer than any honest one; what is longer would not fit into an index. */
const INDEX_NUMBER_LIMIT = 200

async function insertRejections(
  sql: Sql,
  from: PackageOf,
  items: readonly ReceiptItem[],
  found: readonly (readonly PrivacyFinding[])[],
): Promise<void> {
  const rejected = items
    .map((item, at) => ({ ...item, found: item.fault?.code === 'record.personal-data' ? found[at] : [] }))
    .filter(({ fault }) => fault !== null)
  if (rejected.length === 0) return
  await sql.query(
    `INSERT INTO rejection (office_id, instance_id, sequence, rejected_at, change, kind, index_number, edition_number, hash, fault_code,
       fault_params, findings)
     SELECT $1, $2, $3, $4, * FROM unnest($5::bigint[], $6::text[], $7::text[], $8::bigint[], $9::text[], $10::text[], $11::text[],
       $12::text[])`,
    [
      from.officeId,
      from.instanceId,
      from.sequence,
      from.at,
      rejected.map((item) => item.change),
      rejected.map((item) => item.kind),
      rejected.map((item) => item.indexNumber.slice(0, INDEX_NUMBER_LIMIT)),
      rejected.map((item) => item.editionNumber),
      rejected.map((item) => item.hash),
      rejected.map((item) => item.fault?.code ?? ''),
      rejected.map((item) => JSON.stringify(item.fault?.params ?? {})),
      rejected.map((item) => JSON.stringify(item.found ?? [])),
    ],
  )
}
