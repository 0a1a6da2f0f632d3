import type { Command } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { answer, common, type Cli, type CommonOptions } from '../../platform/cli/cli.ts'
import { civilDateOf } from '../../platform/clock.ts'
import { everyOffice } from '../web/office/office-queries.ts'
import { withCounty } from './with-county.ts'

/**
 * `county report`: every office with its last package, what is missing, what was rejected and not made good, and when it was last heard of.
 * @example county report --data DIR --json
 */
export function addReport(cli: Cli, program: Command): void {
  common(cli, program.command('report')).action((options: CommonOptions) =>
    answer(cli, options, () =>
      withCounty(cli, options.data, async (deps) => {
        const offices = await everyOffice(deps.sql, deps.clock.now())
        return accept({
          data: { offices },
          lines: [
            ...offices.map((office) => ({
              key: office.missingFrom === null ? 'officeLine' : 'officeLineGap',
              params: {
                name: office.name,
                sequence: office.sequence ?? '-',
                missingFrom: office.missingFrom ?? '',
                waiting: office.waiting.length,
                editions: office.editions,
                rejected: office.rejected,
                lastContact: office.lastContactAt === null ? '-' : civilDateOf(office.lastContactAt),
              },
            })),
            { key: 'officesListed', params: { total: offices.length } },
          ],
        })
      }),
    ),
  )
}
