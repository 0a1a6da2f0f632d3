import type { Database } from 'better-sqlite3'
import { readdirSync, readFileSync } from 'node:fs'
import { refuse, type Result, accept } from '../domain/refusal.ts'

/** One numbered step; `version` is the number in its file name. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string }

/** The step an upgrade begins, counted from 1, of so many. */
export type UpgradeStep = { readonly step: number; readonly of: number }

/**
 * Reads the numbered SQL files beside this module, in order and without gaps.
 * @throws when a number is missing or double: that is a packaging fault, not a refusal.
 * @example loadMigrations()[0].name // '0001-office'
 */
export function loadMigrations(folder: URL = new URL('./migrations/', import.meta.url)): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
  const migrations = names.map((name) => ({
    version: Number(name.slice(0, 4)),
    name: name.slice(0, -'.sql'.length),
    sql: readFileSync(new URL(name, folder), 'utf8'),
  }))
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) throw new Error(`migration ${migration.name} breaks the sequence`)
  })
  return migrations
}

/**
 * Refuses a database that a newer program has written (`office.database-newer`), because an old program would lose
 * what it does not know. Reads only.
 * @example refuseNewer(database, loadMigrations()) // { ok: true, value: 7 }
 */
export function refuseNewer(database: Database, migrations: readonly Migration[]): Result<number> {
  const found = database.pragma('user_version', { simple: true }) as number
  return found > migrations.length
    ? refuse('office.database-newer', { found, known: migrations.length })
    : accept(found)
}

/**
 * Brings a database to the newest step; each step in its own transaction with a foreign key check before commit.
 * A database newer than the program is refused (`office.database-newer`). Foreign keys are switched off outside the
 * transaction: inside, the pragma does nothing and a table rebuild would delete child rows by cascade. Before each step of a
 * database that holds something `onUpgrade` is told, since a large one takes minutes.
 * @example migrate(database, loadMigrations()) // { ok: true, value: 7 }
 */
export function migrate(
  database: Database,
  migrations: readonly Migration[],
  upTo = migrations.length,
  onUpgrade?: (step: UpgradeStep) => void,
): Result<number> {
  const current = refuseNewer(database, migrations)
  if (!current.ok) return current
  database.pragma('foreign_keys = OFF')
  try {
    const due = migrations.slice(current.value, upTo)
    for (const [index, migration] of due.entries()) {
      if (current.value > 0) onUpgrade?.({ step: index + 1, of: due.length })
      database
        .transaction(() => {
          // Another process may have taken this step between our look and our turn.
          if ((database.pragma('user_version', { simple: true }) as number) >= migration.version) return
          database.exec(migration.sql)
          const broken = database.pragma('foreign_key_check') as unknown[]
          if (broken.length > 0)
            throw new Error(`migration ${migration.name} leaves ${broken.length} broken references`)
          database.pragma(`user_version = ${migration.version}`)
        })
        .immediate()
    }
  } finally {
    database.pragma('foreign_keys = ON')
  }
  return accept(database.pragma('user_version', { simple: true }) as number)
}
