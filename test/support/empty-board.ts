import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadMigrations } from '../../db/migrate.ts'
import { closeDatabase, openDatabase } from '../../db/open.ts'
import { databaseFile } from '../../server/create-deps.ts'

let empty: string | undefined

/** A database with every migration and nothing in it, named by them: after a change of one it is another file. */
function emptyDatabase(): string {
  const digest = createHash('sha256')
  for (const { sql } of loadMigrations()) digest.update(sql)
  const file = join(tmpdir(), `board-test-empty-${digest.digest('hex').slice(0, 16)}.sqlite3`)
  if (existsSync(file)) return file
  const making = mkdtempSync(join(tmpdir(), 'board-test-empty-'))
  const opened = openDatabase(join(making, 'made.sqlite3'))
  if (!opened.ok) throw new Error(opened.code)
  closeDatabase(opened.value)
  // Two workers may make it at once: each puts a whole file there.
  renameSync(join(making, 'made.sqlite3'), file)
  rmSync(making, { recursive: true })
  return file
}

/** Puts a board where nothing is set up yet into a folder. The migrations would take longer than most tests do. */
export function putEmptyBoard(dataFolder: string): void {
  empty ??= emptyDatabase()
  copyFileSync(empty, databaseFile(dataFolder))
}
