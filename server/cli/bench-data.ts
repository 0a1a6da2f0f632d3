import type { Command } from 'commander'
import { accept, refuse } from '../../domain/refusal.ts'
import { answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { fillWithBenchData } from './fill-bench-data.ts'
import { withNewBoard, type Cli } from './cli.ts'

/**
 * `board bench-data --notices N`: fills a new data folder with published notices for measuring.
 * @example board bench-data --data /tmp/bench --notices 100000
 */
export function addBenchData(cli: Cli, program: Command): void {
  common(cli, program.command('bench-data'))
    .requiredOption('--notices <number>', cli.sentences.say('cli:option.notices'))
    .action((options: CommonOptions & { notices: string }) =>
      answer(cli, options, async () => {
        const notices = Number(options.notices)
        if (!Number.isSafeInteger(notices) || notices < 1)
          return refuse('request.invalid', { field: 'notices' })
        return withNewBoard(cli, options.data, async (deps) => {
          const filled = await fillWithBenchData(deps, notices)
          if (!filled.ok) return filled
          return accept({ data: { notices }, lines: [{ key: 'benchFilled', params: { notices } }] })
        })
      }),
    )
}
