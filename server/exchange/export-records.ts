import type { StoredOutboxRow } from '../../db/repos/exchange-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { EditionRecord, WithdrawalRecord } from '../../domain/exchange/package-records.ts'
import type { PublicContent } from '../../domain/notice/content.ts'

type RecordReads = Pick<Reads, 'edition' | 'editionRecord' | 'placement'>

/**
 * Editions as they travel, one at a time; one that was withdrawn meanwhile is void: its content must not leave the office any more,
 * and its tombstone goes alone.
 * @example for (const edition of editionRecords(read, rows)) …
 */
export function* editionRecords(
  read: RecordReads,
  rows: readonly StoredOutboxRow[],
): Generator<EditionRecord> {
  for (const row of rows) {
    if (row.kind !== 'EDITION') continue
    const edition = read.edition.byId(row.editionId)
    if (!edition || edition.state === 'WITHDRAWN') continue
    const former = read.edition
      .headsByIndexNumber(edition.indexNumber)
      .find((other) => other.editionNumber < edition.editionNumber)
    yield {
      format: 'board-edition-record/2',
      change: row.id,
      indexNumber: edition.indexNumber,
      editionNumber: edition.editionNumber,
      publishedAt: edition.publishedAt,
      supersedes: former?.hash ?? null,
      hash: edition.hash,
      content: JSON.parse(edition.content) as PublicContent,
    }
  }
}

/**
 * Tombstones as they travel, one at a time.
 * @example [...withdrawalRecords(read, rows)].length
 */
export function* withdrawalRecords(
  read: RecordReads,
  rows: readonly StoredOutboxRow[],
): Generator<WithdrawalRecord> {
  const closed = read.placement.closedEditions()
  for (const row of rows) {
    if (row.kind !== 'WITHDRAWAL') continue
    const edition = read.edition.byId(row.editionId)
    const withdrawal = read.edition.withdrawal(row.editionId)
    if (!edition || !withdrawal) throw new Error('an outbox row names a withdrawal that exists')
    const into = read.editionRecord.withdrawalDetail(edition.id)?.consolidatedInto
    yield {
      format: 'board-withdrawal/2',
      change: row.id,
      indexNumber: edition.indexNumber,
      editionNumber: edition.editionNumber,
      editionHash: edition.hash,
      title: withdrawal.hideTitle || closed.has(edition.id) ? null : edition.title,
      withdrawnAt: withdrawal.at,
      reason: withdrawal.reason,
      // Written for those the notice was for.
      note: closed.has(edition.id) ? '' : withdrawal.note,
      ...(into && { consolidatedInto: into }),
    }
  }
}
