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
  /** Cells covered by the merged blocks of one sheet: its reader makes an object of each. */
  readonly mergedCells: number
}

const MEGABYTE = 1024 * 1024

/** The limits for a catalogue. */
export const WORKBOOK_LIMITS: UnpackLimits = {
  entries: 2000,
  totalBytes: 200 * MEGABYTE,
  entryBytes: 50 * MEGABYTE,
  ratio: 400,
  mergedCells: 500_000,
}

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

/** Counts the cells under `<mergeCell ref="A1:C3"/>`: one line of a few bytes may claim the whole sheet. */
function countMergedCells(sheetXml: string): number {
  const column = (letters: string): number =>
    Array.from(letters).reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0)
  let cells = 0
  for (const [, left = '', top, right = '', bottom] of sheetXml.matchAll(
    /<mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)/g,
  )) {
    cells += (column(right) - column(left) + 1) * (Number(bottom) - Number(top) + 1)
  }
  return cells
}

async function measure(zip: ZipFile, limits: UnpackLimits): Promise<string[]> {
  const names: string[] = []
  let total = 0
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName)
    if (names.length > limits.entries) throw new LimitPassed()
    if (entry.fileName.endsWith('/')) continue
    const content = await unpack(zip, entry, Math.min(limits.entryBytes, limits.totalBytes - total))
    const bytes = content.length
    const isSheet = /^\/?xl\/worksheets\/[^/]+\.xml$/i.test(entry.fileName)
    if (isSheet && countMergedCells(content.toString('utf8')) > limits.mergedCells) throw new LimitPassed()
    if (bytes > MEGABYTE && bytes > limits.ratio * Math.max(entry.compressedSize, 1)) throw new LimitPassed()
    total += bytes
  }
  return names
}

/**
 * Unpacks a ZIP file entry by entry, keeps nothing and says which entries it has, so that a small file which unpacks to
 * gigabytes, or claims merged blocks of a billion cells, never reaches a reader that keeps it all in memory.
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
