import type { RecordFault } from '../../domain/exchange/judge-edition.ts'
import type { RecordRemarkCode } from '../../domain/exchange/record-fault.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Sql, SqlValue } from '../db/sql.ts'
import type { JudgedEdition } from './judged.ts'

/** The package that rows come from. */
export type PackageOf = {
  readonly officeId: number
  readonly instanceId: string
  readonly sequence: number
  /** When it is taken in. */
  readonly at: string
}

/** What became of one change. */
export type Outcome = {
  readonly fault: RecordFault | null
  readonly remarks: readonly RecordRemarkCode[]
}

type Withdrawn = { readonly hash: string; readonly at: string; readonly reason: string }

/** What the county holds that bears on a batch of editions. */
type Beside = {
  /** Hash of what is held under an index number and edition number, by `keyOf`. */
  readonly held: Map<string, string>
  /** What was taken down, by `keyOf`; it may never have come. */
  readonly withdrawn: ReadonlyMap<string, Withdrawn>
  /** Index numbers that other offices use. */
  readonly taken: ReadonlySet<string>
  /** Index numbers by the hash of a text that is held. */
  readonly sameText: Map<string, string>
}

function keyOf(edition: { readonly indexNumber: string; readonly editionNumber: number }): string {
  return `${edition.editionNumber} ${edition.indexNumber}`
}

/**
 * Takes a batch of judged editions in: compares them with what is held, writes those that are new and accepted, and says of each what became
 * of it. Refuses nothing: a rejected one is an outcome.
 * @example const outcomes = await insertEditions(sql, pkg, batch.rows)
 */
export async function insertEditions(
  sql: Sql,
  from: PackageOf,
  editions: readonly JudgedEdition[],
): Promise<readonly Outcome[]> {
  const beside = await whatIsHeld(sql, from.officeId, editions)
  const fresh: (JudgedEdition & { readonly remarks: readonly RecordRemarkCode[] })[] = []
  const outcomes = editions.map((edition): Outcome => {
    const outcome = compare(edition, beside)
    if (outcome.fault !== null || outcome.remarks.includes('remark.known')) return outcome
    fresh.push({ ...edition, remarks: outcome.remarks })
    // The next one in this batch is compared with it.
    beside.held.set(keyOf(edition), edition.hash)
    if (!beside.sameText.has(edition.hash)) beside.sameText.set(edition.hash, edition.indexNumber)
    return outcome
  })
  if (fresh.length > 0) await insertRows(sql, from, fresh)
  return outcomes
}

/**
 * What is held already is accepted whatever the rules are now: they may have changed since, and it was never taken back. What was taken down is not:
 * an office that knows of it sends the tombstone alone, so one that offers it shows it to the public again.
 */
function compare(edition: JudgedEdition, { held, withdrawn, taken, sameText }: Beside): Outcome {
  const down = withdrawn.get(keyOf(edition))
  if (down?.hash === edition.hash) {
    const params = { reason: down.reason, withdrawnOn: civilDateOf(down.at) }
    return { fault: { code: 'record.withdrawn', params }, remarks: edition.remarks }
  }
  const here = held.get(keyOf(edition)) ?? down?.hash
  if (here === edition.hash) return { fault: null, remarks: ['remark.known'] }
  if (edition.fault !== null) return { fault: edition.fault, remarks: edition.remarks }
  const fault = here !== undefined ? 'edition-differs' : taken.has(edition.indexNumber) ? 'taken' : null
  if (fault !== null) {
    const code = fault === 'taken' ? 'record.index-number-taken' : 'record.edition-differs'
    return { fault: { code, params: {} }, remarks: edition.remarks }
  }
  const same = sameText.get(edition.hash)
  const remarks: readonly RecordRemarkCode[] =
    same === undefined || same === edition.indexNumber
      ? edition.remarks
      : [...edition.remarks, 'remark.same-text']
  return { fault: null, remarks }
}

