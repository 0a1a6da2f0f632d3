import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import type { OfferReason } from '../../domain/exchange/next-offer.ts'
import { packageFileName } from '../../domain/exchange/package-name.ts'
import type { ChainLink, NextKey, PackageCounts, PackageHead } from '../../domain/exchange/package-records.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Reads } from '../../db/store.ts'
import { type BlobStore } from '../../platform/blob-store.ts'
import { decryptFile, encryptFile } from '../../sealed/age-file.ts'
import type { AgeIdentity } from '../../sealed/age-identity.ts'
import { PACKAGE_LIMITS } from '../../sealed/package-limits.ts'
import type { PackageKey } from '../../sealed/package-key.ts'
import { verifyPackage } from '../../sealed/verify-package.ts'
import { AttachmentDamaged, writePackage, type PackageWritten } from '../../sealed/write-package.ts'
import { requireConfirmed } from '../office/restore-confirmation.ts'
import { type ExportPlan, offerLine, planExport } from './export-plan.ts'
import { editionRecords, withdrawalRecords } from './export-records.ts'
import type { JobProgress } from './job.ts'
import { statisticLines } from './statistic-lines.ts'

/** A package that is whole but has not got its number yet. */
const STAGED = '.staged'
/** What a line of statistics, a line of the manifest, and the rest of a package weigh at most, in bytes. */
const WEIGHT = { statistic: 800, attachment: 300, edition: 600, rest: 1 << 20 }

/** What a package is written from: one snapshot of the database, and the keys. */
export type ExportSource = {
  readonly read: Reads
  readonly blobs: Pick<BlobStore, 'stream'>
  readonly dataFolder: string
  readonly version: string
  /** Instant, UTC. */
  readonly now: string
  readonly key: PackageKey
  readonly identity: () => Promise<AgeIdentity>
  /** A key that is announced until the county has confirmed it. */
  readonly nextKey: (NextKey & { readonly keyId: string }) | null
  readonly whole: boolean
  /** Bytes where the packages lie; null when the disk does not say. */
  readonly free: number | null
  readonly signal: AbortSignal
  readonly report: (progress: JobProgress) => void
}

/** A package that lies there whole, proved, and under a name of passage. */
export type StagedPackage = {
  readonly staged: string
  readonly fileName: string
  readonly sequence: number
  readonly size: number
  readonly sha256: string
  readonly plainSha256: string
  readonly seal: string
  readonly counts: PackageCounts
  readonly statisticsSha256: string
  readonly instanceId: string
  readonly countyCardId: number | null
  readonly nextKeyId: string | null
  readonly first: number
  readonly last: number
  readonly reason: OfferReason
  readonly carried: readonly number[]
  readonly heldBack: readonly number[]
  readonly heldForPersons: number
}

/** SHA-256 (hex) of the statistics as they would stand in a package, and how many there are. */
function weighStatistics(
  read: Reads,
  now: string,
): { readonly sha256: string; readonly count: number; readonly bytes: number } {
  const hash = createHash('sha256')
  let count = 0
  let bytes = 0
  for (const line of statisticLines(read, now)) {
    const text = `${canonicalJson(line)}\n`
    hash.update(text, 'utf8')
    bytes += Buffer.byteLength(text)
    count++
  }
  return { sha256: hash.digest('hex'), count, bytes }
}

/** Seals of this database's packages from the newest the county has answered for up to the last one. */
function chainOf(read: Reads, instanceId: string): ChainLink[] {
  const own = read.exchange.offers().filter((offer) => offer.instanceId === instanceId)
  const held = read.exchange.held()
  const from = held?.instanceId === instanceId ? held.sequence : 0
  const seals = new Map(read.exchange.packages().map(({ sequence, sealSha256 }) => [sequence, sealSha256]))
  return own
    .filter(({ sequence }) => sequence >= from)
    .map(({ sequence }) => ({ sequence, seal: seals.get(sequence) ?? '' }))
}

