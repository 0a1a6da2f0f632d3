import type { CountyDeps } from '../deps.ts'
import { sweepStaging, sweepWaiting } from './staging.ts'

/**
 * Takes away what programs that died have left on the disk: packages half read, waiting files nobody waits for, files half written. For the
 * start of a program; may be done while others work.
 * @example await sweepDisk(deps)
 */
export async function sweepDisk(deps: Pick<CountyDeps, 'sql' | 'blobs' | 'dataFolder'>): Promise<void> {
  await sweepStaging(deps.dataFolder)
  const rows = await deps.sql.query<{ seal: string }>(`SELECT seal FROM package WHERE state = 'WAITING'`)
  await sweepWaiting(deps.dataFolder, new Set(rows.map(({ seal }) => seal)))
  await deps.blobs.sweep()
}
