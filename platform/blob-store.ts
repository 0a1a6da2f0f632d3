import { randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileSha256 } from './file-sha256.ts'
import { flushFolder } from './flush-folder.ts'
import { sha256 } from './sha256.ts'

const PART_LIFETIME_MS = 3_600_000

/** A file on the disk as it was when it was last known to be whole; `changedAt` is in milliseconds since 1970. */
export type WholeFile = { readonly path: string; readonly size: number; readonly changedAt: number }

/** Content-addressed files under `<data>/blobs/ab/cdef…`, or in another folder beside it. */
export type BlobStore = {
  /** Stores bytes and gives their SHA-256; the file is on the disk, not only in its cache, when this returns. */
  readonly put: (bytes: Uint8Array) => Promise<string>
  /**
   * Reads a whole file. @throws when it is missing (rows never name a file that was not stored first) or no longer has
   * its hash: a changed file must not go out under the name of the one that was approved.
   */
  readonly get: (hash: string) => Promise<Buffer>
  /**
   * Proves a file without holding it in memory, for sending it in pieces: read through once in this process, and again
   * only when the disk says it was written to. @throws like `get`.
   */
  readonly whole: (hash: string) => Promise<WholeFile>
  /** Opens a file for streaming. */
  readonly stream: (hash: string) => ReadStream
  /**
   * Removes half-written files that a power cut or a killed program left: nobody will finish them, and they hold originals
   * with personal data. Younger than an hour they stay, since the command line may be writing one right now.
   */
  readonly sweep: () => Promise<void>
  /** Where a file lies. */
  readonly pathOf: (hash: string) => string
}

/** A file of that name need not be whole: a bad sector or a person with a file manager may have changed it. */
async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    return (await stat(path)).size === bytes.byteLength && (await readFile(path)).equals(bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/**
 * Opens the attachment store of a data folder. The name is the hash, so a whole file is never overwritten,
 * a damaged one is replaced when the same bytes are handed in again, and a half-written one (power cut) only ever exists
 * under a temporary name.
 * @example const hash = await openBlobStore('/data').put(bytes)
 */
export function openBlobStore(
  dataFolder: string,
  folder: 'blobs' | 'spool' | 'snapshot' | 'pieces' = 'blobs',
): BlobStore {
  const root = join(dataFolder, folder)
  const pathOf = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('a blob is named by its SHA-256')
    return join(root, hash.slice(0, 2), hash.slice(2))
  }
  const makeFolder = async (folder: string): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // A folder is an entry of the one above: not synced, a power cut takes it away with everything in it. Synced every
    // time, because whoever made it a moment ago may not have come to it yet.
    await flushFolder(root)
    await flushFolder(dataFolder)
  }
  const proved = new Map<string, WholeFile>()
  let proving: Promise<unknown> = Promise.resolve()
  const whole = async (hash: string): Promise<WholeFile> => {
    const path = pathOf(hash)
    const { size, mtimeMs: changedAt } = await stat(path)
    const isProved = () => {
      const known = proved.get(hash)
      return known?.size === size && known.changedAt === changedAt
    }
    if (!isProved()) {
      // One after another: a hall full of readers must not make a weak disk read ten files at once.
      const proof = proving.then(async () => {
        if (isProved()) return
        if ((await fileSha256(path)) !== hash) throw new Error(`blob ${hash} was changed on the disk`)
        proved.set(hash, { path, size, changedAt })
      })
      proving = proof.catch(() => undefined)
      await proof
    }
    return { path, size, changedAt }
  }
  return {
    pathOf,
    whole,
    put: async (bytes) => {
      const hash = sha256(bytes)
      const target = pathOf(hash)
      await makeFolder(dirname(target))
      if (await holds(target, bytes)) {
        // Somebody else may have put it there a moment ago and not have synced the folder yet.
        await flushFolder(dirname(target))
        return hash
      }
      const temporary = `${target}.${randomUUID()}.part`
      try {
        const handle = await open(temporary, 'wx', 0o600)
        try {
          await handle.writeFile(bytes)
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(temporary, target)
        await flushFolder(dirname(target))
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
      return hash
    },
    get: async (hash) => {
      const bytes = await readFile(pathOf(hash))
      if (sha256(bytes) !== hash) throw new Error(`blob ${hash} was changed on the disk`)
      return bytes
    },
    stream: (hash) => createReadStream(pathOf(hash)),
    sweep: async () => {
      const names = await readdir(root, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return []
        throw error
      })
      for (const name of names.filter((one) => one.endsWith('.part'))) {
        const path = join(root, name)
        const { mtimeMs } = await stat(path)
        if (Date.now() - mtimeMs > PART_LIFETIME_MS) await rm(path, { force: true })
      }
    },
  }
}
