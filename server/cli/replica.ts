import type { Command } from 'commander'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { answer, common, type Answer, type CommonOptions } from '../../platform/cli/cli.ts'
import { systemClock } from '../../platform/clock.ts'
import { lockDataFolder } from '../../platform/data-folder-lock.ts'
import { pairWithOffice } from '../replica/pair-with-office.ts'
import { lookAtJournal } from '../replica/journal.ts'
import { journalFolder } from '../replica/journals-by-office.ts'
import { pullSnapshot, sweepReplica } from '../replica/pull.ts'
import {
  type Current,
  type LastPull,
  type Pairing,
  readState,
  replicaPlaces,
} from '../replica/replica-folder.ts'
import { openWork } from '../work/work.ts'
import type { Cli } from './cli.ts'

const BUILD_MS = 30 * 60_000

/** Pairing and pulling write what a running replica writes: one of them at a time. */
async function whileStopped(
  dataFolder: string,
  work: () => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  const lock = lockDataFolder(dataFolder)
  if (!lock.ours) return refuse('office.data-folder-in-use', { deskUrl: lock.running?.deskUrl ?? '' })
  try {
    return await work()
  } finally {
    lock.release()
  }
}

/**
 * `board replica pair|pull|status`: a kiosk computer from the command line. A running replica pulls by itself.
 * @example board replica pair --data DIR --office http://192.168.1.5:8632 --code K7Q2M-9TXBE
 */
export function addReplica(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  const clock = cli.io.clock ?? systemClock()
  type PairOptions = CommonOptions & {
    readonly office: string
    readonly code: string
    readonly name?: string
  }
  common(cli, group.command('pair'))
    .description(say('cli:help.replicaPair'))
    .requiredOption('--office <address>', say('cli:option.office'))
    .requiredOption('--code <code>', say('cli:option.code'))
    .option('--name <name>', say('cli:option.replicaName'))
    .action((options: PairOptions) =>
      answer(cli, options, () =>
        whileStopped(options.data, async () => {
          const { data: dataFolder, office: address, code, name = '' } = options
          const paired = await pairWithOffice({ dataFolder, address, code, name, clock })
          if (!paired.ok) return paired
          const { office, replicaId } = paired.value
          return accept({
            data: { replicaId, office },
            lines: [{ key: 'replicaPaired', params: { office: office.name } }],
          })
        }),
      ),
    )
  common(cli, group.command('pull'))
    .description(say('cli:help.replicaPull'))
    .action((options: CommonOptions) =>
      answer(cli, options, () =>
        whileStopped(options.data, async () => {
          const work = openWork({ idle: () => 100, task: () => BUILD_MS })
          try {
            const pulled = await pullSnapshot({ dataFolder: options.data, clock, work })
            if (!pulled.ok) return pulled
            await sweepReplica(options.data)
            const { current, switched } = pulled.value
            return accept({
              data: { sequence: current.sequence, switched },
              lines: [
                { key: switched ? 'replicaPulled' : 'replicaSame', params: { number: current.sequence } },
              ],
            })
          } finally {
            await work.close()
          }
        }),
      ),
    )
  common(cli, group.command('status'))
    .description(say('cli:help.replicaStatus'))
    .action((options: CommonOptions) => answer(cli, options, () => status(options.data)))
}

function status(dataFolder: string): Result<Answer> {
  const places = replicaPlaces(dataFolder)
  const pairing = readState<Pairing>(places.pairing)
  if (pairing === null) return refuse('replica.not-paired')
  const current = readState<Current>(places.current)
  const last = readState<LastPull>(places.lastPull)
  const { waiting, lost } = lookAtJournal(journalFolder(dataFolder, pairing))
  const { office, address, pairedAt } = pairing
  return accept({
    data: { office, address, pairedAt, current, last, waiting, lost },
    lines: [
      { key: 'replicaOffice', params: { office: office.name, address } },
      current === null
        ? { key: 'replicaNothing' }
        : { key: 'replicaShows', params: { number: current.sequence, at: current.createdAt } },
      last === null
        ? { key: 'replicaNever' }
        : { key: 'replicaLast', params: { at: last.at, code: last.refusal ?? 'ok' } },
      { key: 'replicaWaiting', params: { number: waiting, lost } },
    ],
  })
}
