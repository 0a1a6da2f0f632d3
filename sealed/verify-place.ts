import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { readDirectory } from './read-directory.ts'
import type { DirectoryEntry } from './read-directory.ts'
import { readRange } from './read-seal.ts'

/** Name under which damage outside every entry is reported. */
export const DIRECTORY_PLACE = 'zip-directory'
/** Name under which damage behind the sealed bytes is reported. */
export const SEAL_PLACE = 'seal'

/**
 * Names the entry in which damaged bytes `[from, to)` lie, or `zip-directory`. Where the range touches several
 * entries, the one that contradicts itself is named.
 * @example await placeOfDamage(file, path, 4096, 8192) // 'editions/ab….json'
 */
export async function placeOfDamage(
  file: FileHandle,
  path: string,
  from: number,
  to: number,
): Promise<string> {
  const directory = await readDirectory(path)
  if (directory === null) return DIRECTORY_PLACE
  try {
    const touched = directory.entries.filter((entry) => entry.from < to && entry.to > from)
    const last = directory.entries[directory.entries.length - 1]
    const reachesDirectory = last === undefined || to > last.to
    if (touched.length === 1 && !reachesDirectory) return touched[0]?.name ?? DIRECTORY_PLACE
    for (const entry of touched) if (await contradictsItself(file, entry)) return entry.name
    return reachesDirectory ? DIRECTORY_PLACE : (touched[0]?.name ?? DIRECTORY_PLACE)
  } finally {
    directory.zip.close()
  }
}

/** Compares an entry with its own header, and uses the directory only for what both repeat. */
async function contradictsItself(
  file: FileHandle,
  { from, to, name, entry }: DirectoryEntry,
): Promise<boolean> {
  const head = await readRange(file, from, 30 + name.length)
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) return true
  if (head.readUInt16LE(26) !== name.length || head.readUInt16LE(28) !== 0) return true
  if (head.subarray(30).toString('latin1') !== name) return true
  const repeated = [
    entry.versionNeededToExtract,
    entry.generalPurposeBitFlag,
    entry.compressionMethod,
    entry.lastModFileTime,
    entry.lastModFileDate,
  ]
  if (repeated.some((value, index) => head.readUInt16LE(4 + 2 * index) !== value)) return true
  const dataAt = from + head.length
  const size = to - dataAt
  if (head.readUInt32LE(18) !== size || head.readUInt32LE(22) !== size) return true
  return (await crcOf(file, dataAt, size)) !== head.readUInt32LE(14)
}

async function crcOf(file: FileHandle, from: number, size: number): Promise<number> {
  let crc = 0
  for (let done = 0; done < size; done += 1 << 20) {
    crc = crc32(await readRange(file, from + done, Math.min(1 << 20, size - done)), crc)
  }
  return crc
}
