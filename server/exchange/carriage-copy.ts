import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { lstat, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { accept, refuse, type Refusal, type Result } from '../../domain/refusal.ts'
import { flushFolder } from '../../platform/flush-folder.ts'
import type { AskSpace } from '../../platform/free-space.ts'
import type { JobHandle } from './job.ts'

/** Bytes at a time: enough to keep a stick busy, little enough to cancel at once. */
const PIECE = 1 << 20
/** What a file system needs for the name and the folder, in bytes. */
const MARGIN = 64 * 1024

/** A file to copy, and where to. */
export type CopyInput = {
  readonly source: string
  readonly fileName: string
  readonly size: number
  /** SHA-256 (hex) of the whole file. */
  readonly sha256: string
  /** Drive or folder. */
  readonly folder: string
  readonly space: AskSpace
  /** Whether the drive is still there; a folder always says yes and is judged by what the disk says. */
  readonly stillThere: () => Promise<boolean>
  readonly job: JobHandle
}

/** Thrown by cancelling; everything else that throws is the disk's. */
class Cancelled extends Error {}

async function hashOf(path: string, size: number, job: JobHandle, step: 'COPY' | 'VERIFY'): Promise<string> {
  const file = await open(path, 'r')
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(PIECE)
    let done = 0
    for (;;) {
      if (job.signal.aborted) throw new Cancelled()
      const { bytesRead } = await file.read(buffer, 0, PIECE, done)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytesRead))
      done += bytesRead
      job.report({ step, done, total: size, bytes: done })
    }
  } finally {
    await file.close()
  }
}

async function copyTo(path: string, input: CopyInput): Promise<string> {
  const { source, size, job } = input
  const from = await open(source, 'r')
  try {
    // Never followed and never over something that is there: a stick may hold a link that leads anywhere.
    const to = await open(path, 'wx', 0o600)
    try {
      const hash = createHash('sha256')
      const buffer = Buffer.allocUnsafe(PIECE)
      let done = 0
      for (;;) {
        if (job.signal.aborted) throw new Cancelled()
        const { bytesRead } = await from.read(buffer, 0, PIECE, done)
        if (bytesRead === 0) break
        const piece = buffer.subarray(0, bytesRead)
        hash.update(piece)
        await to.writeFile(piece)
        done += bytesRead
        job.report({ step: 'COPY', done, total: size, bytes: done })
      }
      await to.sync()
      return hash.digest('hex')
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}

async function refusalOf(error: unknown, input: CopyInput): Promise<Refusal> {
  if (error instanceof Cancelled) return refuse('package.export-cancelled')
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  if (!(await input.stillThere())) return refuse('package.drive-gone')
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    // FAT takes no file of 4 GiB, whatever room there is.
    return refuse('package.no-space', {
      needed: input.size + MARGIN,
      free: (await input.space(input.folder))?.free ?? 0,
    })
  }
  if (code === 'ENOENT' || code === 'EIO' || code === 'ENODEV' || code === 'ENXIO') {
    return refuse('package.drive-gone')
  }
  return refuse('package.destination-invalid')
}

async function infoOf(path: string): Promise<Stats | null> {
  return lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

/** The name under which it may lie there: its own, or, where that is another file's, one with the start of its hash. */
async function freeName(input: CopyInput): Promise<{ readonly path: string; readonly there: boolean }> {
  const own = join(input.folder, input.fileName)
  const apart = join(
    input.folder,
    input.fileName.replace(/(?=\.zip(?:\.age)?$)/, `-${input.sha256.slice(0, 8)}`),
  )
  for (const path of [own, apart]) {
    const info = await infoOf(path)
    if (info === null) return { path, there: false }
    const same =
      info.isFile() &&
      info.size === input.size &&
      (await hashOf(path, input.size, input.job, 'VERIFY')) === input.sha256
    if (same) return { path, there: true }
  }
  // A spoilt copy of this very file under the name that only it can have.
  await rm(apart, { force: true })
  return { path: apart, there: false }
}

/**
 * Copies a file to a drive or folder: room is asked for first, it is written under `.partial`, flushed, read back, compared, and only
 * then named. A copy that is there already is compared and left; another file of that name is never touched. Gives the name it has there.
 * Refuses `package.no-space` with `needed` and `free` bytes, `package.drive-gone`, `package.copy-damaged`, `package.destination-invalid`,
 * `package.damaged` when the file in the office is no longer what was written, and `package.export-cancelled`; nothing half-written has a name then.
 * @example await copyPackage({ source, fileName, size, sha256, folder: '/media/stick', space, stillThere, job })
 */
export async function copyPackage(input: CopyInput): Promise<Result<string>> {
  try {
    const { path, there } = await freeName(input)
    if (there) return accept(path)
    const space = await input.space(input.folder)
    if (space !== null && space.free < input.size + MARGIN) {
      return refuse('package.no-space', { needed: input.size + MARGIN, free: space.free })
    }
    const partial = `${path}.partial`
    await rm(partial, { force: true })
    try {
      const read = await copyTo(partial, input)
      // What the office keeps is no longer what was written: the copy would be proved wrong at the county.
      if (read !== input.sha256) return refuse('package.damaged', { from: 0, to: input.size, entry: '' })
      if ((await hashOf(partial, input.size, input.job, 'VERIFY')) !== input.sha256) {
        return refuse('package.copy-damaged')
      }
      await rename(partial, path)
      await flushFolder(input.folder)
      return accept(path)
    } finally {
      await rm(partial, { force: true }).catch(() => undefined)
    }
  } catch (error) {
    return refusalOf(error, input)
  }
}
