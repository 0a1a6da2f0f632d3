import type { Readable } from 'node:stream'
import { canonicalJson } from '../domain/exchange/canonical-json.ts'
import type { DutyStatistic } from '../domain/exchange/duty-statistic.ts'
import { MANIFEST_NAME, RECORD_FILES, attachmentName } from '../domain/exchange/package-name.ts'
import { PACKAGE_FORMAT } from '../domain/exchange/package-records.ts'
import type {
  EditionRecord,
  PackageCounts,
  PackageFile,
  PackageHead,
  PackageManifest,
  PackageRecord,
  RecordKind,
  WithdrawalRecord,
} from '../domain/exchange/package-records.ts'
import type { PackageKey } from './package-key.ts'
import { writeSealedZip, type SealedFile } from './write-sealed-zip.ts'
import type { ZipWriter } from './write-zip.ts'

/** What was written. `seal` is what the next package names as `previous`. */
export type PackageWritten = SealedFile & {
  readonly counts: PackageCounts
  /** SHA-256 (hex) of `records/statistics.ndjson`: says whether the statistics have changed since. */
  readonly statisticsSha256: string
  readonly manifest: PackageManifest
}

/** How far the writing has got. `bytes` are those of the attachments. */
export type WriteProgress = {
  readonly records: number
  readonly attachments: number
  readonly bytes: number
}

/** Records one after the other; editions and withdrawals by growing change number. */
export type RecordSource<T> = Iterable<T> | AsyncIterable<T>

/** What `writePackage` needs. */
export type PackageInput = {
  readonly target: string
  readonly head: PackageHead
  readonly editions: RecordSource<EditionRecord>
  readonly withdrawals: RecordSource<WithdrawalRecord>
  readonly statistics: RecordSource<DutyStatistic>
  /** Opens the public copy of a file by its SHA-256 (hex); the writer checks the bytes while reading. */
  readonly openAttachment: (sha256: string) => Readable
  readonly key: PackageKey
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: WriteProgress) => void) | undefined
}

/**
 * Thrown when a file is missing or is not the one that its hash names.
 * @example if (error instanceof AttachmentDamaged) return refuse('package.attachment-damaged')
 */
export class AttachmentDamaged extends Error {
  /** SHA-256 (hex) by which an edition names the file. */
  readonly sha256: string

  constructor(sha256: string, cause?: unknown) {
    super(`attachment ${sha256} is missing or not what its hash says`, { cause })
    this.sha256 = sha256
  }
}

/**
 * Lines are handed to the ZIP in pieces of this size (characters): one write for each line would cost more than the line, and larger pieces
 * would lie in memory until the next collection of garbage.
 */
const PIECE = 1 << 16

/**
 * Writes a signed package (docs/package-format.md) as a stream: records first, then the files that the editions name, the manifest last.
 * Memory does not grow with the number of editions except for one manifest line for each attachment.
 * Throws `AttachmentDamaged` when an attachment is missing or not what its hash says, the signal's reason when it fires, or when the disk
 * refuses; then nothing stays behind.
 * @example await writePackage({ target: 'board-….zip', head, editions, withdrawals: [], statistics, openAttachment, key })
 */
export async function writePackage(input: PackageInput): Promise<PackageWritten> {
  const { target, head, key, signal } = input
  const { file, filled } = await writeSealedZip({
    target,
    claimedAt: head.claimedAt,
    key,
    signal,
    fill: (zip) => fill(zip, input),
  })
  const { counts, files } = filled
  const statisticsSha256 = files.find(({ kind }) => kind === 'STATISTIC')?.sha256
  if (statisticsSha256 === undefined) throw new Error('a package has a file of statistics')
  return { ...file, counts, statisticsSha256, manifest: filled }
}

