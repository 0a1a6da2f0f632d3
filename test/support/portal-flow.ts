import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Principal } from '../../server/principal.ts'
import { type SiteTarget, type SiteWatch, writeSite } from '../../server/exchange/portal/site/write-site.ts'
import type { TestBoard } from './test-board.ts'

/** The handler of the invented office as a principal. */
export function handlerOf(board: TestBoard): Principal {
  const account = board.deps.store.read.office.accountByName('周敏')
  if (!account) throw new Error('周敏 works here')
  return { id: account.id, name: account.name, roles: account.roles }
}

/** Writes the site of a board into a folder. */
export function siteTo(board: TestBoard, folder: string, watch: SiteWatch = {}) {
  const target: SiteTarget = { kind: 'FOLDER', folder }
  return writeSite(board.deps, handlerOf(board), target, watch)
}

/** Every file below a folder, by its path with strokes. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
}

/** All text of a site in one string, for looking for what must not be in it. */
export function textOf(folder: string): string {
  return filesIn(folder)
    .map((file) => `${file}\n${readFileSync(join(folder, file), 'utf8')}`)
    .join('\n')
}
