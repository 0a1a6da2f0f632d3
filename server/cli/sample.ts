import type { Command } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { loadSampleOffice } from '../sample/load-sample.ts'
import type { Cli } from './cli.ts'

/**
 * `board sample`: loads the invented sample office into an empty data folder.
 * @example board sample --data /tmp/board-sample
 */
export function addSample(cli: Cli, program: Command): void {
  common(cli, program.command('sample')).action((options: CommonOptions) =>
    answer(cli, options, async () => {
      const loaded = await loadSampleOffice(options.data)
      if (!loaded.ok) return loaded
      const { published, people, password } = loaded.value
      return accept({
        data: { published, people, password },
        lines: [
          { key: 'sampleLoaded', params: { published } },
          { key: 'samplePeople', params: { people: people.join('、'), password } },
        ],
      })
    }),
  )
}
