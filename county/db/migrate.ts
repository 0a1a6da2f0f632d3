import { readdirSync, readFileSync } from 'node:fs'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { sha256 } from '../../platform/sha256.ts'
import type { CountySql } from './sql.ts'

/** One numbered step; `version` is the number in its file name, `checksum` the SHA-256 of its text. */
export type Migration = {
  readonly version: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** Any number, the same in every county program: who holds it migrates. */
const MIGRATION_LOCK = 7_146_206

/**
 * Reads the numbered SQL files beside this module, in order and without gaps.
 * @throws when a number is missing or double: that is a packaging fault, not a refusal.
 * @example loadMigrations()[0].name // '0001-county'
 */
export function loadMigrations(
  folder: URL = new URL('./migrations/', import.meta.url),
): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
  return names.map((name, index) => {
    const version = Number(name.slice(0, 4))
    if (version !== index + 1) throw new Error(`migration ${name} breaks the sequence`)
    const sql = readFileSync(new URL(name, folder), 'utf8')
    return { version, name: name.slice(0, -'.sql'.length), sql, checksum: sha256(sql) }
  })
}

/**
 * Brings a database to the newest step, each in a transaction of its own. Two processes that start at once take turns. Refuses
 * `county.database-newer` when a newer program has been at work: an old one would lose what it does not know.
 * @throws when a step that was taken has another text now: nobody could say then what the tables look like.
 * @example await migrate(sql, loadMigrations()) // { ok: true, value: 1 }
 */
export async function migrate(
  database: CountySql,
  migrations: readonly Migration[],
): Promise<Result<number>> {
  for (;;) {
    const step = await nextStep(database, migrations)
    if (!step.ok || step.value === 'DONE') return step.ok ? accept(migrations.length) : step
  }
}

function nextStep(database: CountySql, migrations: readonly Migration[]): Promise<Result<'TAKEN' | 'DONE'>> {
  return database.transaction(async (sql) => {
    // Let go with the transaction, however it ends; a lock of the session would stay with the pooled connection.
    await sql.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await sql.query(
      `CREATE TABLE IF NOT EXISTS county_migration (
         version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TIMESTAMPTZ NOT NULL DEFAULT now())`,
    )
    const taken = await sql.query<{ version: number; checksum: string }>(
      'SELECT version, checksum FROM county_migration ORDER BY version',
    )
    if (taken.length > migrations.length) {
      return refuse('county.database-newer', { found: taken.length, known: migrations.length })
    }
    for (const [index, { version, checksum }] of taken.entries()) {
      const known = migrations[index]
      if (known?.version !== version || known.checksum !== checksum)
        throw new Error(`migration ${version} was taken with another text`)
    }
    const next = migrations[taken.length]
    if (next === undefined) return accept('DONE' as const)
    await sql.script(next.sql)
    await sql.query('INSERT INTO county_migration (version, name, checksum) VALUES ($1, $2, $3)', [
      next.version,
      next.name,
      next.checksum,
    ])
    return accept('TAKEN' as const)
  })
}
