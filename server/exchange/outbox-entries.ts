import type { StoredOutboxRow } from '../../db/repos/exchange-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { EditionRecord, WithdrawalRecord } from '../../domain/exchange/package-records.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import type { Deps } from '../deps.ts'
import { heldBackNotices } from '../notice/published-against-scope.ts'
import type { PackageEntry } from '../../sealed/package-entry.ts'

/** The file that is being read for the package, by the notice it belongs to. */
export type AttachmentInHand = { readonly indexNumber: string; readonly name: string }

/** What waits, as entries of a package, and which file was opened last: when reading it fails, the notice can be named. */
export type OutboxEntries = {
  readonly all: () => Generator<PackageEntry>
  readonly attachmentInHand: () => AttachmentInHand | null
}

function editionEntries(
  deps: Pick<Deps, 'store' | 'blobs'>,
  row: StoredOutboxRow,
  take: (file: AttachmentInHand) => void,
): PackageEntry[] {
  const { edition: editions } = deps.store.read
  const edition = editions.byId(row.editionId)
  // Withdrawn before it was ever sent: its content must not leave the office any more; the tombstone goes alone.
  if (!edition || edition.state === 'WITHDRAWN') return []
  const content = JSON.parse(edition.content) as PublicContent
  const former = editions
    .byIndexNumber(edition.indexNumber)
    .find((other) => other.editionNumber < edition.editionNumber)
  const record: EditionRecord = {
    format: 'board-edition-record/1',
    indexNumber: edition.indexNumber,
    editionNumber: edition.editionNumber,
    publishedAt: edition.publishedAt,
    supersedes: former?.hash ?? null,
    hash: edition.hash,
    content,
  }
  return [
    ...content.attachments.map(({ sha256, name }): PackageEntry => ({
      kind: 'ATTACHMENT',
      sha256,
      open: () => {
        take({ indexNumber: edition.indexNumber, name })
        return deps.blobs.stream(sha256)
      },
    })),
    { kind: 'EDITION', edition: record },
  ]
}

function withdrawalEntry(read: Reads, row: StoredOutboxRow): PackageEntry {
  const edition = read.edition.byId(row.editionId)
  const withdrawal = read.edition.withdrawal(row.editionId)
  if (!edition || !withdrawal) throw new Error('an outbox row names a withdrawal that exists')
  const into = read.editionRecord.withdrawalDetail(edition.id)?.consolidatedInto
  const record: WithdrawalRecord = {
    format: 'board-withdrawal/1',
    indexNumber: edition.indexNumber,
    editionNumber: edition.editionNumber,
    editionHash: edition.hash,
    title: withdrawal.hideTitle || read.placement.closedEditions().has(edition.id) ? null : edition.title,
    withdrawnAt: withdrawal.at,
    reason: withdrawal.reason,
    note: withdrawal.note,
    ...(into && { consolidatedInto: into }),
  }
  return { kind: 'WITHDRAWAL', withdrawal: record }
}

/**
 * What waits in the outbox, apart from editions of notices that now go to the persons concerned only: those must not leave
 * the office, and wait until the notice is taken down or the catalogue gives its item back to the public. What is on paper
 * only does not travel at all; only what went out before it became so is called back.
 * @example outboxRows(read).heldBack // 0
 */
export function outboxRows(read: Reads): {
  readonly rows: readonly StoredOutboxRow[]
  readonly heldBack: number
} {
  const closed = read.placement.closedEditions()
  const sent = (row: StoredOutboxRow): boolean =>
    read.exchange.wasSent(row.editionId) && row.kind === 'WITHDRAWAL'
  const waiting = read.exchange
    .waiting()
    .filter((row) => closed.get(row.editionId) !== 'LIMITED_CIRCLE' || sent(row))
  const held = heldBackNotices(read)
  if (held.size === 0) return { rows: waiting, heldBack: 0 }
  const rows = waiting.filter(
    (row) => row.kind !== 'EDITION' || !held.has(read.edition.byId(row.editionId)?.noticeId ?? ''),
  )
  return { rows, heldBack: waiting.length - rows.length }
}

/**
 * Makes package entries of what waits in the outbox, one row at a time.
 * @example for (const entry of outboxEntries(deps, rows).all()) …
 */
export function outboxEntries(
  deps: Pick<Deps, 'store' | 'blobs'>,
  rows: readonly StoredOutboxRow[],
): OutboxEntries {
  let inHand: AttachmentInHand | null = null
  const take = (file: AttachmentInHand): void => {
    inHand = file
  }
  function* all(): Generator<PackageEntry> {
    for (const row of rows) {
      if (row.kind === 'EDITION') yield* editionEntries(deps, row, take)
      else yield withdrawalEntry(deps.store.read, row)
    }
  }
  return { all, attachmentInHand: () => inHand }
}
