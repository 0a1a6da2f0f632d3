import type { Command } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { boardViews } from '../posting/board-views.ts'
import { withBoard, type Cli } from './cli.ts'

/**
 * `board boards list`: the physical boards with their panels, what is planned for and hangs on each, and how many A4 sheets still
 * fit. Names of people are not printed.
 * @example board boards list --data DIR --json
 */
export function addBoards(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('list'))
    .description(say('cli:help.boardsList'))
    .action((options: CommonOptions) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, (deps) => {
          const items = boardViews(deps).map((board) => {
            const { id, name, place, unitId, unitName, regime, disabled, panels, postings, free } = board
            const planned = postings.filter(({ state }) => state === 'PLANNED').length
            const spare = Object.values(free).reduce((sum, count) => sum + count, 0)
            return {
              ...{ id, name, place, unitId, unitName, regime, disabled, panels },
              ...{ planned, hanging: postings.length - planned, free: spare },
            }
          })
          return accept({
            data: { items, total: items.length },
            lines: [
              ...items.map((row) => ({
                text: [row.id, row.unitName, row.name, row.hanging, row.planned, row.free].join('\t'),
              })),
              { key: 'boardsListed', params: { total: items.length } },
            ],
          })
        }),
      ),
    )
}
