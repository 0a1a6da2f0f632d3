import { constants } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { flushFolder } from '../../platform/flush-folder.ts'
import { diskSpace } from '../../platform/free-space.ts'
import { holdFile, type ExclusiveFile } from '../../platform/exclusive-file.ts'
import { decryptFile, isAgeFile } from '../../sealed/age-file.ts'
import { COUNTY_LIMITS, STAGING_KEEPS_FREE, STAGING_LIMIT } from './county-limits.ts'

/** A place on the disk for one package while it is read. */
export type Staging = {
  /**
   * Brings a file in, decrypted if it is encrypted; gives where it lies and how large it was as it came. Refuses `package.not-found`,
   * `package.too-large`, `county.staging-full` and what `decryptFile` refuses.
   */
  readonly bring: (
    file: string,
    identity: string,
  ) => Promise<Result<{ readonly path: string; readonly size: number }>>
  /** Takes the place away. */
  readonly end: () => Promise<void>
}

const LOCK = '.lock'

/**
 * Opens a place of its own under `<data>/staging`, and takes away what dead programs left there: each place has a lock that the operating
 * system lets go when its owner dies, however it dies (lessons, story 6).
 * @example const staging = await openStaging('/county')
 */
export async function openStaging(dataFolder: string, limit = STAGING_LIMIT): Promise<Staging> {
  const root = join(dataFolder, 'staging')
  await mkdir(root, { recursive: true, mode: 0o700 })
  await sweepStaging(dataFolder)
  const name = randomUUID()
  const folder = join(root, name)
  // The lock first: a place without one would be taken for a dead program's.
  const lock = holdFile(join(root, `${name}${LOCK}`))
  if (lock === null) throw new Error('a lock nobody else can know is held')
  await mkdir(folder, { mode: 0o700 })
  return {
    bring: async (file, identity) => {
      const state = await stat(file).catch(() => null)
      if (state === null || !state.isFile()) return refuse('package.not-found')
      const { size } = state
      if (size > COUNTY_LIMITS.bytes) {
        return refuse('package.too-large', { part: 'bytes', limit: COUNTY_LIMITS.bytes })
      }
      if ((await heldOnDisk(root)) + size > limit) return refuse('county.staging-full')
      const free = (await diskSpace(root))?.free ?? Number.POSITIVE_INFINITY
      if (free - size < STAGING_KEEPS_FREE) return refuse('county.staging-full')
      const path = join(folder, 'package.zip')
      if (!(await isAgeFile(file))) {
        await copyFile(file, path, constants.COPYFILE_EXCL)
        return accept({ path, size })
      }
      const plain = await decryptFile(file, path, identity, { limit: COUNTY_LIMITS.bytes })
      return plain.ok ? accept({ path, size }) : plain
    },
    end: async () => {
      await rm(folder, { recursive: true, force: true })
      lock.letGo()
      await rm(join(root, `${name}${LOCK}`), { force: true })
    },
  }
}

/**
 * Takes away the places of programs that died. Gives how many there were.
 * @example await sweepStaging('/county')
 */
export async function sweepStaging(dataFolder: string): Promise<number> {
  const root = join(dataFolder, 'staging')
  const names = await readdir(root).catch(() => [] as string[])
  let swept = 0
  for (const name of names.filter((one) => !one.endsWith(LOCK) && !one.includes('.'))) {
    const lock = holdDead(join(root, `${name}${LOCK}`))
    if (lock === null) continue
    await rm(join(root, name), { recursive: true, force: true })
    lock.letGo()
    await rm(join(root, `${name}${LOCK}`), { force: true })
    swept += 1
  }
  return swept
}

function holdDead(file: string): ExclusiveFile | null {
  try {
    return holdFile(file)
  } catch {
    // Somebody else is taking it away this moment.
    return null
  }
}

/** Bytes of everything that is being read. What waits has a share of its own for each office. */
async function heldOnDisk(root: string): Promise<number> {
  let bytes = 0
  for (const name of await readdir(root, { recursive: true }).catch(() => [] as string[])) {
    const state = await stat(join(root, name)).catch(() => null)
    if (state?.isFile()) bytes += state.size
  }
  return bytes
}

/**
 * Where a package lies that waits for earlier ones, by its seal.
 * @example waitingFile('/county', seal)
 */
export function waitingFile(dataFolder: string, seal: string): string {
  if (!/^[0-9a-f]{64}$/.test(seal)) throw new Error('a seal is a SHA-256')
  return join(dataFolder, 'waiting', `${seal}.zip`)
}

/**
 * Moves a package from its place to those that wait; it is on the disk when this returns.
 * @example await keepWaiting('/county', path, seal)
 */
export async function keepWaiting(dataFolder: string, path: string, seal: string): Promise<void> {
  const target = waitingFile(dataFolder, seal)
  await mkdir(join(dataFolder, 'waiting'), { recursive: true, mode: 0o700 })
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(path, target)
  await flushFolder(join(dataFolder, 'waiting'))
}

/**
 * Removes waiting files that no row speaks of: those taken in or superseded when the program died before it came to remove them, and those
 * put there by a transaction that never ended. Younger than an hour they stay, since one may be under way right now.
 * @example await sweepWaiting('/county', await waitingSeals(sql))
 */
export async function sweepWaiting(dataFolder: string, seals: ReadonlySet<string>): Promise<number> {
  const root = join(dataFolder, 'waiting')
  const names = await readdir(root).catch(() => [] as string[])
  let swept = 0
  for (const name of names) {
    if (seals.has(name.slice(0, -'.zip'.length))) continue
    const state = await stat(join(root, name)).catch(() => null)
    if (state === null || Date.now() - state.mtimeMs < HOUR_MS) continue
    await rm(join(root, name), { force: true })
    swept += 1
  }
  return swept
}

const HOUR_MS = 3_600_000
