import { mkdirSync } from 'node:fs'
import { accept, type Result } from '../domain/refusal.ts'
import { openBlobStore } from '../platform/blob-store.ts'
import { systemClock, type Clock } from '../platform/clock.ts'
import { randomIds } from '../platform/ids.ts'
import { loadAgeIdentity } from '../sealed/age-identity.ts'
import { loadPackageKey } from '../sealed/package-key.ts'
import { openCounty, type CountyPlace } from './db/open-county.ts'
import type { CountyDeps } from './deps.ts'

/**
 * Puts a county together: its database brought to the newest step, its files and its keys (made at the first call, in `<data>/keys`).
 * Refuses what `openCounty` refuses. `deps.sql.close()` lets go of everything.
 * @example const deps = await createCountyDeps({ dataFolder: '/county', databaseUrl: process.env.DATABASE_URL })
 */
export async function createCountyDeps(
  place: CountyPlace,
  own: { readonly clock?: Clock } = {},
): Promise<Result<CountyDeps>> {
  const { dataFolder } = place
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const sql = await openCounty(place)
  if (!sql.ok) return sql
  try {
    const clock = own.clock ?? systemClock()
    return accept({
      sql: sql.value,
      blobs: openBlobStore(dataFolder),
      clock,
      ids: randomIds(() => Date.parse(clock.now())),
      key: loadPackageKey(dataFolder, 'county-ed25519.pem'),
      age: await loadAgeIdentity(dataFolder, 'county-age.txt'),
      dataFolder,
    })
  } catch (error) {
    await sql.value.close()
    throw error
  }
}
