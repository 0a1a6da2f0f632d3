import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { refuse, type Result } from '../../domain/refusal.ts'
import type { Cli } from '../../platform/cli/cli.ts'
import { createCountyDeps } from '../create-deps.ts'
import type { CountyDeps } from '../deps.ts'
import { sweepDisk } from '../ingest/sweep-disk.ts'
import { checkInstance } from '../instance/check-instance.ts'

/**
 * Opens the county of a data folder for one command and closes it afterwards. A database that was found restored gets its new id first, and
 * that is said on the error stream. Refuses `county.not-set-up` where there is no county: a mistyped folder must not become an empty one.
 * @example await withCounty(cli, options.data, (deps) => …)
 */
export async function withCounty<T>(
  cli: Cli,
  dataFolder: string,
  work: (deps: CountyDeps) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!existsSync(join(dataFolder, 'keys', 'county-ed25519.pem'))) return refuse('county.not-set-up')
  return withNewCounty(cli, dataFolder, async (deps) => {
    const checked = await checkInstance(deps)
    if (!checked.ok) return checked
    if (checked.value.restored) {
      const { instanceId, lost } = checked.value
      cli.io.err(`${cli.sentences.say('cli:county.restored', { instanceId, lost })}\n`)
    }
    await sweepDisk(deps)
    return work(deps)
  })
}

/**
 * The same for a folder that need not hold a county yet.
 * @example await withNewCounty(cli, options.data, (deps) => setUpCounty(deps, wanted))
 */
export async function withNewCounty<T>(
  cli: Cli,
  dataFolder: string,
  work: (deps: CountyDeps) => Promise<Result<T>>,
): Promise<Result<T>> {
  const place = { dataFolder, databaseUrl: cli.io.env['DATABASE_URL'] }
  const deps = await createCountyDeps(place, cli.io.clock ? { clock: cli.io.clock } : {})
  if (!deps.ok) return deps
  try {
    return await work(deps.value)
  } finally {
    await deps.value.sql.close()
  }
}
