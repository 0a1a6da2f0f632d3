import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { holdFile } from '../../platform/exclusive-file.ts'
import type { Reads } from '../../db/store.ts'
import type { StoredPackage } from '../../db/repos/exchange-repo.ts'
import { accept, refuse, type Refusal, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { outboxEntries, type OutboxEntries, outboxRows } from './outbox-entries.ts'
import { AttachmentDamaged, writePackage } from '../../sealed/write-package.ts'
import type { PackageView, WrittenPackageView } from './views.ts'

/** A package that is whole but has not got its number yet. */
const STAGED = '.staged'

/**
 * Where the packages of a data folder lie.
 * @example packagePath('/data', 'board-…-000001.zip')
 */
export function packagePath(dataFolder: string, fileName: string): string {
  return join(dataFolder, 'packages', fileName)
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
 * before the outbox is marked; a power cut between the two leaves a file that the next export replaces under the same
 * number. One export at a time in all processes of the data folder: two would take the same number and the same rows.
 * What stands on an item that now goes to the persons concerned only is held back and counted in the answer.
 * Needs HANDLER. Refuses `package.nothing-to-export`, `package.all-held-back`, `package.export-running`, and `package.attachment-damaged` with the
 * `indexNumber` of the notice and the `name` of its file when that is missing or no longer what was approved.
 * @example await exportPackage(deps, handler)
 */
export async function exportPackage(deps: Deps, principal: Principal): Promise<Result<WrittenPackageView>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const held = holdFile(join(deps.dataFolder, 'export.lock'))
  if (held === null) return refuse('package.export-running')
  try {
    return await exportHolding(deps, principal)
  } finally {
    held.letGo()
  }
}

async function exportHolding(deps: Deps, principal: Principal): Promise<Result<WrittenPackageView>> {
  const { read } = deps.store
  const office = read.office.office()
  const instance = read.office.instance()
  const auditHead = read.audit.newest()
  if (!office || !instance || !auditHead) return refuse('office.not-set-up')
  const { rows, heldBack } = outboxRows(read)
  if (rows.length === 0 && heldBack > 0) return refuse('package.all-held-back', { count: heldBack })
  if (rows.length === 0) return refuse('package.nothing-to-export')
  const newest = read.exchange.newestPackage()
  const sequence = (newest?.sequence ?? 0) + 1
  const createdAt = deps.clock.now()
  const fileName = `board-${office.uscc}-${String(sequence).padStart(6, '0')}.zip`
  await clearUnfinished(join(deps.dataFolder, 'packages'))
  const staged = packagePath(deps.dataFolder, `${fileName}.${randomUUID()}${STAGED}`)
  const entries = outboxEntries(deps, rows)
  try {
    const written = await writePackage({
      target: staged,
      manifestHead: {
        office: { name: office.name, uscc: office.uscc },
        instanceId: instance.id,
        sequence,
        previous: newest?.sealSha256 ?? null,
        createdAt,
        auditHead: { sequence: auditHead.sequence, hash: auditHead.hash },
      },
      entries: entries.all(),
      key: deps.packageKey(),
    })
    return deps.store.tx((write, readNow): Result<WrittenPackageView> => {
      // The lock keeps other exports out; a program that knows nothing of it must not be written over either.
      if ((readNow.exchange.newestPackage()?.sequence ?? 0) !== sequence - 1) {
        return refuse('package.export-running')
      }
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
      record(
        deps,
        write,
        principal,
        'package.export',
        { kind: 'package', id: String(sequence) },
        {
          sha256: written.sha256,
          editions: written.counts.editions,
          withdrawals: written.counts.withdrawals,
          ...(heldBack > 0 && { heldBack }),
        },
      )
      // Last, and inside: what lies there under this number was never marked as sent, and is replaced only together with it.
      renameSync(staged, packagePath(deps.dataFolder, fileName))
      flushFolderNow(join(deps.dataFolder, 'packages'))
      return accept({ ...viewOf(row, principal.name), heldBack })
    })
  } catch (error) {
    const damaged = damagedAttachment(error, entries)
    if (damaged !== null) return damaged
    throw error
  } finally {
    await rm(staged, { force: true })
  }
}

function damagedAttachment(error: unknown, entries: OutboxEntries): Refusal | null {
  const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
  const file = entries.attachmentInHand()
  if (file === null || !(missing || error instanceof AttachmentDamaged)) return null
  return refuse('package.attachment-damaged', { indexNumber: file.indexNumber, name: file.name })
}

/** Left over from exports that were killed; the lock says that nobody writes on them any more. */
async function clearUnfinished(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) {
    if (name.endsWith(STAGED) || name.endsWith('.partial')) await rm(join(folder, name), { force: true })
  }
}

function flushFolderNow(folder: string): void {
  // Windows cannot flush a folder; there the rename itself is journalled by NTFS.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
