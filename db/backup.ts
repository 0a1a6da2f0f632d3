import type { Database } from 'better-sqlite3'
import { existsSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { accept, refuse, type Result } from '../domain/refusal.ts'
import { closeDatabase, openDatabase } from './open.ts'

/** A copy that was made and proved. */
export type DatabaseBackup = { readonly path: string; readonly size: number }

/**
 * Copies an open database into a new file by `VACUUM INTO`, never by copying the live file: beside a write-ahead log
 * that copy lacks everything not yet checkpointed. The copy is proved by SQLite's integrity check, flushed to the disk and
 * only then takes its name. Refuses `backup.target-exists`, and `office.database-damaged` when the copy does not prove.
 * @example await backupDatabase(store.database, '/media/stick/board.sqlite3')
 */
export async function backupDatabase(source: Database, target: string): Promise<Result<DatabaseBackup>> {
  if (existsSync(target)) return refuse('backup.target-exists')
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  try {
    source.prepare('VACUUM INTO ?').run(partial)
    if (!isDatabaseWhole(partial)) return refuse('office.database-damaged', { reason: 'INTEGRITY_CHECK' })
    const size = await flush(partial)
    await rename(partial, target)
    return accept({ path: target, size })
  } catch (error) {
    // SQLite names damage in the source so; everything else (no space, stick pulled out) is not ours to explain.
    const code = (error as { code?: string }).code ?? ''
    if (code.startsWith('SQLITE_CORRUPT')) return refuse('office.database-damaged', { reason: code })
    throw error
  } finally {
    rmSync(partial, { force: true })
  }
}

async function flush(path: string): Promise<number> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
    return (await file.stat()).size
  } finally {
    await file.close()
  }
}

/**
 * Proves a database file by `integrity_check` and `foreign_key_check` without changing it.
 * @example isDatabaseWhole('/data/board.sqlite3') // true
 */
export function isDatabaseWhole(path: string): boolean {
  const opened = openDatabase(path, { readonly: true })
  if (!opened.ok) return false
  const database = opened.value
  try {
    if (database.pragma('integrity_check(1)', { simple: true }) !== 'ok') return false
    return (database.pragma('foreign_key_check') as unknown[]).length === 0
  } catch {
    // A page too damaged to be read ends the check itself.
    return false
  } finally {
    closeDatabase(database)
  }
}
