import type { Command } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { answer, common, type Cli, type CommonOptions } from '../../platform/cli/cli.ts'
import { revokeOffice } from '../office/revoke.ts'
import { withCounty } from './with-county.ts'

/**
 * `county revoke`: believes an office's keys no more; what is held stays.
 * @example county revoke --data DIR --office 11990000000000001G --reason 电脑遗失
 */
export function addRevoke(cli: Cli, program: Command): void {
  const { say } = cli.sentences
  common(cli, program.command('revoke'))
    .requiredOption('--office <uscc>', say('cli:county.option.office'))
    .requiredOption('--reason <text>', say('cli:county.option.reason'))
    .action((options: CommonOptions & { office: string; reason: string }) =>
      answer(cli, options, () =>
        withCounty(cli, options.data, async (deps) => {
          const { office: uscc, reason } = options
          const revoked = await revokeOffice(deps, { uscc, reason, actor: 'cli' })
          if (!revoked.ok) return revoked
          const { keys } = revoked.value
          return accept({ data: { keys }, lines: [{ key: 'revoked', params: { count: keys.length } }] })
        }),
      ),
    )
}