async function fill(zip: ZipWriter, input: PackageInput): Promise<PackageManifest> {
  const writing = new Writing(zip, input)
  const named = new Map<string, number>()
  const editions = await writing.records('EDITION', input.editions, ({ content }) => {
    for (const { sha256, size } of content.attachments) named.set(sha256, size)
  })
  const withdrawals = await writing.records('WITHDRAWAL', input.withdrawals)
  const statistics = await writing.records('STATISTIC', input.statistics)
  for (const [sha256, size] of named) await writing.attachment(sha256, size)
  const counts = { editions, withdrawals, statistics, attachments: named.size }
  const manifest = manifestOf(input.head, counts, writing.files)
  input.signal?.throwIfAborted()
  await zip.addText(() => MANIFEST_NAME, canonicalJson(manifest))
  return manifest
}

class Writing {
  readonly files: PackageFile[] = []
  readonly #zip: ZipWriter
  readonly #input: PackageInput
  #progress: WriteProgress = { records: 0, attachments: 0, bytes: 0 }

  constructor(zip: ZipWriter, input: PackageInput) {
    this.#zip = zip
    this.#input = input
  }

  /** Writes the one file of a kind and says how many records went in. */
  async records<T extends PackageRecord>(
    kind: RecordKind,
    source: RecordSource<T>,
    seen?: (record: T) => void,
  ): Promise<number> {
    let count = 0
    const each = (record: T): void => {
      count += 1
      seen?.(record)
    }
    const path = RECORD_FILES[kind]
    const stored = await this.#zip.addStream(path, this.#lines(source, each))
    this.files.push({ path, kind, ...stored })
    return count
  }

  async *#lines<T extends PackageRecord>(
    source: RecordSource<T>,
    each: (record: T) => void,
  ): AsyncGenerator<Buffer> {
    let piece = ''
    for await (const record of source) {
      each(record)
      piece += `${canonicalJson(record)}\n`
      this.#advance({ records: this.#progress.records + 1 })
      if (piece.length < PIECE) continue
      yield Buffer.from(piece, 'utf8')
      piece = ''
    }
    if (piece !== '') yield Buffer.from(piece, 'utf8')
  }

  async attachment(sha256: string, size: number): Promise<void> {
    const path = attachmentName(sha256)
    const stored = await this.#zip.addStream(path, this.#bytes(sha256))
    if (stored.sha256 !== sha256 || stored.size !== size) throw new AttachmentDamaged(sha256)
    this.files.push({ path, kind: 'ATTACHMENT', ...stored })
    this.#advance({ attachments: this.#progress.attachments + 1 })
  }

  async *#bytes(sha256: string): AsyncGenerator<Buffer> {
    const source = this.#input.openAttachment(sha256)
    try {
      for await (const chunk of source as AsyncIterable<Buffer>) {
        this.#advance({ bytes: this.#progress.bytes + chunk.length })
        yield chunk
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new AttachmentDamaged(sha256, error)
      throw error
    } finally {
      source.destroy()
    }
  }

  #advance(step: Partial<WriteProgress>): void {
    this.#input.signal?.throwIfAborted()
    this.#progress = { ...this.#progress, ...step }
    this.#input.onProgress?.(this.#progress)
  }
}

/** Member by member: what else the caller's object may carry must not travel. */
function manifestOf(
  head: PackageHead,
  counts: PackageCounts,
  files: readonly PackageFile[],
): PackageManifest {
  const { producer, office, instance, changes, lastReceipt, nextKey, auditHead } = head
  return {
    format: PACKAGE_FORMAT,
    producer: { name: producer.name, version: producer.version },
    office: { name: office.name, uscc: office.uscc },
    instance: { id: instance.id, former: [...instance.former] },
    sequence: head.sequence,
    previous: head.previous,
    chain: head.chain.map(({ sequence, seal }) => ({ sequence, seal })),
    changes: { first: changes.first, last: changes.last, heldBack: changes.heldBack },
    claimedAt: head.claimedAt,
    lastReceipt: lastReceipt && {
      countyInstanceId: lastReceipt.countyInstanceId,
      number: lastReceipt.number,
    },
    nextKey: nextKey && { publicKey: nextKey.publicKey, recipient: nextKey.recipient },
    auditHead: { sequence: auditHead.sequence, hash: auditHead.hash },
    counts,
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  }
}
