import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { expect } from 'vitest'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import { RECORD_FILES, attachmentName } from '../../domain/exchange/package-name.ts'
import type { PackageFile, PackageManifest } from '../../domain/exchange/package-records.ts'
import type { PackageKey } from '../../sealed/package-key.ts'
import { sealZip } from '../../sealed/seal-write.ts'
import { HEAD, sha256 } from './package-fixture.ts'

// Whoever holds the office's key (a stolen PC, a careless tool) can seal anything. The seal then holds,
// and only the later checks stand between such a package and the receiver.

/** One file of a forged package. */
export type Part = {
  readonly name: string
  readonly bytes: Buffer
  readonly kind: PackageFile['kind'] | 'MANIFEST'
  readonly compress?: boolean
}

/** A file of records, one line each; strings go in as they are. */
export function lines(kind: 'EDITION' | 'WITHDRAWAL' | 'STATISTIC', ...records: readonly unknown[]): Part {
  const text = records.map((one) => `${typeof one === 'string' ? one : canonicalJson(one)}\n`).join('')
  return { name: RECORD_FILES[kind], bytes: Buffer.from(text), kind }
}

/** A file of records with exactly these bytes. */
export function raw(kind: 'EDITION' | 'WITHDRAWAL' | 'STATISTIC', bytes: Buffer): Part {
  return { name: RECORD_FILES[kind], bytes, kind }
}

export function file(bytes: Buffer): Part {
  return { name: attachmentName(sha256(bytes)), bytes, kind: 'ATTACHMENT' }
}

/** The parts with the files of records that are missing among them. */
export function whole(...parts: readonly Part[]): Part[] {
  const missing = (['EDITION', 'WITHDRAWAL', 'STATISTIC'] as const).filter(
    (kind) => !parts.some((part) => part.kind === kind),
  )
  return [...parts, ...missing.map((kind) => lines(kind))]
}

export function manifestOf(parts: readonly Part[], change: object = {}): Part {
  const files = parts
    .map(({ name, bytes, kind }) => ({ path: name, sha256: sha256(bytes), size: bytes.length, kind }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const count = (kind: PackageFile['kind']): number =>
    parts.filter((part) => part.kind === kind).reduce((sum, { bytes }) => sum + linesIn(bytes), 0)
  const manifest = {
    ...HEAD,
    format: 'board-package/2',
    counts: {
      editions: count('EDITION'),
      withdrawals: count('WITHDRAWAL'),
      statistics: count('STATISTIC'),
      attachments: parts.filter(({ kind }) => kind === 'ATTACHMENT').length,
    },
    files: files as PackageManifest['files'],
    ...change,
  }
  return { name: 'manifest.json', bytes: Buffer.from(canonicalJson(manifest)), kind: 'MANIFEST' }
}

function linesIn(bytes: Buffer): number {
  return bytes.toString('latin1').split('\n').length - 1
}

/** Writes the parts as they are; `rename` is applied to the raw bytes, as a ZIP library would not let it through. */
export async function forge(
  target: string,
  key: PackageKey,
  parts: readonly Part[],
  rename: readonly (readonly [string, string])[] = [],
): Promise<void> {
  const zip = new ZipFile()
  for (const { name, bytes, compress } of parts) zip.addBuffer(bytes, name, { compress: compress ?? false })
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(target))
  let text = readFileSync(target).toString('latin1')
  for (const [from, to] of rename) {
    expect(to.length).toBe(from.length)
    text = text.replaceAll(from, to)
  }
  writeFileSync(target, Buffer.from(text, 'latin1'))
  await sealZip(target, key)
}

/** Changes bytes of a sealed package and seals it anew with the right key. */
export async function tamper(
  target: string,
  key: PackageKey,
  change: (bytes: Buffer, directoryAt: number) => void,
): Promise<void> {
  const bytes = readFileSync(target)
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'))
  bytes.writeUInt16LE(0, end + 20)
  const body = bytes.subarray(0, end + 22)
  change(body, body.readUInt32LE(end + 16))
  writeFileSync(target, body)
  await sealZip(target, key)
}
