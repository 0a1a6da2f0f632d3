import type { Command } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { answer, common, type Cli, type CommonOptions } from '../../platform/cli/cli.ts'
import { giveUpWaiting } from '../ingest/give-up-waiting.ts'
import { withCounty } from './with-county.ts'

/**
 * `county give-up-waiting`: waits no longer for what an office's packages lack; the office offers again.
 * @example county give-up-waiting --data DIR --office 11990000000000001G
 */
export function addGiveUpWaiting(cli: Cli, program: Command): void {
  common(cli, program.command('give-up-waiting'))
    .requiredOption('--office <uscc>', cli.sentences.say('cli:county.option.office'))
    .action((options: CommonOptions & { office: string }) =>
      answer(cli, options, () =>
        withCounty(cli, options.data, async (deps) => {
          const given = await giveUpWaiting(deps, { uscc: options.office, actor: 'cli' })
          if (!given.ok) return given
          const { office, sequences } = given.value
          const params = { office: office.name, count: sequences.length }
          return accept({ data: { sequences }, lines: [{ key: 'gaveUpWaiting', params }] })
        }),
      ),
    )
}
