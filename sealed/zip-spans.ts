import type { FileHandle } from 'node:fs/promises'
import { accept, refuse } from '../domain/refusal.ts'
import type { Refusal, Result } from '../domain/refusal.ts'
import type { Directory, DirectoryEntry } from './read-directory.ts'
import { readRange } from './read-seal.ts'

/** Where an entry's bytes lie in the file: `[from, to)`, with the CRC-32 its headers declare. */
export type Span = { readonly from: number; readonly to: number; readonly crc: number }

/**
 * Refuses a broken place.
 * @example damaged('manifest.json', { from: 30, to: 400 })
 */
export function damaged(entry: string, span: { readonly from: number; readonly to: number }): Refusal {
  return refuse('package.damaged', { from: span.from, to: span.to, entry })
}

/**
 * Says where the bytes of each entry lie. Entries are stored, follow one another from the first byte without gaps, each name occurs once, and
 * the header before the bytes says the same as the directory: a reader that goes by the one must not see another file than one that
 * goes by the other. Refuses `package.unsafe-name` and `package.damaged`.
 * @example await spansOf(file, directory, isPackageEntryName)
 */
export async function spansOf(
  file: FileHandle,
  directory: Directory,
  isSafe: (name: string) => boolean,
): Promise<Result<ReadonlyMap<string, Span>>> {
  const spans = new Map<string, Span>()
  let end = 0
  for (const listed of directory.entries) {
    if (!isSafe(listed.name)) return refuse('package.unsafe-name', { entry: printable(listed.name) })
    const span = await spanOf(file, listed)
    if (span === null || spans.has(listed.name) || listed.from !== end || span.to !== listed.to) {
      return damaged(listed.name, listed)
    }
    end = listed.to
    spans.set(listed.name, span)
  }
  return accept(spans)
}

const FIXED = 30
const LOCAL_SIGNATURE = 0x04034b50
/** Bit 11 says that the name is UTF-8, which ASCII is; any other bit changes how the bytes are to be read. */
const NAME_IS_UTF8 = 0x0800

/**
 * Where the bytes of one entry lie; null when it is not stored as it is, or its header contradicts the directory.
 * @example await spanOf(file, directory.entries[0])
 */
export async function spanOf(file: FileHandle, { name, from, entry }: DirectoryEntry): Promise<Span | null> {
  const head = await readRange(file, from, FIXED + name.length)
  if (head.length < FIXED + name.length || head.readUInt32LE(0) !== LOCAL_SIGNATURE) return null
  if (head.readUInt16LE(26) !== name.length || head.subarray(FIXED).toString('latin1') !== name) return null
  const size = entry.uncompressedSize
  const same =
    (entry.generalPurposeBitFlag & ~NAME_IS_UTF8) === 0 &&
    head.readUInt16LE(6) === entry.generalPurposeBitFlag &&
    entry.compressionMethod === 0 &&
    head.readUInt16LE(8) === 0 &&
    head.readUInt32LE(14) === entry.crc32 &&
    entry.compressedSize === size &&
    head.readUInt32LE(18) === size &&
    head.readUInt32LE(22) === size
  if (!same) return null
  const dataAt = from + head.length + head.readUInt16LE(28)
  return { from: dataAt, to: dataAt + size, crc: entry.crc32 }
}

/** A name that was made to deceive may hold control characters or be endless; the refusal prints neither. */
function printable(name: string): string {
  return name.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 80)
}