function headOf(source: ExportSource, plan: ExportPlan, sequence: number): Result<PackageHead> {
  const { read } = source
  const office = read.office.office()
  const instance = read.office.instance()
  const auditHead = read.audit.newest()
  const receipt = read.receipt.standing()
  if (!office || !instance || !auditHead) return refuse('office.not-set-up')
  return accept({
    producer: { name: 'disclosure-board', version: source.version },
    office: { name: office.name, uscc: office.uscc },
    instance: { id: instance.id, former: read.exchange.formerInstances() },
    sequence,
    previous: read.exchange.newestPackage()?.sealSha256 ?? null,
    chain: chainOf(read, instance.id),
    changes: { first: plan.first, last: plan.last, heldBack: plan.heldBack.length },
    claimedAt: source.now,
    lastReceipt: receipt ? { countyInstanceId: receipt.countyInstanceId, number: receipt.number } : null,
    nextKey: source.nextKey && {
      publicKey: source.nextKey.publicKey,
      recipient: source.nextKey.recipient,
    },
    auditHead: { sequence: auditHead.sequence, hash: auditHead.hash },
  })
}

/** A key that has not been announced yet, and a wish to be offered something again, are worth a package without news. */
function isAskedFor({ read, nextKey }: ExportSource, announced: string | null): boolean {
  const again = read.exchange.offersAgain(read.exchange.newestPackage()?.sequence ?? 0)
  return again.length > 0 || (nextKey !== null && nextKey.keyId !== announced)
}

/**
 * Writes the next package from one snapshot under a name of passage, seals it, encrypts it for the county and the office where a county is
 * enrolled, and proves it by reading it back. Nothing is recorded: that is `recordPackage`. Refuses `package.nothing-to-export`,
 * `package.all-held-back`, `package.no-space` with `needed` and `free` bytes, `package.attachment-damaged`, `package.export-cancelled`,
 * `office.not-set-up`, `office.restored-unconfirmed`; then nothing stays behind.
 * @example await stagePackage(source)
 */
export async function stagePackage(source: ExportSource): Promise<Result<StagedPackage>> {
  const { read } = source
  const line = offerLine(read)
  if (line === null) return refuse('office.not-set-up')
  const confirmed = requireConfirmed(read)
  if (!confirmed.ok) return confirmed
  const plan = planExport(read, line, source)
  const carried = plan.rows.map(({ id }) => id)
  const statistics = weighStatistics(read, source.now)
  const newest = read.exchange.newestOffer(line)
  const unchanged = newest?.statisticsSha256 ?? (statistics.count === 0 ? statistics.sha256 : '')
  if (
    carried.length === 0 &&
    unchanged === statistics.sha256 &&
    !isAskedFor(source, newest?.nextKeyId ?? null)
  ) {
    return plan.heldForPersons > 0
      ? refuse('package.all-held-back', { count: plan.heldForPersons })
      : refuse('package.nothing-to-export')
  }
  const weight = read.exchange.weigh(carried)
  const county = read.exchange.county() ?? null
  const plain =
    weight.content +
    weight.bytes +
    statistics.bytes +
    carried.length * WEIGHT.edition +
    weight.attachments * WEIGHT.attachment +
    WEIGHT.rest
  // Encrypted, it lies there twice for a while.
  const needed = county === null ? plain : plain * 2
  if (source.free !== null && source.free < needed) {
    return refuse('package.no-space', { needed, free: source.free })
  }
  const folder = join(source.dataFolder, 'packages')
  const sequence = (read.exchange.newestPackage()?.sequence ?? 0) + 1
  const head = headOf(source, plan, sequence)
  if (!head.ok) return head
  const { uscc } = head.value.office
  const fileName = packageFileName(uscc, sequence, county !== null)
  await clearUnfinished(folder, packageFileName(uscc, sequence, county === null))
  const staged = join(folder, `${fileName}${STAGED}`)
  const total = carried.length + statistics.count + weight.attachments
  try {
    const written = await writePlain(source, plan, head.value, `${staged}.plain`, total)
    const file = await provedFile(source, county?.recipient ?? null, written, staged)
    if (!file.ok) return file
    return accept({
      staged,
      fileName,
      sequence,
      ...file.value,
      plainSha256: written.sha256,
      seal: written.seal,
      counts: written.counts,
      statisticsSha256: written.statisticsSha256,
      instanceId: head.value.instance.id,
      countyCardId: county?.cardId ?? null,
      nextKeyId: source.nextKey?.keyId ?? null,
      first: plan.first,
      last: plan.last,
      reason: plan.reason,
      carried,
      heldBack: plan.heldBack,
      heldForPersons: plan.heldForPersons,
    })
  } catch (error) {
    await rm(staged, { force: true })
    if (source.signal.aborted) return refuse('package.export-cancelled')
    if (error instanceof AttachmentDamaged) {
      const owner = read.exchange.ownerOfFile(carried, error.sha256)
      return refuse('package.attachment-damaged', { ...owner })
    }
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      return refuse('package.no-space', { needed, free: source.free ?? 0 })
    }
    throw error
  } finally {
    await rm(`${staged}.plain`, { force: true })
    await rm(`${staged}.proof`, { force: true })
  }
}

