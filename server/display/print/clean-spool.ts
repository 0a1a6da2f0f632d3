import { readdir, rm, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Deps } from '../../deps.ts'
import { printableSheet } from '../sheet-data.ts'
import type { PrintSubject } from './views.ts'

/** A PDF lies this many days after it was made or last sent; then the sheet is built anew. */
const KEPT_DAYS = 14

const DAY = 86_400_000
/** A file is written before the row that names it. */
const YOUNG_MS = 3_600_000

/** Not of what was withdrawn or has run out: its names must not lie on a disk for two weeks more. */
function wantedFiles({ store: { read }, clock }: Pick<Deps, 'store' | 'clock'>, since: string): Set<string> {
  const now = clock.now()
  const wanted = read.printJob.filesSince(since).filter(({ subject }) => {
    const printed = JSON.parse(subject) as PrintSubject
    return printed.kind !== 'EDITION' || printableSheet(read, printed.hash, now, printed.noticeId).ok
  })
  return new Set(wanted.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256])))
}

/**
 * Removes PDFs nobody will want again: what is on paper is proved by its hash, and the files hold names of people. Asks the
 * disk's own time only for files that may not have their row yet.
 * @example await cleanSpool(deps)
 */
export async function cleanSpool(
  deps: Pick<Deps, 'spool' | 'store' | 'clock' | 'dataFolder'>,
): Promise<void> {
  await deps.spool.sweep()
  // The board may have been closed while the disk was read.
  if (!deps.store.database.open) return
  const root = join(deps.dataFolder, 'spool')
  const since = new Date(Date.parse(deps.clock.now()) - KEPT_DAYS * DAY).toISOString()
  const kept = wantedFiles(deps, since)
  const names = await readdir(root, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const name of names) {
    const path = join(root, name)
    const found = await stat(path).catch(() => null)
    if (!found?.isFile() || Date.now() - found.mtimeMs < YOUNG_MS) continue
    if (!kept.has(name.split(sep).join(''))) await rm(path, { force: true })
  }
}
