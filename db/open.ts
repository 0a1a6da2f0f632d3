import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs'
import Sqlite, { type Database } from 'better-sqlite3'
import { accept, refuse, type Result } from '../domain/refusal.ts'
import { loadMigrations, migrate, refuseNewer, type UpgradeStep } from './migrate.ts'

/** How to open: a reader never migrates and cannot write. */
export type OpenOptions = {
  readonly readonly?: boolean
  /** Told before each step that brings a database of an older program up. */
  readonly onUpgrade?: ((step: UpgradeStep) => void) | undefined
}

// Drafts and personal data are in it: nobody else on the PC reads it, whoever started the program and with what umask. Its
// log and index files take over the mode of the database.
function keepPrivate(file: string): void {
  if (file === ':memory:') return
  closeSync(openSync(file, 'a', 0o600))
  for (const part of [file, `${file}-wal`, `${file}-shm`]) {
    if (!existsSync(part)) continue
    const { mode, uid } = statSync(part)
    // Only the owner can; an office that shares the folder with a service of another name has to set it itself.
    if ((mode & 0o077) !== 0 && uid === process.getuid?.()) chmodSync(part, 0o600)
  }
}

/**
 * The only opener of the board database: write-ahead log, `synchronous = FULL` (WAL alone lowers it to NORMAL,
 * which may lose the last commits at a power cut), foreign keys on, migrations applied.
 * Refuses `office.database-newer` and `office.database-damaged`; nothing is changed then.
 * @example openDatabase('/data/board.sqlite3')
 */
export function openDatabase(file: string, options: OpenOptions = {}): Result<Database> {
  let database: Database
  try {
    if (!options.readonly) keepPrivate(file)
    database = new Sqlite(file, options.readonly ? { readonly: true, fileMustExist: true } : {})
  } catch (error) {
    return damaged(error)
  }
  try {
    database.pragma('busy_timeout = 5000')
    const migrations = options.readonly ? [] : loadMigrations()
    if (!options.readonly) {
      // Asked before anything is set: even the change to WAL would write into a file that is not ours to touch.
      const known = refuseNewer(database, migrations)
      if (!known.ok) {
        database.close()
        return known
      }
      database.pragma('journal_mode = WAL')
      database.pragma('synchronous = FULL')
    }
    database.pragma('foreign_keys = ON')
    database.pragma('trusted_schema = OFF')
    // A name that is erased, and a draft that is thrown away, must not be readable in the free space of the file.
    if (!options.readonly) database.pragma('secure_delete = ON')
    // Without it REPLACE deletes rows past the triggers that forbid deleting.
    database.pragma('recursive_triggers = ON')
    // 32 MB of page cache: enough for the hot part of 100,000 notices, small beside the 200 MB budget.
    database.pragma('cache_size = -32000')
    if (!options.readonly) {
      if (database.pragma('synchronous', { simple: true }) !== 2)
        throw new Error('synchronous=FULL was not accepted')
      const migrated = migrate(database, migrations, migrations.length, options.onUpgrade)
      if (!migrated.ok) {
        database.close()
        return migrated
      }
    }
    return accept(database)
  } catch (error) {
    database.close()
    return damaged(error)
  }
}

function damaged(error: unknown): Result<Database> {
  const code = (error as { code?: string }).code ?? ''
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return refuse('office.database-damaged', { reason: code })
  }
  throw error
}

/**
 * Closes a database after letting SQLite refresh its statistics.
 * @example closeDatabase(database)
 */
export function closeDatabase(database: Database): void {
  if (!database.readonly) database.pragma('optimize')
  database.close()
}