function writePlain(
  source: ExportSource,
  { rows }: ExportPlan,
  head: PackageHead,
  target: string,
  total: number,
): Promise<PackageWritten> {
  const { read, report } = source
  return writePackage({
    target,
    head,
    editions: editionRecords(read, rows),
    withdrawals: withdrawalRecords(read, rows),
    statistics: statisticLines(read, source.now),
    openAttachment: (sha256) => source.blobs.stream(sha256),
    key: source.key,
    signal: source.signal,
    onProgress: ({ records, attachments, bytes }) => {
      const done = records + attachments
      // What follows the last of them is the seal over every byte.
      report({ step: done < total ? 'WRITE' : 'SEAL', done, total, bytes })
    },
  })
}

/** Brings the file to its name of passage, encrypted or not, and proves what lies there by opening it. */
async function provedFile(
  source: ExportSource,
  recipient: string | null,
  plain: PackageWritten,
  staged: string,
): Promise<Result<{ readonly size: number; readonly sha256: string }>> {
  const { signal, report } = source
  const proof = { trustedKeys: [source.key.keyId] }
  const verify = (bytes: number): void => report({ step: 'VERIFY', done: bytes, total: plain.size, bytes })
  verify(0)
  if (recipient === null) {
    await rename(plain.path, staged)
    const proved = await verifyPackage(staged, proof)
    return proved.ok ? accept({ size: plain.size, sha256: plain.sha256 }) : proved
  }
  const own = await source.identity()
  const secret = await encryptFile(plain.path, staged, [recipient, own.recipient], {
    signal,
    onProgress: ({ bytes, of }) => report({ step: 'ENCRYPT', done: bytes, total: of, bytes }),
  })
  // Room for the proof: what is encrypted is all that counts from here.
  await rm(plain.path, { force: true })
  verify(0)
  const opened = await decryptFile(staged, `${staged}.proof`, own.identity, {
    limit: PACKAGE_LIMITS.bytes,
    signal,
  })
  if (!opened.ok) return opened
  if (opened.value.sha256 !== plain.sha256) return refuse('package.copy-damaged')
  const proved = await verifyPackage(`${staged}.proof`, proof)
  return proved.ok ? accept(secret) : proved
}

/**
 * Left over from exports that were killed; the lock says that nobody writes on them any more. `other`: the same number, which no record
 * knows, encrypted where it is not now or the other way round.
 */
async function clearUnfinished(folder: string, other: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) {
    const left = name.includes(STAGED) || name.endsWith('.partial') || name === other
    if (left) await rm(join(folder, name), { force: true })
  }
}
