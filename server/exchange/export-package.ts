import { rm } from 'node:fs/promises'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Reads } from '../../db/store.ts'
import type { StoredOutboxRow, StoredPackage } from '../../db/repos/exchange-repo.ts'
import type { EditionRecord, WithdrawalRecord } from '../../domain/exchange/package-records.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import type { PackageEntry } from './package-entry.ts'
import { writePackage } from './write-package.ts'
import type { PackageView } from './views.ts'

/**
 * Where the packages of a data folder lie.
 * @example packagePath('/data', 'board-…-000001.zip')
 */
export function packagePath(dataFolder: string, fileName: string): string {
  return join(dataFolder, 'packages', fileName)
}

function editionEntries(deps: Pick<Deps, 'store' | 'blobs'>, row: StoredOutboxRow): PackageEntry[] {
  const { edition: editions } = deps.store.read
  const edition = editions.byId(row.editionId)
  // Withdrawn before it was ever sent: its content must not leave the office any more; the tombstone goes alone.
  if (!edition || edition.state === 'WITHDRAWN') return []
  const content = JSON.parse(edition.content) as PublicContent
  const former = editions.byIndexNumber(edition.indexNumber).find((other) => other.editionNumber < edition.editionNumber)
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
    ...content.attachments.map(
      ({ sha256 }): PackageEntry => ({ kind: 'ATTACHMENT', sha256, open: () => deps.blobs.stream(sha256) }),
    ),
    { kind: 'EDITION', edition: record },
  ]
}

function withdrawalEntry(read: Reads, row: StoredOutboxRow): PackageEntry {
  const edition = read.edition.byId(row.editionId)
  const withdrawal = read.edition.withdrawal(row.editionId)
  if (!edition || !withdrawal) throw new Error('an outbox row names a withdrawal that exists')
  const record: WithdrawalRecord = {
    format: 'board-withdrawal/1',
    indexNumber: edition.indexNumber,
    editionNumber: edition.editionNumber,
    editionHash: edition.hash,
    title: withdrawal.hideTitle ? null : edition.title,
    withdrawnAt: withdrawal.at,
    reason: withdrawal.reason,
    note: withdrawal.note,
  }
  return { kind: 'WITHDRAWAL', withdrawal: record }
}

function* entriesOf(deps: Pick<Deps, 'store' | 'blobs'>, rows: readonly StoredOutboxRow[]): Generator<PackageEntry> {
  for (const row of rows) {
    if (row.kind === 'EDITION') yield* editionEntries(deps, row)
    else yield withdrawalEntry(deps.store.read, row)
  }
}

function viewOf(row: StoredPackage, name: string): PackageView {
  return {
    sequence: row.sequence,
    fileName: row.fileName,
    createdAt: row.createdAt,
    createdBy: { id: row.createdBy, name },
    editionCount: row.editionCount,
    withdrawalCount: row.withdrawalCount,
    size: row.size,
    sha256: row.sha256,
  }
}

/**
 * The packages written so far, newest first.
 * @example listPackages(read)[0]?.sequence
 */
export function listPackages(read: Reads): PackageView[] {
  return read.exchange.packages().map((row) => viewOf(row, row.createdByName))
}

/**
 * Writes one signed package of everything published or withdrawn since the last one. The file is whole and on the disk
 * before the outbox is marked; a power cut between the two leaves a file that the next export writes again under the
 * same number. Needs HANDLER. Refuses `package.nothing-to-export`.
 * @example await exportPackage(deps, handler)
 */
export async function exportPackage(deps: Deps, principal: Principal): Promise<Result<PackageView>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const { read } = deps.store
  const office = read.office.office()
  const instance = read.office.instance()
  if (!office || !instance) return refuse('office.not-set-up')
  const rows = read.exchange.waiting()
  if (rows.length === 0) return refuse('package.nothing-to-export')
  const newest = read.exchange.newestPackage()
  const sequence = (newest?.sequence ?? 0) + 1
  const createdAt = deps.clock.now()
  const fileName = `board-${office.uscc}-${String(sequence).padStart(6, '0')}.zip`
  const target = packagePath(deps.dataFolder, fileName)
  mkdirSync(join(deps.dataFolder, 'packages'), { recursive: true })
  // What lies there under this number was never marked as sent.
  await rm(target, { force: true })
  const written = await writePackage({
    target,
    manifestHead: {
      office: { name: office.name, uscc: office.uscc },
      instanceId: instance.id,
      sequence,
      previous: newest?.sealSha256 ?? null,
      createdAt,
    },
    entries: entriesOf(deps, rows),
    key: deps.packageKey(),
  })
  return deps.store.tx((write): Result<PackageView> => {
    const row: StoredPackage = {
      sequence,
      fileName,
      sha256: written.sha256,
      sealSha256: written.seal,
      size: written.size,
      editionCount: written.counts.editions,
      withdrawalCount: written.counts.withdrawals,
      createdBy: principal.id,
      createdAt,
    }
    write.exchange.insertPackage(
      row,
      rows.map((waiting) => waiting.id),
    )
    record(deps, write, principal, 'package.export', { kind: 'package', id: String(sequence) }, {
      sha256: written.sha256,
      editions: written.counts.editions,
      withdrawals: written.counts.withdrawals,
    })
    return accept(viewOf(row, principal.name))
  })
}
