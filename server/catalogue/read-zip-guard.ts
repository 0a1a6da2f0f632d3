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

/** Thrown inside this file only, to leave a stream as soon as a limit is passed. */
class LimitPassed extends Error {}

async function countBytes(zip: ZipFile, entry: Entry, limit: number): Promise<number> {
  const stream = await zip.openReadStreamPromise(entry)
  let bytes = 0
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length
    // The sizes written in the file may lie; only what really comes out counts.
    if (bytes > limit) throw new LimitPassed()
  }
  return bytes
}

async function measure(zip: ZipFile, limits: UnpackLimits): Promise<string[]> {
  const names: string[] = []
  let total = 0
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName)
    if (names.length > limits.entries) throw new LimitPassed()
    if (entry.fileName.endsWith('/')) continue
    const bytes = await countBytes(zip, entry, Math.min(limits.entryBytes, limits.totalBytes - total))
    if (bytes > MEGABYTE && bytes > limits.ratio * Math.max(entry.compressedSize, 1)) throw new LimitPassed()
    total += bytes
  }
  return names
}

/**
 * Unpacks a ZIP file once into nothing and says which entries it has, so that a small file which unpacks to gigabytes
 * never reaches a reader that keeps it all in memory.
 * Refuses `catalogue.file-too-large` when a limit is passed and `catalogue.file-damaged` when it does not unpack.
 * @example await readZipGuard(bytes) // { ok: true, value: ['[Content_Types].xml', 'xl/workbook.xml', …] }
 */
export async function readZipGuard(
  bytes: Uint8Array,
  limits: UnpackLimits = WORKBOOK_LIMITS,
): Promise<Result<readonly string[]>> {
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
