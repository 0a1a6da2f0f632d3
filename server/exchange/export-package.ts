import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredPackage } from '../../db/repos/exchange-repo.ts'
import type { Reads, Writes } from '../../db/store.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { loadAgeIdentity } from '../../sealed/age-identity.ts'
import { record } from '../audit/record.ts'
import { databaseFile } from '../create-deps.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { expiryTime } from '../display/public-views.ts'
import { requireConfirmed } from '../office/restore-confirmation.ts'
import { nextPackageKey } from './enrolment/office-keys.ts'
import type { ExportSource, StagedPackage } from './export-file.ts'
import { offerLine, releasedChanges, travelRule, whereNext } from './export-plan.ts'
import { stageInThread } from './export-thread.ts'
import type { JobHandle, JobOutcome, StartedJob } from './job.ts'
import { listPackages } from './list-packages.ts'
import { packagePath } from './package-path.ts'
import type { WrittenPackageView } from './views.ts'

/** Times a package is begun anew because something it carries was taken down meanwhile. */
const TRIES = 3

/** What came of an export. */
export type Exported = JobOutcome & { readonly sequence: number; readonly heldBack: number }

/** `whole`: a snapshot, from the first change on. */
export type ExportOptions = { readonly whole?: boolean }

/**
 * Begins a signed package of everything published or withdrawn since the last one, in a thread of its own, from one snapshot. The file is whole, proved
 * and on the disk before the outbox is marked; a power cut between the two leaves a file that the next export replaces under the same
 * number. One job of the exchange at a time in all processes of the data folder: two would take the same number and the same changes.
 * Needs HANDLER. Refuses `package.export-running`; the job refuses as `stagePackage` does.
 * @example beginExport(deps, handler, {}).value.view.progress.step // 'PREPARE'
 */
export function beginExport(
  deps: Deps,
  principal: Principal,
  { whole = false }: ExportOptions = {},
): Result<StartedJob<Exported>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.exchangeJobs.start({ kind: 'EXPORT', by: principal, first: 'PREPARE' }, async (job) => {
    for (let time = 1; ; time++) {
      const exported = await exportOnce(deps, principal, whole, job)
      if (exported !== 'OVERTAKEN') return exported
      if (time === TRIES) return refuse('request.busy')
    }
  })
}

/**
 * The same, waiting for the end: for the command line and for sending over the network.
 * @example await exportPackage(deps, handler)
 */
export async function exportPackage(
  deps: Deps,
  principal: Principal,
  options: ExportOptions = {},
): Promise<Result<WrittenPackageView>> {
  const begun = beginExport(deps, principal, options)
  if (!begun.ok) return begun
  const exported = await begun.value.done
  if (!exported.ok) return exported
  const { sequence, heldBack } = exported.value
  const view = listPackages(deps.store.read, deps.clock.now()).find((one) => one.sequence === sequence)
  if (!view) throw new Error('the package was recorded a line above')
  return accept({ ...view, heldBack })
}

async function exportOnce(
  deps: Deps,
  principal: Principal,
  whole: boolean,
  job: JobHandle,
): Promise<Result<Exported> | 'OVERTAKEN'> {
  const folder = join(deps.dataFolder, 'packages')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const now = deps.clock.now()
  queueReleased(deps, now)
  const staged = await stageInThread(
    {
      database: databaseFile(deps.dataFolder),
      dataFolder: deps.dataFolder,
      version: deps.version,
      now,
      whole,
      key: deps.packageKey(),
      nextKey: await announcedKey(deps.dataFolder),
      free: (await deps.diskSpace(folder))?.free ?? null,
    },
    job,
  )
  if (!staged.ok) return staged
  const { staged: passage, size } = staged.value
  try {
    if (job.signal.aborted) return refuse('package.export-cancelled')
    job.report({ step: 'RECORD', done: size, total: size, bytes: size })
    return recordPackage(deps, principal, staged.value, { createdAt: now, whole })
  } finally {
    await rm(passage, { force: true })
  }
}

/** What was passed over and may go now gets a new number; should the export come to nothing, it waits under that one. */
function queueReleased(deps: Deps, now: string): void {
  deps.store.tx((write, read) => {
    const line = offerLine(read)
    if (line === null || !requireConfirmed(read).ok) return
    for (const { kind, editionId } of releasedChanges(read, line, now))
      write.exchange.queue(kind, editionId, now)
  })
}

