import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { z } from 'zod'
import { canonicalJson } from '../domain/exchange/canonical-json.ts'
import { MANIFEST_NAME, isPackageEntryName, packageEntryName } from '../domain/exchange/package-name.ts'
import type {
  EditionRecord,
  PackageManifest,
  PackageManifestEntry,
} from '../domain/exchange/package-records.ts'
import { canonicalContent } from '../domain/notice/canonical-content.ts'
import { accept, refuse } from '../domain/refusal.ts'
import type { Refusal, Result } from '../domain/refusal.ts'
import { editionSchema, manifestSchema, withdrawalSchema } from './package-schema.ts'
import { readDirectory } from './read-directory.ts'
import type { Directory, DirectoryEntry } from './read-directory.ts'
import { readRange } from './read-seal.ts'
import { hashRange } from './seal-write.ts'

/** JSON is read into memory whole; a signed package may still be hostile, so it gets a limit (bytes). */
const JSON_LIMIT = 32 * 1024 * 1024
const MANIFEST_LIMIT = 256 * 1024 * 1024

type Span = { readonly from: number; readonly to: number }

/**
 * Proves what a sealed package holds: safe names, the manifest, each entry's size and SHA-256, the shape of each
 * record, each edition's hash and the attachments it names. Gives the manifest.
 * @example await verifyContents(file, path)
 */
export async function verifyContents(file: FileHandle, path: string): Promise<Result<PackageManifest>> {
  const directory = await readDirectory(path)
  if (directory === null) return refuse('package.not-a-package')
  try {
    const spans = await checkEntries(directory)
    if (!(spans instanceof Map)) return spans
    const manifest = await readManifest(file, spans)
    if (!manifest.ok) return manifest
    const listed = new Map(manifest.value.entries.map((entry) => [entry.path, entry]))
    const fault = checkManifest(manifest.value, listed, spans)
    if (fault !== null) return fault
    for (const entry of manifest.value.entries) {
      const span = spans.get(entry.path)
      if (span === undefined) throw new Error('checked above')
      const broken = await checkEntry(file, entry, span, listed)
      if (broken !== null) return broken
    }
    return manifest
  } finally {
    directory.zip.close()
  }
}

function damaged(entry: string, span: Span): Refusal {
  return refuse('package.damaged', { from: span.from, to: span.to, entry })
}

/** Names, storage and place of every entry; gives where each one's bytes lie. */
async function checkEntries(directory: Directory): Promise<Map<string, Span> | Refusal> {
  const spans = new Map<string, Span>()
  for (const listed of directory.entries) {
    if (!isPackageEntryName(listed.name))
      return refuse('package.unsafe-name', { entry: printable(listed.name) })
    if (spans.has(listed.name)) return damaged(listed.name, listed)
    const span = await dataSpan(directory, listed)
    if (span === null) return damaged(listed.name, listed)
    spans.set(listed.name, span)
  }
  return spans
}

async function dataSpan({ zip }: Directory, { name, to, entry }: DirectoryEntry): Promise<Span | null> {
  if (entry.compressionMethod !== 0 || entry.isEncrypted() || entry.compressedSize !== entry.uncompressedSize)
    return null
  try {
    const header = await zip.readLocalFileHeaderPromise(entry)
    // A reader that goes by the local headers must see the same names as one that goes by the directory.
    if (header.fileName.toString('latin1') !== name) return null
    const end = header.fileDataStart + entry.uncompressedSize
    return end <= to ? { from: header.fileDataStart, to: end } : null
  } catch {
    return null
  }
}

/** A name that was made to deceive may hold control characters or be endless; the refusal prints neither. */
function printable(name: string): string {
  return name.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 80)
}

async function readManifest(
  file: FileHandle,
  spans: ReadonlyMap<string, Span>,
): Promise<Result<PackageManifest>> {
  const span = spans.get(MANIFEST_NAME)
  if (span === undefined) return damaged(MANIFEST_NAME, { from: 0, to: 0 })
  const manifest = await readJson(file, span, manifestSchema, MANIFEST_LIMIT)
  return manifest === null ? damaged(MANIFEST_NAME, span) : accept(manifest)
}

async function readJson<T>(
  file: FileHandle,
  span: Span,
  schema: z.ZodType<T>,
  limit: number,
): Promise<T | null> {
  if (span.to - span.from > limit) return null
  const bytes = await readRange(file, span.from, span.to - span.from)
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    // Only the canonical form has one meaning for every reader: no doubled keys, no second spelling.
    if (canonicalJson(value) !== text) return null
    const parsed = schema.safeParse(value)
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** The manifest against the directory: nothing missing, nothing extra, nothing twice, counts as declared. */
function checkManifest(
  manifest: PackageManifest,
  listed: ReadonlyMap<string, PackageManifestEntry>,
  spans: ReadonlyMap<string, Span>,
): Refusal | null {
  const own = spans.get(MANIFEST_NAME) ?? { from: 0, to: 0 }
  if (listed.size !== manifest.entries.length) return damaged(MANIFEST_NAME, own)
  for (const { path, kind, sha256 } of manifest.entries) {
    if (path !== packageEntryName(kind, sha256)) return damaged(MANIFEST_NAME, own)
    if (!spans.has(path)) return damaged(path, { from: 0, to: 0 })
  }
  for (const [name, span] of spans)
    if (name !== MANIFEST_NAME && !listed.has(name)) return damaged(name, span)
  const count = (kind: PackageManifestEntry['kind']): number =>
    manifest.entries.filter((entry) => entry.kind === kind).length
  const { counts } = manifest
  const counted =
    count('EDITION') === counts.editions &&
    count('WITHDRAWAL') === counts.withdrawals &&
    count('ATTACHMENT') === counts.attachments
  return counted ? null : damaged(MANIFEST_NAME, own)
}

async function checkEntry(
  file: FileHandle,
  entry: PackageManifestEntry,
  span: Span,
  listed: ReadonlyMap<string, PackageManifestEntry>,
): Promise<Refusal | null> {
  if (span.to - span.from !== entry.size) return damaged(entry.path, span)
  if ((await hashRange(file, span.from, span.to)) !== entry.sha256) return damaged(entry.path, span)
  switch (entry.kind) {
    case 'ATTACHMENT':
      return null
    case 'WITHDRAWAL':
      return (await readJson(file, span, withdrawalSchema, JSON_LIMIT)) === null
        ? damaged(entry.path, span)
        : null
    case 'EDITION': {
      const record = await readJson(file, span, editionSchema, JSON_LIMIT)
      if (record === null || !isWhole(record, listed)) return damaged(entry.path, span)
      return null
    }
  }
}

/** The edition's hash is that of its content, and every file it names travels with it. */
function isWhole(record: EditionRecord, listed: ReadonlyMap<string, PackageManifestEntry>): boolean {
  const hash = createHash('sha256').update(canonicalContent(record.content), 'utf8').digest('hex')
  if (hash !== record.hash) return false
  return record.content.attachments.every(
    ({ sha256, size }) => listed.get(packageEntryName('ATTACHMENT', sha256))?.size === size,
  )
}
