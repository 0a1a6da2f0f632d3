import type { Command } from 'commander'
import { accept, refuse } from '../../domain/refusal.ts'
import { answer, common, type Cli, type CommonOptions } from '../../platform/cli/cli.ts'
import { allowEdition, withdrawAllowance } from '../allowance/allow-edition.ts'
import { officeByUscc } from '../office/office-repo.ts'
import { withCounty } from './with-county.ts'

type Options = CommonOptions & {
  readonly office: string
  readonly hash: string
  readonly reason?: string
  readonly by?: string
  readonly withdraw?: boolean
}

/**
 * `county allow`: lets a rejected edition in by its hash and with a reason although personal data was found in it; `--withdraw` takes that
 * back. The office offers it again.
 * @example county allow --data DIR --office 11990000000000001G --hash 9c1f… --reason 政务值班手机，依法公开 --by 韩梅
 */
export function addAllow(cli: Cli, program: Command): void {
  const { say } = cli.sentences
  common(cli, program.command('allow'))
    .requiredOption('--office <uscc>', say('cli:county.option.office'))
    .requiredOption('--hash <sha256>', say('cli:county.option.hash'))
    .option('--reason <text>', say('cli:county.option.allowReason'))
    .option('--by <name>', say('cli:county.option.by'))
    .option('--withdraw', say('cli:county.option.withdraw'))
    .action((options: Options) =>
      answer(cli, options, () =>
        withCounty(cli, options.data, async (deps) => {
          const { office: uscc, hash, reason = '', by: name = 'cli', withdraw = false } = options
          const office = await officeByUscc(deps.sql, uscc)
          if (office === undefined) return refuse('enrolment.office-not-found', { uscc })
          const asked = { officeId: office.id, hash, by: { id: 'cli', name } }
          const done = withdraw
            ? await withdrawAllowance(deps, asked)
            : await allowEdition(deps, { ...asked, reason })
          if (!done.ok) return done
          const key = withdraw ? 'allowanceWithdrawn' : 'allowed'
          return accept({
            data: { office: uscc, hash, allowance: done.value },
            lines: [{ key, params: { office: office.name, hash } }],
          })
        }),
      ),
    )
}
