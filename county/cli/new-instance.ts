import type { Command } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { answer, common, type Cli, type CommonOptions } from '../../platform/cli/cli.ts'
import { newInstance } from '../instance/check-instance.ts'
import { withCounty } from './with-county.ts'

/**
 * `county new-instance`: a person says that the database was restored from a backup; the offices offer again what may be lost.
 * @example county new-instance --data DIR
 */
export function addNewInstance(cli: Cli, program: Command): void {
  common(cli, program.command('new-instance')).action((options: CommonOptions) =>
    answer(cli, options, () =>
      withCounty(cli, options.data, async (deps) => {
        const id = await newInstance(deps, 'cli')
        if (!id.ok) return id
        return accept({
          data: { instanceId: id.value },
          lines: [{ key: 'newInstance', params: { instanceId: id.value } }],
        })
      }),
    ),
  )
}
