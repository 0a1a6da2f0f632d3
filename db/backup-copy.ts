import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What was copied. */
export type Copied = { readonly sha256: string; readonly size: number }

/**
 * Copies a file and flushes it, hashing the bytes on their way. Null when there is no such file.
 * Only its owner may read the copy: it may be a key.
 * @example await copyHashed('/data/blobs/ab/cd', '/media/stick/blobs/ab/cd')
 */
export async function copyHashed(source: string, target: string): Promise<Copied | null> {
  const hash = createHash('sha256')
  let size = 0
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const copy = await open(target, 'wx', 0o600)
  try {
    // Opened only where it is read: a stream that fails while nobody listens yet ends the whole process.
    for await (const chunk of createReadStream(source, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      size += chunk.length
      await copy.writeFile(chunk)
    }
    await copy.sync()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  } finally {
    await copy.close()
  }
  return { sha256: hash.digest('hex'), size }
}

/**
 * Hashes a file without copying it.
 * @example (await hashFile('/media/stick/board.sqlite3')).sha256
 */
export async function hashFile(path: string): Promise<Copied> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    size += chunk.length
  }
  return { sha256: hash.digest('hex'), size }
}
