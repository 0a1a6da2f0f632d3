import Sqlite, { type Database } from 'better-sqlite3'
import { loadMigrations, migrate } from '../../db/migrate.ts'
import { SEEDS } from './migration-seeds.ts'

const migrations = loadMigrations()

/** A database of step `version` with rows in every table it has, written step by step as an office would have them. */
export function seededAt(version: number, file = ':memory:'): Database {
  const database = new Sqlite(file)
  for (let step = 1; step <= version; step++) {
    const migrated = migrate(database, migrations, step)
    if (!migrated.ok) throw new Error(migrated.code)
    for (const statement of SEEDS[step] ?? []) database.exec(statement)
  }
  return database
}
