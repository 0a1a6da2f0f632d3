import { InvalidArgumentError, type Command } from 'commander'
import { restoreDataFolder } from '../../db/restore-folder.ts'
import { accept, type Result } from '../../domain/refusal.ts'
import { answer, common, type Answer, type CommonOptions } from '../../platform/cli/cli.ts'
import { systemClock } from '../../platform/clock.ts'
import { randomIds } from '../../platform/ids.ts'
import { confirmRestore, type LastSerial } from '../office/restore-confirmation.ts'
import { withPerson, type Cli } from './cli.ts'

type RestoreOptions = CommonOptions & {
  readonly as?: string
  readonly confirm?: boolean
  readonly last: readonly LastSerial[]
}

/**
 * `board restore SOURCE`: brings a backup back into an empty folder, all of it or nothing, under a new instance id. It stays
 * closed to the public until an administrator has confirmed what happened since the backup, at the desk or here with
 * `--confirm`, naming the highest serial seen of each series (`--last SERIES=N`).
 * @example board restore /media/stick/board-2026-11-20 --data DIR
 * @example board restore --confirm --data DIR --as 陈静 --last '11…/2026-{seq}=431'
 */
export function addRestore(cli: Cli, program: Command): void {
  const { say } = cli.sentences
  common(cli, program.command('restore').argument('[source]'))
    .option('--confirm', say('cli:option.confirmRestore'))
    .option('--as <name>', say('cli:option.as'))
    .option('--last <series=serial>', say('cli:option.lastSerial'), readSerial, [])
    .action((source: string | undefined, options: RestoreOptions, command: Command) => {
      if (options.confirm === true) {
        const { as } = options
        if (source !== undefined) command.error(say('cli:restoreConfirmAlone'))
        if (as === undefined) command.error(say('cli:option.as'))
        return answer(cli, options, () => confirm(cli, { ...options, as }))
      }
      if (source === undefined) command.error(say('cli:restoreWithoutSource'))
      return answer(cli, options, () => restore(cli, source, options.data))
    })
}

function readSerial(word: string, before: readonly LastSerial[]): readonly LastSerial[] {
  // A series may hold the sign itself; the number never does.
  const [, series, digits] = /^(.+)=(\d{1,7})$/.exec(word) ?? []
  if (series === undefined) throw new InvalidArgumentError('SERIES=N')
  return [...before, { series, last: Number(digits) }]
}

async function restore(cli: Cli, source: string, dataDir: string): Promise<Result<Answer>> {
  const restoredAt = (cli.io.clock ?? systemClock()).now()
  const newInstanceId = randomIds(() => Date.parse(restoredAt)).next()
  const restored = await restoreDataFolder({ source, dataDir, newInstanceId, restoredAt })
  if (!restored.ok) return restored
  const { createdAt, files, missing } = restored.value
  return accept({
    data: { instanceId: newInstanceId, backupOf: createdAt, files: files.length, missing },
    lines: [
      { key: 'restored', params: { data: dataDir, createdAt } },
      { key: 'restoredInstance', params: { instanceId: newInstanceId } },
      { key: 'restoredClosed' },
      ...(missing.length > 0 ? [{ key: 'backupMissing', params: { count: missing.length } }] : []),
    ],
  })
}

function confirm(cli: Cli, options: RestoreOptions & { readonly as: string }): Promise<Result<Answer>> {
  return withPerson(cli, options, (deps, person): Result<Answer> => {
    const confirmed = confirmRestore(deps, person, { lastSerials: options.last })
    if (!confirmed.ok) return confirmed
    const { series } = confirmed.value
    return accept({
      data: { series },
      lines: [
        { key: 'restoreConfirmed' },
        ...series.map((one) => ({ key: 'restoreSeries', params: { series: one.series, last: one.last } })),
      ],
    })
  })
}
