import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import { MANIFEST_NAME, packageEntryName } from '../../domain/exchange/package-name.ts'
import { PACKAGE_FORMAT } from '../../domain/exchange/package-records.ts'
import type {
  PackageCounts,
  PackageEntryKind,
  PackageHead,
  PackageManifest,
  PackageManifestEntry,
} from '../../domain/exchange/package-records.ts'
import type { PackageEntry } from './package-entry.ts'
import type { PackageKey } from './package-key.ts'
import { sealZip } from './seal-write.ts'

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
 * Writes a signed package (docs/package-format.md) as a stream: under `<target>.partial` first, flushed to the disk
 * and renamed only when complete, so a stick pulled too early never holds half a package under a whole name.
 * Memory does not grow with the number of editions except for one manifest line each.
 * Throws when an attachment is not what its hash says, or when the disk refuses; then nothing stays behind.
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
  const body = new PackageBody(input.manifestHead.createdAt)
  const written = pipeline(body.output, createWriteStream(path))
  // Without a listener from the start, a full disk would end the process instead of this call.
  const failed = written.then(
    () => new Promise<never>(() => undefined),
    (error: unknown) => Promise.reject(error),
  )
  const fill = async (): Promise<PackageManifest> => {
    for await (const entry of input.entries) await addEntry(body, entry)
    const manifest = body.manifest(input.manifestHead)
    await body.addBytes(MANIFEST_NAME, unpooled(canonicalJson(manifest)))
    body.end()
    return manifest
  }
  try {
    const manifest = await Promise.race([fill(), failed])
    await written
    return manifest
  } catch (error) {
    body.output.destroy()
    await written.catch(() => undefined)
    throw error
  }
}

async function addEntry(body: PackageBody, entry: PackageEntry): Promise<void> {
  switch (entry.kind) {
    case 'EDITION':
      await body.addJson('EDITION', canonicalJson(entry.edition))
      break
    case 'WITHDRAWAL':
      await body.addJson('WITHDRAWAL', canonicalJson(entry.withdrawal))
      break
    case 'ATTACHMENT':
      await body.addAttachment(entry.sha256, entry.open)
      break
  }
}

/** The ZIP file while it is being written, with the manifest's lines. */
class PackageBody {
  readonly #zip = new ZipFile()
  readonly #mtime: Date
  readonly #lines = new Map<string, PackageManifestEntry>()

  constructor(createdAt: string) {
    const at = new Date(createdAt)
    // ZIP stores local time: the same package must come out the same in every time zone, so UTC's digits are written.
    this.#mtime = new Date(
      at.getUTCFullYear(),
      at.getUTCMonth(),
      at.getUTCDate(),
      at.getUTCHours(),
      at.getUTCMinutes(),
      at.getUTCSeconds(),
    )
  }

  get output(): Readable {
    return this.#zip.outputStream as Readable
  }

  async addJson(kind: PackageEntryKind, text: string): Promise<void> {
    const bytes = unpooled(text)
    const sha256 = sha256Of(bytes)
    const path = packageEntryName(kind, sha256)
    if (this.#lines.has(path)) throw new Error(`${path} was added twice`)
    this.#lines.set(path, { path, sha256, size: bytes.length, kind })
    await this.addBytes(path, bytes)
  }

  async addAttachment(sha256: string, openFile: () => Readable): Promise<void> {
    const path = packageEntryName('ATTACHMENT', sha256)
    if (this.#lines.has(path)) return
    const hash = createHash('sha256')
    let size = 0
    const tap = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        size += chunk.length
        done(null, chunk)
      },
    })
    const source = openFile()
    source.on('error', (error) => tap.destroy(error))
    await this.#addStream(path, source.pipe(tap))
    if (hash.digest('hex') !== sha256) throw new Error(`${path} is not what its hash says`)
    this.#lines.set(path, { path, sha256, size, kind: 'ATTACHMENT' })
  }

  async addBytes(path: string, bytes: Buffer): Promise<void> {
    // Not addBuffer: yazl keeps every such buffer until the end of the file.
    await this.#addStream(path, Readable.from(bytes))
  }

  /** Waits until the source is read to its end, so that only one file is in memory at a time, in pieces. */
  async #addStream(path: string, source: Readable): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      source.on('error', reject)
      source.on('end', resolve)
      this.#zip.addReadStreamLazy(path, this.#options(), handOver(source))
    })
  }

  /** Stored, not compressed: a reader needs no inflater, and a damaged byte of the file is that byte of the entry. */
  #options(): { compress: false; mtime: Date; mode: number; forceDosTimestamp: true } {
    return { compress: false, mtime: this.#mtime, mode: 0o100644, forceDosTimestamp: true }
  }

  manifest(head: PackageHead): PackageManifest {
    const entries = [...this.#lines.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
    const count = (kind: PackageEntryKind): number => entries.filter((entry) => entry.kind === kind).length
    const { office, instanceId, sequence, previous, createdAt } = head
    return {
      format: PACKAGE_FORMAT,
      office: { name: office.name, uscc: office.uscc },
      instanceId,
      sequence,
      previous,
      createdAt,
      counts: {
        editions: count('EDITION'),
        withdrawals: count('WITHDRAWAL'),
        attachments: count('ATTACHMENT'),
      },
      entries,
    }
  }

  end(): void {
    this.#zip.end()
  }
}

/** Small pooled buffers share 8 KiB slabs with the names that yazl keeps, so they would never be freed. */
function unpooled(text: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text, 'utf8'))
  bytes.write(text, 'utf8')
  return bytes
}

/** yazl keeps this function until the end of the file; it must not keep the entry's bytes with it. */
function handOver(
  source: Readable,
): (ready: (error: unknown, stream: NodeJS.ReadableStream) => void) => void {
  let waiting: Readable | null = source
  return (ready) => {
    if (waiting !== null) ready(null, waiting)
    waiting = null
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
