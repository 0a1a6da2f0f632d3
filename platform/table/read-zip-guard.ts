import { fromBufferPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { accept, refuse } from '../../domain/refusal.ts'
import type { Result } from '../../domain/refusal.ts'

/** What a workbook may unpack to before it is taken for an attack; far above any catalogue an office keeps. */
export type UnpackLimits = {
  readonly entries: number
  /** Bytes of all entries together, unpacked. */
  readonly totalBytes: number
  /** Bytes of one entry, unpacked. */
  readonly entryBytes: number
  /** Unpacked over packed size, asked of entries above one megabyte. */
  readonly ratio: number
}

const MEGABYTE = 1024 * 1024

/** The limits for a catalogue. */
export const WORKBOOK_LIMITS: UnpackLimits = {
  entries: 2000,
  totalBytes: 200 * MEGABYTE,
  entryBytes: 50 * MEGABYTE,
  ratio: 400,
}

/** Entries by name, in lower case and without a leading slash; those of no use for a table are null. */
export type ZipParts = ReadonlyMap<string, Buffer | null>

/** Thrown inside this file only, to leave a stream as soon as a limit is passed. */
class LimitPassed extends Error {}

async function unpack(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length
    // The sizes written in the file may lie; only what really comes out counts.
    if (bytes > limit) throw new LimitPassed()
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

async function measure(zip: ZipFile, limits: UnpackLimits): Promise<ZipParts> {
  const parts = new Map<string, Buffer | null>()
  let entries = 0
  let total = 0
  for await (const entry of zip.eachEntry()) {
    entries += 1
    if (entries > limits.entries) throw new LimitPassed()
    if (entry.fileName.endsWith('/')) continue
    const content = await unpack(zip, entry, Math.min(limits.entryBytes, limits.totalBytes - total))
    const bytes = content.length
    if (bytes > MEGABYTE && bytes > limits.ratio * Math.max(entry.compressedSize, 1)) throw new LimitPassed()
    total += bytes
    const name = entry.fileName.replace(/^\//, '').toLowerCase()
    // Where a name comes twice, programs differ in which they open; the first stays.
    if (!parts.has(name)) parts.set(name, /^xl\/.*\.(?:xml|rels)$/.test(name) ? content : null)
  }
  return parts
}

/**
 * Unpacks a ZIP file entry by entry and keeps only what a table is read from, so that a small file which unpacks to
 * gigabytes never reaches a reader.
 * Refuses `catalogue.file-too-large` when a limit is passed and `catalogue.file-damaged` when it does not unpack.
 * @example await readZipGuard(bytes) // { ok: true, value: Map { '[content_types].xml' => null, 'xl/workbook.xml' => … } }
 */
export async function readZipGuard(
  bytes: Uint8Array,
  limits: UnpackLimits = WORKBOOK_LIMITS,
): Promise<Result<ZipParts>> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return accept(await measure(zip, limits))
  } catch (error) {
    if (error instanceof LimitPassed) {
      return refuse('catalogue.file-too-large', { megabytes: Math.floor(limits.totalBytes / MEGABYTE) })
    }
    // yauzl and zlib answer a broken file with plain errors of many wordings: here they all mean "damaged".
    return refuse('catalogue.file-damaged')
  }
}
