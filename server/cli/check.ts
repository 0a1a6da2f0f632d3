import type { Command } from 'commander'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { answer, common, type Answer, type CommonOptions } from '../../platform/cli/cli.ts'
import { checkBoard } from './check-board.ts'
import { withBoard, type Cli } from './cli.ts'

/**
 * `board check`: proves database, audit chain, files and packages. Each fault stands on a line of stderr, codes and ids
 * only; refuses `audit.chain-broken` with the first event that does not fit, else `audit.check-failed` with the count.
 * @example board check --data DIR --json
 */
export function addCheck(cli: Cli, program: Command): void {
  common(cli, program.command('check')).action((options: CommonOptions) =>
    answer(cli, options, () =>
      withBoard(cli, options.data, async (deps): Promise<Result<Answer>> => {
        const { faults, ...counts } = await checkBoard(deps)
        for (const { code, subject } of faults) {
          cli.io.err(`${cli.sentences.say(`cli:fault.${code}`, { subject })}\n`)
        }
        const chain = faults.find((fault) => fault.code === 'AUDIT_CHAIN_BROKEN')
        if (chain)
          return refuse('audit.chain-broken', { sequence: Number(chain.subject), count: faults.length })
        if (faults.length > 0) {
          return refuse('audit.check-failed', { count: faults.length, first: faults[0]?.code ?? '' })
        }
        return accept({ data: counts, lines: [{ key: 'checked', params: counts }] })
      }),
    ),
  )
}
