import { createHmac, randomBytes } from 'node:crypto'
import { access, constants, lstat, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { AskSpace } from '../../platform/free-space.ts'
import type { RemovableRoot } from '../../platform/removable-roots.ts'
import type { DriveView } from './views.ts'

/** Removable drives that are plugged in; a screen names one by an id that is made anew with each start of the program. */
export type Drives = {
  /** What is plugged in now, by name. */
  readonly list: () => Promise<readonly DriveView[]>
  /** Where a drive is mounted; null once it was pulled out. */
  readonly find: (id: string) => Promise<RemovableRoot | null>
}

async function isPluggedIn({ path }: RemovableRoot, mountsOnly: boolean): Promise<boolean> {
  // On a Mac the system's own disk stands among the others as a link.
  const info = await lstat(path).catch(() => null)
  if (!info?.isDirectory()) return false
  if (!mountsOnly) return true
  const above = await stat(dirname(path)).catch(() => null)
  return above !== null && above.dev !== info.dev
}

async function isWritable(path: string): Promise<boolean> {
  return access(path, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
}

/**
 * Lists removable drives. The screen never sees a path and sends none: a path from outside could name any file of this computer.
 * `mountsOnly`: a folder that is no mount of its own is no drive.
 * @example await openDrives({ roots, space: diskSpace, mountsOnly: true }).list()
 */
export function openDrives(of: {
  readonly roots: () => Promise<readonly RemovableRoot[]>
  readonly space: AskSpace
  readonly mountsOnly: boolean
}): Drives {
  const secret = randomBytes(32)
  const idOf = (path: string): string =>
    createHmac('sha256', secret).update(path).digest('base64url').slice(0, 22)
  const plugged = async (): Promise<readonly RemovableRoot[]> => {
    const roots = await of.roots()
    const there = await Promise.all(roots.map((root) => isPluggedIn(root, of.mountsOnly)))
    return roots.filter((_, index) => there[index])
  }
  return {
    list: async () => {
      const drives = await Promise.all(
        (await plugged()).map(async ({ path, name }): Promise<DriveView> => {
          const space = await of.space(path)
          return {
            id: idOf(path),
            name,
            freeBytes: space?.free ?? null,
            totalBytes: space?.total ?? null,
            writable: await isWritable(path),
          }
        }),
      )
      return drives.toSorted((one, other) => one.name.localeCompare(other.name, 'zh'))
    },
    find: async (id) => (await plugged()).find(({ path }) => idOf(path) === id) ?? null,
  }
}
