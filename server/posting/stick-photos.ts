import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, open, readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { PHOTO_LIMIT } from './photos.ts'
import type { StickPhoto } from './views.ts'

const PICTURE = /\.(?:jpe?g|png|webp)$/i
/** Cameras lay pictures three folders deep; a stick full of everything must not be read through. */
const DEPTH = 4
const MOST_FOLDERS = 400
const MOST_SHOWN = 100

/** Windows knows no such flag. */
const NO_LINK = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW

/** Pictures on removable drives. */
export type StickPhotos = {
  /** Pictures on what is plugged in now, newest first; each with a token that names it until this person's next list. */
  readonly list: (accountId: string) => Promise<readonly StickPhoto[]>
  /** Reads one that was listed for this person. Refuses `photo.not-found`, `photo.too-large`. */
  readonly read: (accountId: string, token: string) => Promise<Result<Uint8Array>>
}

async function namesIn(folder: string): Promise<readonly string[]> {
  // A stick that was pulled out meanwhile has nothing in it.
  return readdir(folder).catch(() => [])
}

/**
 * Looks for pictures on removable drives. The screen never sees a path and sends none: a path from outside could name any file of
 * this computer.
 * @example await openStickPhotos(() => removableRoots(process.platform)).list(principal.id)
 */
export function openStickPhotos(roots: () => Promise<readonly string[]>): StickPhotos {
  const pathsOf = new Map<string, ReadonlyMap<string, string>>()
  const walk = async (mounted: string): Promise<readonly (StickPhoto & { readonly path: string })[]> => {
    const found: (StickPhoto & { readonly path: string })[] = []
    // On a Mac the system's own disk stands among the others as a link.
    if (!(await lstat(mounted).catch(() => null))?.isDirectory()) return found
    const root = await realpath(mounted).catch(() => null)
    if (root === null) return found
    const folders: { readonly path: string; readonly depth: number }[] = [{ path: root, depth: 0 }]
    for (let at = 0; at < folders.length && at < MOST_FOLDERS; at++) {
      const folder = folders[at]
      if (!folder) break
      for (const name of await namesIn(folder.path)) {
        if (name.startsWith('.')) continue
        const path = join(folder.path, name)
        // Not followed: a link on a stick could lead anywhere.
        const info = await lstat(path).catch(() => null)
        if (info?.isDirectory() && folder.depth < DEPTH) folders.push({ path, depth: folder.depth + 1 })
        if (!info?.isFile() || !PICTURE.test(name)) continue
        const modifiedAt = Temporal.Instant.fromEpochMilliseconds(Math.round(info.mtimeMs)).toString({
          smallestUnit: 'millisecond',
        })
        const token = randomBytes(18).toString('base64url')
        found.push({ path, token, name, size: info.size, modifiedAt })
      }
    }
    return found
  }
  return {
    list: async (accountId) => {
      const found = (await Promise.all((await roots()).map(walk))).flat()
      const known = new Set<string>()
      const newest = found
        .toSorted((one, other) => (one.modifiedAt < other.modifiedAt ? 1 : -1))
        .filter(({ path }) => !known.has(path) && known.add(path))
        .slice(0, MOST_SHOWN)
      pathsOf.set(accountId, new Map(newest.map(({ token, path }) => [token, path])))
      return newest.map(({ path: _, ...photo }) => photo)
    },
    read: async (accountId, token) => {
      const path = pathsOf.get(accountId)?.get(token)
      const info = path === undefined ? null : await lstat(path).catch(() => null)
      if (path === undefined || !info?.isFile()) return refuse('photo.not-found')
      const handle = await open(path, constants.O_RDONLY | NO_LINK).catch(() => null)
      if (!handle) return refuse('photo.not-found')
      try {
        // What was listed had no link above it; a folder that has since become one could lead anywhere.
        if ((await realpath(path).catch(() => null)) !== path) return refuse('photo.not-found')
        if ((await handle.stat()).size > PHOTO_LIMIT) {
          return refuse('photo.too-large', { megabytes: PHOTO_LIMIT / 1024 / 1024 })
        }
        return accept(new Uint8Array(await handle.readFile()))
      } finally {
        await handle.close()
      }
    },
  }
}
