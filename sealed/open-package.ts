import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { DutyStatistic } from '../domain/exchange/duty-statistic.ts'
import { isPackageEntryName } from '../domain/exchange/package-name.ts'
import { PACKAGE_FORMAT } from '../domain/exchange/package-records.ts'
import type {
  EditionRecord,
  PackageFile,
  PackageManifest,
  RecordKind,
  WithdrawalRecord,
} from '../domain/exchange/package-records.ts'
import { accept } from '../domain/refusal.ts'
import type { Refusal, Result } from '../domain/refusal.ts'
import { checkManifest } from './check-manifest.ts'
import { openSealedZip, type SealedZip } from './open-sealed-zip.ts'
import { PACKAGE_LIMITS, type PackageLimits } from './package-limits.ts'
import { manifestSchema } from './package-schema.ts'
import { RecordProof, contentText, overLimits } from './prove-records.ts'
import type { ProvedSeal } from './prove-seal.ts'
import { PassingSum, pieceBuffer, readLines, readPieces } from './read-lines.ts'
import { damaged, type Span } from './zip-spans.ts'

/** Which record each kind has. */
export type RecordOf = {
  readonly EDITION: EditionRecord
  readonly WITHDRAWAL: WithdrawalRecord
  readonly STATISTIC: DutyStatistic
}

/** An edition and the canonical JSON of its content. */
export type WrittenEdition = { readonly record: EditionRecord; readonly content: string }

/** A proved package. Its file must not change while it is open; should it, reading throws instead of handing out what was never proved. */
export type OpenPackage = ProvedSeal & {
  readonly manifest: PackageManifest
  /** The records of a kind, in the order of the package. */
  readonly records: <Kind extends RecordKind>(kind: Kind) => AsyncGenerator<RecordOf[Kind]>
  /** The editions once more, each with its canonical content as it was written. */
  readonly editions: () => AsyncGenerator<WrittenEdition>
  /** The bytes of an attachment by its SHA-256 (hex); throws when the package has none such. */
  readonly attachment: (sha256: string) => Readable
  readonly close: () => Promise<void>
}

/** Whom to believe and how much to take. */
export type OpenOptions = {
  /** Ids of the keys that are believed; undefined believes any. */
  readonly trustedKeys?: readonly string[] | undefined
  /** Less than `PACKAGE_LIMITS`, member by member. */
  readonly limits?: Partial<PackageLimits> | undefined
}

/**
 * Opens a package after proving all of it, in pieces: seal, every byte, names, manifest, each file's size and SHA-256, each record's canonical
 * form and shape, counts, each edition's hash, that every file an edition names came along and no other, change numbers.
 * Refuses `package.not-a-package`, `package.format-unknown`, `package.damaged` with the first broken byte range `[from, to)` and its
 * `entry`, `package.signature-invalid`, `package.unknown-key`, `package.unsafe-name`, `package.too-large` with `part` and `limit`. Reads only;
 * no name from the package ever becomes a path.
 * @example const opened = await openPackage('board-….zip', { trustedKeys: [keyId] })
 */
export async function openPackage(path: string, options: OpenOptions = {}): Promise<Result<OpenPackage>> {
  const limits = { ...PACKAGE_LIMITS, ...options.limits }
  const zip = await openSealedZip(path, {
    trustedKeys: options.trustedKeys,
    format: PACKAGE_FORMAT,
    schema: manifestSchema,
    isSafeName: isPackageEntryName,
    // The manifest and one file for each kind of records.
    limits: { bytes: limits.bytes, attachments: limits.attachments, others: 4 },
  })
  if (!zip.ok) return zip
  let kept = false
  try {
    const fault = await proveContents(zip.value, limits)
    if (fault !== null) return fault
    kept = true
    return accept(openedPackage(zip.value, limits))
  } finally {
    if (!kept) await zip.value.file.close()
  }
}

