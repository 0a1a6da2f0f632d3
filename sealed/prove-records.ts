import { hash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { z } from 'zod'
import { attachmentName } from '../domain/exchange/package-name.ts'
import type {
  EditionRecord,
  PackageFile,
  PackageManifest,
  PackageRecord,
  RecordKind,
} from '../domain/exchange/package-records.ts'
import { refuse } from '../domain/refusal.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { PackageLimits } from './package-limits.ts'
import { editionSchema, statisticSchema, withdrawalSchema } from './package-schema.ts'
import { readCanonical, shaped } from './read-json.ts'
import { PassingSum, readLines } from './read-lines.ts'
import { damaged, type Span } from './zip-spans.ts'

const SCHEMAS: Readonly<Record<RecordKind, z.ZodType<PackageRecord>>> = {
  EDITION: editionSchema,
  WITHDRAWAL: withdrawalSchema,
  STATISTIC: statisticSchema,
}

/**
 * Proves the records of a package line by line: canonical form, shape, an edition's hash, the files it names, change numbers; then the
 * file's SHA-256 and the count. Keeps one number for each change and one hash for each attachment in memory.
 */
export class RecordProof {
  readonly #manifest: PackageManifest
  readonly #limits: PackageLimits
  /** Sizes of the attachments that came along, by SHA-256. */
  readonly #attachments: ReadonlyMap<string, number>
  readonly #named = new Set<string>()
  readonly #changes = new Set<number>()

  constructor(manifest: PackageManifest, limits: PackageLimits) {
    this.#manifest = manifest
    this.#limits = limits
    const files = manifest.files.filter(({ kind }) => kind === 'ATTACHMENT')
    this.#attachments = new Map(files.map(({ sha256, size }) => [sha256, size]))
  }

  /** Proves one file of records; null when all is well. */
  async prove(
    file: FileHandle,
    of: PackageFile & { readonly kind: RecordKind },
    span: Span,
  ): Promise<Refusal | null> {
    const { path, kind, sha256 } = of
    const sum = new PassingSum()
    let lines = 0
    let newest = 0
    for await (const line of readLines(file, span, this.#limits.lineBytes, sum)) {
      if ('fault' in line) {
        return line.fault === 'TOO_LONG'
          ? refuse('package.too-large', { part: 'line', limit: this.#limits.lineBytes })
          : damaged(path, line)
      }
      lines += 1
      if (lines > this.#declared(kind)) return damaged(path, line)
      const record = readRecord(line.bytes, kind)
      if (record === null) return damaged(path, line)
      if (record.format === 'board-duty-statistic/1') continue
      if (record.change <= newest || !this.#takes(record)) return damaged(path, line)
      newest = record.change
    }
    if (!sum.is(sha256, span) || lines !== this.#declared(kind)) return damaged(path, span)
    return null
  }

  /** An attachment that no edition names: nobody would ever look at it. Null when there is none. */
  unnamed(): string | null {
    for (const sha256 of this.#attachments.keys()) if (!this.#named.has(sha256)) return attachmentName(sha256)
    return null
  }

  #declared(kind: RecordKind): number {
    const { counts } = this.#manifest
    return { EDITION: counts.editions, WITHDRAWAL: counts.withdrawals, STATISTIC: counts.statistics }[kind]
  }

  /** A change number is used once and lies in the declared range; every file an edition names came along. */
  #takes(record: Exclude<PackageRecord, { readonly format: 'board-duty-statistic/1' }>): boolean {
    const { first, last } = this.#manifest.changes
    if (record.change < first || record.change > last || this.#changes.has(record.change)) return false
    this.#changes.add(record.change)
    if (record.format === 'board-withdrawal/2') return true
    return record.content.attachments.every(({ sha256, size }) => {
      this.#named.add(sha256)
      return this.#attachments.get(sha256) === size
    })
  }
}

/** One record from one line; null when the line is not canonical, has another shape, or an edition's hash is not that of its content. */
function readRecord(bytes: Buffer, kind: RecordKind): PackageRecord | null {
  const line = readCanonical(bytes)
  if (line === null) return null
  const record = shaped(line.value, SCHEMAS[kind])
  if (record?.format !== 'board-edition-record/2') return record
  return hash('sha256', contentText(line.text, record)) === record.hash ? record : null
}

/**
 * The canonical content of an edition, cut out of its line. The line is canonical, so its content stands in it canonically already, between
 * `change` and the members that follow; writing it once more would take as long as all the rest.
 * @example contentText('{"change":1,"content":{…},"editionNumber":1,…}', record) // '{…}'
 */
export function contentText(line: string, record: EditionRecord): string {
  const { change, content: _, ...behind } = record
  const from = `{"change":${change},"content":`.length
  // As it was read: its members are in order, and none of their names looks like a number.
  return line.slice(from, line.length - JSON.stringify(behind).length)
}

/**
 * Refuses a package that declares more than the reader takes; null when all is well.
 * @example overLimits(manifest, PACKAGE_LIMITS) // null
 */
export function overLimits(manifest: PackageManifest, limits: PackageLimits): Refusal | null {
  const { editions, withdrawals, statistics, attachments } = manifest.counts
  if (editions + withdrawals + statistics > limits.records) {
    return refuse('package.too-large', { part: 'records', limit: limits.records })
  }
  return attachments > limits.attachments
    ? refuse('package.too-large', { part: 'attachments', limit: limits.attachments })
    : null
}
