import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadMigrations, migrate } from '../../../county/db/migrate.ts'
import { openPg } from '../../../county/db/open-pg.ts'
import { openPglite } from '../../../county/db/open-pglite.ts'
import type { CountySql } from '../../../county/db/sql.ts'
import type { CountyDeps } from '../../../county/deps.ts'
import { setUpCounty } from '../../../county/instance/check-instance.ts'
import { enrolOffice } from '../../../county/office/enrol.ts'
import type { Refusal, Result } from '../../../domain/refusal.ts'
import { openBlobStore } from '../../../platform/blob-store.ts'
import { randomIds } from '../../../platform/ids.ts'
import { loadAgeIdentity } from '../../../sealed/age-identity.ts'
import { loadPackageKey } from '../../../sealed/package-key.ts'
import { officeSender, type OfficeSender } from './office-sender.ts'
import type { TestPostgres } from './postgres.ts'

/** A county of a test with one enrolled office. */
export type TestCounty = CountyDeps & {
  readonly office: OfficeSender
  readonly officeId: number
  /** The clock; a test sets it. */
  readonly time: { now: string }
  /** Folder that stands for the stick. */
  readonly stick: string
  /** Null on the embedded database. */
  readonly databaseUrl: string | null
  /** All rows of a table, for comparing before and after. */
  readonly everything: () => Promise<string>
  readonly close: () => Promise<void>
}

/** Takes the value of what has to be accepted. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code} ${JSON.stringify(result.params)}`)
  return result.value
}

/** Takes the refusal of what has to be refused. */
export function refusalOf<T>(result: Result<T>): Refusal {
  if (result.ok) throw new Error('accepted, but had to be refused')
  return result
}

/** The clock that every test begins with. */
export const NOW = '2026-11-22T02:00:00.000Z'

/** One embedded database for a whole test file: starting it takes longer than all else. */
let embedded: CountySql | null = null

async function freshEmbedded(): Promise<CountySql> {
  embedded ??= must(await openPglite(null))
  const sql = embedded
  await sql.transaction((open) => open.script('DROP SCHEMA public CASCADE; CREATE SCHEMA public'))
  return { ...sql, close: () => Promise.resolve() }
}

/**
 * Opens a fresh county, on PostgreSQL or, without one, on the embedded database in memory.
 * @example const county = await openTestCounty(postgres)
 */
export async function openTestCounty(
  postgres: TestPostgres | null,
  migrations = loadMigrations(),
): Promise<TestCounty> {
  const folder = mkdtempSync(join(tmpdir(), 'county-'))
  const databaseUrl = postgres === null ? null : await postgres.freshDatabase()
  const sql: CountySql = databaseUrl === null ? await freshEmbedded() : openPg(databaseUrl)
  must(await migrate(sql, migrations))
  const time = { now: NOW }
  const dataFolder = join(folder, 'data')
  const stick = join(folder, 'stick')
  const deps: CountyDeps = {
    sql,
    dataFolder,
    clock: { now: () => time.now, elapsed: () => 0 },
    ids: randomIds(() => Date.parse(time.now)),
    blobs: openBlobStore(dataFolder),
    key: loadPackageKey(dataFolder, 'county-ed25519.pem'),
    age: await loadAgeIdentity(dataFolder, 'county-age.txt'),
  }
  must(await setUpCounty(deps, { name: '示例县政务公开办公室', code: '990000', address: null }))
  const office = officeSender(stick)
  const enrolled = must(await enrolOffice(deps, { card: office.card(), actor: 'cli' }))
  return {
    ...deps,
    office,
    officeId: enrolled.office.id,
    time,
    stick,
    databaseUrl,
    everything: () => everything(sql),
    close: async () => {
      await sql.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Everything that packages may change, as one text. */
async function everything(sql: CountySql): Promise<string> {
  const tables = [
    'office_standing',
    'office_former_instance',
    'office_key',
    'package',
    'edition',
    'withdrawal',
    'attachment',
    'duty_statistic',
    'rejection',
    'allowance',
    'allowance_end',
    'receipt',
  ]
  const texts: string[] = []
  for (const table of tables) {
    // A visit is noted whatever comes of it.
    const rows = await sql.query<{ row: string }>(
      `SELECT (to_jsonb(t) - 'last_contact_at')::text AS row FROM ${table} t ORDER BY 1`,
    )
    texts.push(`${table}\n${rows.map(({ row }) => row).join('\n')}`)
  }
  return texts.join('\n')
}
