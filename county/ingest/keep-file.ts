import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { openBlobStore } from '../../platform/blob-store.ts'
import { flushFolder } from '../../platform/flush-folder.ts'

/**
 * Keeps a file of a package among the county's files, in pieces: however large it is, one piece is in memory. It has its name when its bytes
 * are on the disk; one that is there already is not written again. Throws when the bytes are not those of the hash.
 * @example await keepFile('/county', sha256, opened.attachment(sha256))
 */
export async function keepFile(dataFolder: string, hash: string, bytes: Readable): Promise<void> {
  const target = openBlobStore(dataFolder).pathOf(hash)
  const there = await stat(target).catch(() => null)
  if (there !== null) {
    bytes.destroy()
    return
  }
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const temporary = `${target}.${randomUUID()}.part`
  try {
    const sum = createHash('sha256')
    const handle = await open(temporary, 'wx', 0o600)
    try {
      for await (const piece of bytes as AsyncIterable<Buffer>) {
        sum.update(piece)
        await handle.writeFile(piece)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (sum.digest('hex') !== hash) throw new Error(`file ${hash} is not what its hash says`)
    await rename(temporary, target)
    await flushFolder(dirname(target))
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
