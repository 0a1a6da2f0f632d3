import type { Command } from 'commander'
import { backupDataFolder } from '../../db/backup-folder.ts'
import { accept } from '../../domain/refusal.ts'
import { answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { record } from '../audit/record.ts'
import { withBoard, type Cli } from './cli.ts'

/**
 * `board backup TARGET`: copies the whole data folder, also while the board runs. The backup holds the office's
 * private key and drafts.
 * @example board backup /media/stick/board-2026-11-20 --data DIR
 */
export function addBackup(cli: Cli, program: Command): void {
  common(cli, program.command('backup').argument('<target>')).action(
    (target: string, options: CommonOptions) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, async (deps) => {
          const made = await backupDataFolder({ dataDir: options.data, target, createdAt: deps.clock.now() })
          if (!made.ok) return made
          const { files, missing } = made.value
          const actor = { id: 'system', name: 'board backup' }
          const instanceId = made.value.instanceId ?? ''
          deps.store.tx((write) =>
            record(
              deps,
              write,
              actor,
              'backup.make',
              { kind: 'instance', id: instanceId },
              {
                files: files.length,
                missing: missing.length,
              },
            ),
          )
          return accept({
            data: { target, files: files.length, missing },
            lines: [
              { key: 'backedUp', params: { target, files: files.length } },
              { key: 'backupSecret' },
              ...(missing.length > 0 ? [{ key: 'backupMissing', params: { count: missing.length } }] : []),
              ...missing.map((path) => ({ text: path })),
            ],
          })
        }),
      ),
  )
}
