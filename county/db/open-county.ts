import { refuse, type Result, accept } from '../../domain/refusal.ts'
import { loadMigrations, migrate, type Migration } from './migrate.ts'
import { openPg } from './open-pg.ts'
import { openPglite } from './open-pglite.ts'
import type { CountySql } from './sql.ts'

/** Where a county's data lies. */
export type CountyPlace = {
  readonly dataFolder: string
  /** `DATABASE_URL`; undefined for the embedded database in the data folder. */
  readonly databaseUrl?: string | undefined
}

/**
 * Opens a county's database, PostgreSQL at `databaseUrl` or the embedded one, and brings it to the newest step. Refuses
 * `county.database-unreachable`, `county.database-newer` and `county.data-folder-in-use`.
 * @example await openCounty({ dataFolder: '/county', databaseUrl: process.env.DATABASE_URL })
 */
export async function openCounty(
  place: CountyPlace,
  migrations: readonly Migration[] = loadMigrations(),
): Promise<Result<CountySql>> {
  const opened =
    place.databaseUrl === undefined || place.databaseUrl === ''
      ? await openPglite(place.dataFolder)
      : await reach(place.databaseUrl)
  if (!opened.ok) return opened
  try {
    const migrated = await migrate(opened.value, migrations)
    if (migrated.ok) return opened
    await opened.value.close()
    return migrated
  } catch (error) {
    await opened.value.close()
    throw error
  }
}

async function reach(url: string): Promise<Result<CountySql>> {
  let sql: CountySql | null = null
  try {
    sql = openPg(url)
    await sql.query('SELECT 1')
    return accept(sql)
  } catch (error) {
    await sql?.close()
    // The address may hold a password: only the code of the fault goes into the sentence.
    const { code = '' } = error as { readonly code?: string }
    return refuse('county.database-unreachable', { fault: code })
  }
}