async function whatIsHeld(sql: Sql, officeId: number, editions: readonly JudgedEdition[]): Promise<Beside> {
  const indexNumbers = editions.map(({ indexNumber }) => plain(indexNumber))
  const rows = await sql.query<{
    office_id: number
    index_number: string
    edition_number: number
    hash: string
  }>(
    `SELECT office_id, index_number, edition_number, hash FROM edition WHERE index_number = ANY($1::text[])`,
    [indexNumbers],
  )
  const own = rows.filter((row) => row.office_id === officeId)
  const others = rows.filter((row) => row.office_id !== officeId)
  const same = await sql.query<{ hash: string; index_number: string }>(
    'SELECT hash, min(index_number) AS index_number FROM edition WHERE office_id = $1 AND hash = ANY($2::text[]) GROUP BY hash',
    [officeId, editions.map(({ hash }) => hash)],
  )
  const down = await sql.query<{
    index_number: string
    edition_number: number
    edition_hash: string
    withdrawn_at: string
    reason: string
  }>(
    `SELECT index_number, edition_number, edition_hash, withdrawn_at, reason FROM withdrawal
     WHERE office_id = $1 AND index_number = ANY($2::text[])`,
    [officeId, indexNumbers],
  )
  return {
    withdrawn: new Map(
      down.map((row) => [
        keyOf({ indexNumber: row.index_number, editionNumber: row.edition_number }),
        { hash: row.edition_hash, at: row.withdrawn_at, reason: row.reason },
      ]),
    ),
    held: new Map(
      own.map((row) => [
        keyOf({ indexNumber: row.index_number, editionNumber: row.edition_number }),
        row.hash,
      ]),
    ),
    taken: new Set(others.map((row) => row.index_number)),
    sameText: new Map(same.map((row) => [row.hash, row.index_number])),
  }
}

/** PostgreSQL holds no U+0000; a text that has one keeps its place and length. */
function plain(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text
}

function optional(text: string | null): string | null {
  return text === null ? null : plain(text)
}

async function insertRows(
  sql: Sql,
  from: PackageOf,
  rows: readonly (JudgedEdition & { readonly remarks: readonly RecordRemarkCode[] })[],
): Promise<void> {
  const column = (value: (row: JudgedEdition) => string | number | null): SqlValue => rows.map(value)
  await sql.query(
    `INSERT INTO edition (office_id, instance_id, sequence, accepted_at, index_number, edition_number, hash, supersedes, published_at,
       title, unit, unit_kind, notice_kind, catalogue, level1, level2, document_number, document_date, issue_date, expires_at,
       change_kind, content, change, remarks)
     SELECT $1, $2, $3, $4, index_number, edition_number, hash, supersedes, published_at,
       title, unit, unit_kind, notice_kind, catalogue, level1, level2, document_number, document_date, issue_date, expires_at,
       change_kind, content, change, string_to_array(remarks, ' ')
     FROM unnest($5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[],
       $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[], $21::text[], string_to_array($22, chr(10)),
       $23::bigint[], $24::text[])
     AS offered (index_number, edition_number, hash, supersedes, published_at, title, unit, unit_kind, notice_kind, catalogue,
       level1, level2, document_number, document_date, issue_date, expires_at, change_kind, content, change, remarks)`,
    [
      from.officeId,
      from.instanceId,
      from.sequence,
      from.at,
      column((row) => row.indexNumber),
      column((row) => row.editionNumber),
      column((row) => row.hash),
      column((row) => row.supersedes),
      column((row) => row.publishedAt),
      column((row) => plain(row.title)),
      column((row) => plain(row.unit)),
      column((row) => row.unitKind),
      column((row) => row.noticeKind),
      column((row) => optional(row.catalogue)),
      column((row) => optional(row.level1)),
      column((row) => optional(row.level2)),
      column((row) => plain(row.documentNumber)),
      column((row) => row.documentDate),
      column((row) => row.issueDate),
      column((row) => row.expiresAt),
      column((row) => row.changeKind),
      // One text instead of an array, whose elements would all be escaped: JSON in canonical form holds no line end.
      rows.map((row) => row.content).join('\n'),
      column((row) => row.change),
      column((row) => row.remarks.join(' ')),
    ],
  )
  const files = rows.flatMap(({ attachments, indexNumber, editionNumber }) =>
    attachments.map((file) => ({ ...file, indexNumber, editionNumber })),
  )
  if (files.length === 0) return
  await sql.query(
    `INSERT INTO attachment (office_id, index_number, edition_number, attachment_id, sha256, name, media_type, size, role)
     SELECT $1, * FROM unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::text[])
     ON CONFLICT DO NOTHING`,
    [
      from.officeId,
      files.map((file) => file.indexNumber),
      files.map((file) => file.editionNumber),
      files.map((file) => plain(file.id)),
      files.map((file) => file.sha256),
      files.map((file) => plain(file.name)),
      files.map((file) => plain(file.mediaType)),
      files.map((file) => file.size),
      files.map((file) => file.role),
    ],
  )
}
