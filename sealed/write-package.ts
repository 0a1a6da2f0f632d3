import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { canonicalJson } from '../domain/exchange/canonical-json.ts'
import { MANIFEST_NAME, packageEntryName } from '../domain/exchange/package-name.ts'
import { PACKAGE_FORMAT } from '../domain/exchange/package-records.ts'
import type {
  PackageCounts,
  PackageEntryKind,
  PackageHead,
  PackageManifest,
  PackageManifestEntry,
} from '../domain/exchange/package-records.ts'
import type { PackageEntry } from './package-entry.ts'
import type { PackageKey } from './package-key.ts'
import { sealZip } from './seal-write.ts'
import { ZipWriter } from './write-zip.ts'

/** What was written. */
export type PackageWritten = {
  readonly path: string
  /** Bytes of the whole file. */
  readonly size: number
  /** SHA-256 (hex) of the whole file. */
  readonly sha256: string
  /** SHA-256 (hex) of the seal; the next package names it as `previous`. */
  readonly seal: string
  readonly keyId: string
  readonly counts: PackageCounts
}

/** What `writePackage` needs. */
export type PackageInput = {
  readonly target: string
  readonly manifestHead: PackageHead
  readonly entries: AsyncIterable<PackageEntry> | Iterable<PackageEntry>
  readonly key: PackageKey
}

/**
 * Thrown when a file is not the one that its hash names.
 * @example if (error instanceof AttachmentDamaged) return refuse('package.attachment-damaged')
 */
export class AttachmentDamaged extends Error {}

/**
 * Writes a signed package (docs/package-format.md) as a stream: under `<target>.partial` first, flushed to the disk
 * and renamed only when complete, so a stick pulled too early never holds half a package under a whole name.
 * Memory does not grow with the number of editions except for one manifest line each.
 * Throws `AttachmentDamaged` when an attachment is not what its hash says, or when the disk refuses; then nothing stays behind.
 * @example await writePackage({ target: 'board-….zip', manifestHead, entries, key })
 */
export async function writePackage(input: PackageInput): Promise<PackageWritten> {
  const partial = `${input.target}.partial`
  try {
    const manifest = await writeBody(partial, input)
    const seal = await sealZip(partial, input.key)
    await rename(partial, input.target)
    await flushFolder(dirname(input.target))
    const { sha256, size } = await hashFile(input.target)
    return {
      path: input.target,
      size,
      sha256,
      seal: sha256Of(Buffer.from(seal, 'ascii')),
      keyId: input.key.keyId,
      counts: manifest.counts,
    }
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

async function writeBody(path: string, input: PackageInput): Promise<PackageManifest> {
  const file = await open(path, 'w')
  try {
    const zip = new ZipWriter(file, input.manifestHead.createdAt)
    const lines = new Map<string, PackageManifestEntry>()
    for await (const entry of input.entries) await addEntry(zip, lines, entry)
    const manifest = manifestOf(input.manifestHead, lines)
    await zip.addText(() => MANIFEST_NAME, canonicalJson(manifest))
    await zip.end()
    return manifest
  } finally {
    await file.close()
  }
}

async function addEntry(
  zip: ZipWriter,
  lines: Map<string, PackageManifestEntry>,
  entry: PackageEntry,
): Promise<void> {
  const { kind } = entry
  if (kind === 'ATTACHMENT') {
    const path = packageEntryName(kind, entry.sha256)
    // Two editions may name one file.
    if (lines.has(path)) return
    const stored = await zip.addStream(path, entry.open())
    if (stored.sha256 !== entry.sha256) throw new AttachmentDamaged(`${path} is not what its hash says`)
    lines.set(path, { path, ...stored, kind })
    return
  }
  const text = canonicalJson(kind === 'EDITION' ? entry.edition : entry.withdrawal)
  const stored = await zip.addText((sha256) => packageEntryName(kind, sha256), text)
  const path = packageEntryName(kind, stored.sha256)
  if (lines.has(path)) throw new Error(`${path} was added twice`)
  lines.set(path, { path, ...stored, kind })
}

function manifestOf(head: PackageHead, lines: ReadonlyMap<string, PackageManifestEntry>): PackageManifest {
  const entries = [...lines.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  const count = (kind: PackageEntryKind): number => entries.filter((entry) => entry.kind === kind).length
  const { office, instanceId, sequence, previous, createdAt, auditHead } = head
  return {
    format: PACKAGE_FORMAT,
    office: { name: office.name, uscc: office.uscc },
    instanceId,
    sequence,
    previous,
    createdAt,
    auditHead: { sequence: auditHead.sequence, hash: auditHead.hash },
    counts: {
      editions: count('EDITION'),
      withdrawals: count('WITHDRAWAL'),
      attachments: count('ATTACHMENT'),
    },
    entries,
  }
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function hashFile(path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer)
    size += (chunk as Buffer).length
  }
  return { sha256: hash.digest('hex'), size }
}

async function flushFolder(path: string): Promise<void> {
  // Windows cannot flush a folder; there the rename itself is journalled by NTFS.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