/** The key that was announced and does not sign yet, as packages say it. */
async function announcedKey(dataFolder: string): Promise<ExportSource['nextKey']> {
  const next = nextPackageKey(dataFolder)
  if (next === null) return null
  const publicKey = next.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return { keyId: next.keyId, publicKey, recipient: (await loadAgeIdentity(dataFolder)).recipient }
}

/** What was put into the package and must not leave the office any more. `since`: as of when it was put together. */
function isOvertaken(
  read: Reads,
  { last, carried }: StagedPackage,
  { since, now }: { readonly since: string; readonly now: string },
): boolean {
  const rule = travelRule(read, now)
  const withdrawn = read.exchange.withdrawnSince(last)
  const closable =
    read.placement.withheld().length > 0 ||
    withdrawn.size > 0 ||
    read.editionRecord.ranOut(expiryTime(read, now), since).size > 0
  if (!closable) return false
  const sent = new Set(carried)
  return read.exchange
    .between(carried[0] ?? 0, last)
    .some(
      (row) =>
        sent.has(row.id) && row.kind === 'EDITION' && (rule(row) !== 'GOES' || withdrawn.has(row.editionId)),
    )
}

/** A wish to be offered everything again, a restored county or another one came while it was written: recording it would answer that. */
function startsElsewhere(read: Reads, staged: StagedPackage, whole: boolean): boolean {
  const line = offerLine(read)
  if (line === null || (line.county?.cardId ?? null) !== staged.countyCardId) return true
  const { first, reason } = whereNext(read, line, whole)
  return first !== staged.first || reason !== staged.reason
}

function recordPackage(
  deps: Deps,
  principal: Principal,
  staged: StagedPackage,
  { createdAt, whole }: { readonly createdAt: string; readonly whole: boolean },
): Result<Exported> | 'OVERTAKEN' {
  return deps.store.tx((write, read): Result<Exported> | 'OVERTAKEN' => {
    // The lock keeps other exports out; a program that knows nothing of it must not be written over either.
    if ((read.exchange.newestPackage()?.sequence ?? 0) !== staged.sequence - 1) {
      return refuse('package.export-running')
    }
    if (
      read.office.instance()?.id !== staged.instanceId ||
      startsElsewhere(read, staged, whole) ||
      isOvertaken(read, staged, { since: createdAt, now: deps.clock.now() })
    )
      return 'OVERTAKEN'
    insert(write, principal, staged, createdAt)
    const { sequence, sha256, counts, heldForPersons, reason } = staged
    record(
      deps,
      write,
      principal,
      'package.export',
      { kind: 'package', id: String(sequence) },
      {
        sha256,
        editions: counts.editions,
        withdrawals: counts.withdrawals,
        offerReason: reason,
        ...(heldForPersons > 0 && { heldBack: heldForPersons }),
      },
    )
    // Last, and inside: what lies there under this number was never marked as sent, and is replaced only together with it.
    renameSync(staged.staged, packagePath(deps.dataFolder, staged.fileName))
    flushFolderNow(join(deps.dataFolder, 'packages'))
    return accept({ sequence, place: null, heldBack: heldForPersons })
  })
}

function insert(write: Writes, principal: Principal, staged: StagedPackage, createdAt: string): void {
  const { sequence, counts } = staged
  const row: StoredPackage = {
    sequence,
    fileName: staged.fileName,
    sha256: staged.sha256,
    sealSha256: staged.seal,
    size: staged.size,
    editionCount: counts.editions,
    withdrawalCount: counts.withdrawals,
    createdBy: principal.id,
    createdAt,
  }
  write.exchange.insertPackage(
    row,
    {
      sequence,
      instanceId: staged.instanceId,
      firstChange: staged.first,
      lastChange: staged.last,
      heldBack: staged.heldBack.length,
      reason: staged.reason,
      statisticCount: counts.statistics,
      attachmentCount: counts.attachments,
      statisticsSha256: staged.statisticsSha256,
      plainSha256: staged.plainSha256,
      countyCardId: staged.countyCardId,
      nextKeyId: staged.nextKeyId,
    },
    staged.carried,
    staged.heldBack,
  )
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
