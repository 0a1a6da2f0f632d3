import { Option, type Command } from 'commander'
import { accept, type Result } from '../../domain/refusal.ts'
import { answer, common, type Answer, type CommonOptions } from '../../platform/cli/cli.ts'
import { NEW_INSTANCE_REASONS, newInstance, type NewInstanceReason } from '../exchange/new-instance.ts'
import { asPerson, withPerson, type Cli } from './cli.ts'

/**
 * `board new-instance`: another id for a database whose disk went back to a former state without a restore. As after a restore, the board
 * stays closed to the public until an administrator has confirmed what happened since.
 * @example board new-instance --data DIR --as 陈静 --reason COUNTY_AHEAD
 */
export function addNewInstance(cli: Cli, program: Command): void {
  const { say } = cli.sentences
  asPerson(cli, common(cli, program.command('new-instance')))
    .addOption(
      new Option('--reason <code>', say('cli:option.newInstanceReason'))
        .choices([...NEW_INSTANCE_REASONS])
        .makeOptionMandatory(),
    )
    .action((options: CommonOptions & { readonly as: string; readonly reason: NewInstanceReason }) =>
      answer(cli, options, () =>
        withPerson(cli, options, (deps, person): Result<Answer> => {
          const renewed = newInstance(deps, person, options.reason)
          if (!renewed.ok) return renewed
          const { instanceId, former } = renewed.value
          return accept({
            data: { instanceId, former },
            lines: [{ key: 'restoredInstance', params: { instanceId } }, { key: 'restoredClosed' }],
          })
        }),
      ),
    )
}
