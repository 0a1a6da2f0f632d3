import type { Command } from 'commander'
import { restoreDataFolder } from '../../db/restore-folder.ts'
import { accept } from '../../domain/refusal.ts'
import { systemClock } from '../clock.ts'
import { randomIds } from '../ids.ts'
import { answer, common, type Cli, type CommonOptions } from './cli.ts'

/**
 * `board restore SOURCE`: brings a backup back into an empty folder, all of it or nothing, under a new instance id.
 * @example board restore /media/stick/board-2026-11-20 --data DIR
 */
export function addRestore(cli: Cli, program: Command): void {
  common(cli, program.command('restore').argument('<source>')).action(
    (source: string, options: CommonOptions) =>
      answer(cli, options, async () => {
        const restoredAt = (cli.io.clock ?? systemClock()).now()
        const newInstanceId = randomIds(() => Date.parse(restoredAt)).next()
        const restored = await restoreDataFolder({ source, dataDir: options.data, newInstanceId, restoredAt })
        if (!restored.ok) return restored
        const { createdAt, files, missing } = restored.value
        return accept({
          data: { instanceId: newInstanceId, backupOf: createdAt, files: files.length, missing },
          lines: [
            { key: 'restored', params: { data: options.data, createdAt } },
            { key: 'restoredInstance', params: { instanceId: newInstanceId } },
            ...(missing.length > 0 ? [{ key: 'backupMissing', params: { count: missing.length } }] : []),
          ],
        })
      }),
  )
}