async function proveContents(
  { file, spans, manifest }: SealedZip<PackageManifest>,
  limits: PackageLimits,
): Promise<Refusal | null> {
  const fault = overLimits(manifest, limits) ?? checkManifest(manifest, spans)
  if (fault !== null) return fault
  const proof = new RecordProof(manifest, limits)
  const buffer = pieceBuffer(limits.bytes)
  for (const listed of manifest.files) {
    const span = spanIn(spans, listed.path)
    const broken = isRecordFile(listed)
      ? await proof.prove(file, listed, span)
      : await proveAttachment(file, listed, span, buffer)
    if (broken !== null) return broken
  }
  const unnamed = proof.unnamed()
  return unnamed === null ? null : damaged(unnamed, spanIn(spans, unnamed))
}

async function proveAttachment(
  file: FileHandle,
  listed: PackageFile,
  span: Span,
  buffer: Buffer,
): Promise<Refusal | null> {
  const sum = new PassingSum()
  for await (const piece of readPieces(file, span, buffer)) sum.add(piece)
  return sum.is(listed.sha256, span) ? null : damaged(listed.path, span)
}

function openedPackage(zip: SealedZip<PackageManifest>, limits: PackageLimits): OpenPackage {
  const { file, manifest, proved } = zip
  const byHash = new Map<string, PackageFile>()
  for (const listed of manifest.files) if (listed.kind === 'ATTACHMENT') byHash.set(listed.sha256, listed)
  return {
    ...proved,
    manifest,
    records: (kind) => recordsOf(zip, kind, limits),
    editions: () => editionsOf(zip, limits),
    attachment: (sha256) => {
      const listed = byHash.get(sha256)
      if (listed === undefined) throw new Error(`the package has no attachment ${sha256}`)
      return Readable.from(bytesOf(zip, listed), { objectMode: false })
    },
    close: () => file.close(),
  }
}

async function* recordsOf<Kind extends RecordKind>(
  zip: SealedZip<PackageManifest>,
  kind: Kind,
  limits: PackageLimits,
): AsyncGenerator<RecordOf[Kind]> {
  for await (const line of linesOf(zip, kind, limits)) yield JSON.parse(line) as RecordOf[Kind]
}

async function* editionsOf(
  zip: SealedZip<PackageManifest>,
  limits: PackageLimits,
): AsyncGenerator<WrittenEdition> {
  for await (const line of linesOf(zip, 'EDITION', limits)) {
    const record = JSON.parse(line) as EditionRecord
    yield { record, content: contentText(line, record) }
  }
}

/** The lines of a kind. Form and shape are proved; the sum at the end says whether these are still the bytes that were. */
async function* linesOf(
  { file, spans, manifest }: SealedZip<PackageManifest>,
  kind: RecordKind,
  limits: PackageLimits,
): AsyncGenerator<string> {
  const listed = manifest.files.find((one) => one.kind === kind)
  if (listed === undefined) throw new Error('a proved package has every kind of records')
  const span = spanIn(spans, listed.path)
  const sum = new PassingSum()
  for await (const line of readLines(file, span, limits.lineBytes, sum)) {
    if ('fault' in line) throw new Error('the package changed while it was open')
    yield line.bytes.toString('utf8')
  }
  if (!sum.is(listed.sha256, span)) throw new Error('the package changed while it was open')
}

async function* bytesOf(
  { file, spans }: SealedZip<PackageManifest>,
  listed: PackageFile,
): AsyncGenerator<Buffer> {
  const span = spanIn(spans, listed.path)
  const sum = new PassingSum()
  for await (const piece of readPieces(file, span)) {
    sum.add(piece)
    // The piece is used again for the next bytes, and a stream may still hold it by then.
    yield Buffer.from(piece)
  }
  if (!sum.is(listed.sha256, span)) throw new Error('the package changed while it was open')
}

function isRecordFile(listed: PackageFile): listed is PackageFile & { readonly kind: RecordKind } {
  return listed.kind !== 'ATTACHMENT'
}

function spanIn(spans: ReadonlyMap<string, Span>, name: string): Span {
  const span = spans.get(name)
  if (span === undefined) throw new Error('checked before')
  return span
}
