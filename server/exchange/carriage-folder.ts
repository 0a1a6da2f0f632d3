import { resolve } from 'node:path'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { access, constants, stat } from 'node:fs/promises'
import type { CarriageFolderView } from './views.ts'

/**
 * The folders packages may be copied to, with their room.
 * @example (await carriageFolders(deps))[0]?.writable // false while the network is down
 */
export async function carriageFolders(deps: Deps): Promise<CarriageFolderView[]> {
  return Promise.all(
    deps.store.read.carriage.folders().map(async ({ id, path }) => ({
      id: String(id),
      path,
      freeBytes: (await deps.diskSpace(path))?.free ?? null,
      writable: await isFolderToWriteTo(path),
    })),
  )
}

/**
 * Whether a folder is there and this program may write to it.
 * @example await isFolderToWriteTo('/media/stick') // false once it is pulled out
 */
export async function isFolderToWriteTo(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK | constants.X_OK)
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

/**
 * Sets a folder of this computer or its network that packages and the static site may be copied to; only from the command line, because a path that a screen
 * could send might name any place of this computer. Needs HANDLER. Refuses `package.destination-invalid` for what is no folder one may
 * write to.
 * @example await addCarriageFolder(deps, handler, '/mnt/county')
 */
export async function addCarriageFolder(
  deps: Deps,
  principal: Principal,
  folder: string,
): Promise<Result<readonly CarriageFolderView[]>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const path = resolve(folder)
  if (!(await isFolderToWriteTo(path))) return refuse('package.destination-invalid')
  deps.store.tx((write, read) => {
    if (read.carriage.folders().some((one) => one.path === path)) return
    write.carriage.addFolder({ path, addedBy: principal.id, addedAt: deps.clock.now() })
    record(deps, write, principal, 'package.folder', { kind: 'package', id: 'folder' }, { active: true })
  })
  return accept(await carriageFolders(deps))
}

/**
 * Takes a folder out again; what lies in it stays. Needs HANDLER. Refuses `package.destination-invalid` for one that was not set.
 * @example await endCarriageFolder(deps, handler, '/mnt/county')
 */
export async function endCarriageFolder(
  deps: Deps,
  principal: Principal,
  folder: string,
): Promise<Result<readonly CarriageFolderView[]>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const known = deps.store.read.carriage.folders().find((one) => one.path === resolve(folder))
  if (!known) return refuse('package.destination-invalid')
  deps.store.tx((write) => {
    write.carriage.endFolder({ folderId: known.id, accountId: principal.id, at: deps.clock.now() })
    record(deps, write, principal, 'package.folder', { kind: 'package', id: 'folder' }, { active: false })
  })
  return accept(await carriageFolders(deps))
}
