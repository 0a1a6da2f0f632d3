import type { Command } from 'commander'
import { accept, type Result } from '../../domain/refusal.ts'
import { awaitsResult } from '../../domain/display/display-state.ts'
import { answer, common, type Answer, type CommonOptions, type Line } from '../../platform/cli/cli.ts'
import { allDisplays, displaysUnderWay } from '../display/public-display/display-views.ts'
import type { DisplayRow } from '../display/public-display/views.ts'
import type { Deps } from '../deps.ts'
import { withBoard, type Cli } from './cli.ts'

type ListOptions = CommonOptions & { readonly all?: boolean }

function everyDisplay(deps: Deps): readonly DisplayRow[] {
  const rows: DisplayRow[] = []
  for (let before: string | null = null; ;) {
    const page = allDisplays(deps, before)
    rows.push(...page.items)
    if (page.next === null) return rows
    before = page.next
  }
}

function line(cli: Cli, row: DisplayRow): Line {
  const state = cli.sentences.say(`terms:displayState.${row.state}`)
  return { text: [state, row.startsOn, row.lastDay, row.unit.name, row.indexNumber, row.title].join('\t') }
}

/**
 * `board display list`: public displays under way, with `--all` all of them: period, state, how many objected. Rows hold
 * nothing of anybody who objected.
 * @example board display list --data DIR --json
 */
export function addDisplay(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('list'))
    .description(say('cli:help.displayList'))
    .option('--all', say('cli:option.displayAll'))
    .action((options: ListOptions) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, async (deps): Promise<Result<Answer>> => {
          const { today, items: underWay } = displaysUnderWay(deps)
          const items = options.all === true ? everyDisplay(deps) : underWay
          const ended = items.filter(({ state }) => awaitsResult(state)).length
          return accept({
            data: { today, items, total: items.length, ended },
            lines: [
              ...items.map((row) => line(cli, row)),
              { key: 'displaysListed', params: { today, total: items.length, ended } },
            ],
          })
        }),
      ),
    )
}
