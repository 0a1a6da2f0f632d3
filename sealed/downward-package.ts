import type { FileHandle } from 'node:fs/promises'
import { canonicalJson } from '../domain/exchange/canonical-json.ts'
import { DOWNWARD_FORMAT } from '../domain/exchange/downward.ts'
import type { DownwardItem, DownwardManifest } from '../domain/exchange/downward.ts'
import { MANIFEST_NAME, downwardItemName, isDownwardEntryName } from '../domain/exchange/package-name.ts'
import { accept, refuse } from '../domain/refusal.ts'
import type { Refusal, Result } from '../domain/refusal.ts'
import { downwardSchema } from './downward-schema.ts'
import { openSealedZip, type SealedZip } from './open-sealed-zip.ts'
import type { PackageKey } from './package-key.ts'
import type { ProvedSeal } from './prove-seal.ts'
import { PassingSum } from './read-lines.ts'
import { readRange } from './read-seal.ts'
import { writeSealedZip, type SealedFile } from './write-sealed-zip.ts'
import { damaged, type Span } from './zip-spans.ts'

/** Bytes: templates and calendars are small, and are read into memory whole. */
const DOWNWARD_LIMITS = { bytes: 256 * 1024 ** 2, attachments: 1000, others: 1, item: 64 * 1024 ** 2 }

/** One thing to send down. */
export type DownwardPart = Pick<DownwardItem, 'kind' | 'key' | 'version' | 'title' | 'fileName'> & {
  readonly bytes: Uint8Array
}

/** What `writeDownwardPackage` needs. */
export type DownwardInput = {
  readonly target: string
  readonly head: Omit<DownwardManifest, 'format' | 'items'>
  readonly items: readonly DownwardPart[]
  readonly key: PackageKey
}

/** What was written. */
export type DownwardWritten = SealedFile & { readonly manifest: DownwardManifest }

/**
 * Writes a package from the county, sealed as an office's is. Two items with the same bytes share one file.
 * @example await writeDownwardPackage({ target, head, items: [{ kind: 'CALENDAR', key: '2027', version: 1, title, fileName, bytes }], key })
 */
export async function writeDownwardPackage(input: DownwardInput): Promise<DownwardWritten> {
  const { target, head, key } = input
  const { file, filled } = await writeSealedZip({
    target,
    claimedAt: head.claimedAt,
    key,
    fill: async (zip) => {
      const written = new Set<string>()
      const items: DownwardItem[] = []
      for (const { bytes, kind, key: name, version, title, fileName } of input.items) {
        const { sha256, size } = await zip.addBytesOnce(downwardItemName, bytes, written)
        const path = downwardItemName(sha256)
        items.push({ kind, key: name, version, title, fileName, path, sha256, size })
      }
      const { county, office, sequence, claimedAt } = head
      const manifest: DownwardManifest = {
        format: DOWNWARD_FORMAT,
        county: { name: county.name, code: county.code, instanceId: county.instanceId },
        office: { name: office.name, uscc: office.uscc },
        sequence,
        claimedAt,
        items,
      }
      await zip.addText(() => MANIFEST_NAME, canonicalJson(manifest))
      return manifest
    },
  })
  return { ...file, manifest: filled }
}

/** A proved package from the county. */
export type OpenDownward = ProvedSeal & {
  readonly manifest: DownwardManifest
  /** The bytes of an item by its SHA-256 (hex). */
  readonly item: (sha256: string) => Promise<Buffer>
  readonly close: () => Promise<void>
}

/**
 * Opens a package from the county after proving all of it. Refuses `downward.not-a-package` (no package, or one of another kind or
 * format), `downward.unknown-key`, and `package.damaged`, `package.signature-invalid`, `package.unsafe-name`, `package.too-large` as
 * `openPackage` does. The name of an item's file is for people; no name from the package ever becomes a path.
 * @example await openDownwardPackage(path, { trustedKeys: [county.keyId] })
 */
export async function openDownwardPackage(
  path: string,
  options: { readonly trustedKeys?: readonly string[] | undefined } = {},
): Promise<Result<OpenDownward>> {
  const zip = await openSealedZip(path, {
    trustedKeys: options.trustedKeys,
    format: DOWNWARD_FORMAT,
    schema: downwardSchema,
    isSafeName: isDownwardEntryName,
    limits: DOWNWARD_LIMITS,
  })
  if (!zip.ok) return asDownward(zip)
  const { file, spans, manifest, proved } = zip.value
  const fault = await proveItems(zip.value)
  if (fault !== null) {
    await file.close()
    return fault
  }
  return accept({
    ...proved,
    manifest,
    item: async (sha256) => {
      const listed = manifest.items.find((one) => one.sha256 === sha256)
      const bytes = listed && (await readItem(file, spans, listed))
      if (!bytes) throw new Error('the package changed while it was open, or has no such item')
      return bytes
    },
    close: () => file.close(),
  })
}

function asDownward(refusal: Refusal): Refusal {
  switch (refusal.code) {
    case 'package.not-a-package':
    case 'package.format-unknown':
      return refuse('downward.not-a-package')
    case 'package.unknown-key':
      return refuse('downward.unknown-key', refusal.params)
    default:
      return refusal
  }
}

async function proveItems({ file, spans, manifest }: SealedZip<DownwardManifest>): Promise<Refusal | null> {
  const listed = new Set(manifest.items.map(({ path }) => path))
  const named = new Set(manifest.items.map(({ kind, key }) => `${kind} ${key}`))
  if (named.size !== manifest.items.length) return damaged(MANIFEST_NAME, { from: 0, to: 0 })
  for (const [name, span] of spans) {
    if (name !== MANIFEST_NAME && !listed.has(name)) return damaged(name, span)
  }
  for (const item of manifest.items) {
    if (item.size > DOWNWARD_LIMITS.item) {
      return refuse('package.too-large', { part: 'attachments', limit: DOWNWARD_LIMITS.item })
    }
    const bytes = item.path === downwardItemName(item.sha256) ? await readItem(file, spans, item) : null
    if (bytes === null) return damaged(item.path, spans.get(item.path) ?? { from: 0, to: 0 })
  }
  return null
}

/** An item's bytes, or null when they are not what the manifest says. */
async function readItem(
  file: FileHandle,
  spans: ReadonlyMap<string, Span>,
  { path, sha256, size }: DownwardItem,
): Promise<Buffer | null> {
  const span = spans.get(path)
  if (span === undefined || span.to - span.from !== size) return null
  const bytes = await readRange(file, span.from, size)
  const sum = new PassingSum()
  sum.add(bytes)
  return sum.is(sha256, span) ? bytes : null
}
