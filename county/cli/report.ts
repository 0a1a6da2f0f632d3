import type { Command } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { civilDateOf } from '../../platform/clock.ts'
import { officeLines } from '../office/office-lines.ts'
import { answer, common, withCounty, type Cli, type CommonOptions } from './cli.ts'

/**
 * `county report`: every office with its last package, what is missing, what was rejected, and when it was last heard of.
 * @example county report --data DIR --json
 */
export function addReport(cli: Cli, program: Command): void {
  common(cli, program.command('report')).action((options: CommonOptions) =>
    answer(cli, options, () =>
      withCounty(cli, options.data, async (deps) => {
        const offices = await officeLines(deps.sql)
        return accept({
          data: { offices },
          lines: [
            ...offices.map((office) => ({
              key: office.missingFrom === null ? 'officeLine' : 'officeLineGap',
              params: {
                ...office,
                sequence: office.sequence ?? '-',
                missingFrom: office.missingFrom ?? '',
                lastContact: office.lastContactAt === null ? '-' : civilDateOf(office.lastContactAt),
                lastContactAt: '',
              },
            })),
            { key: 'officesListed', params: { total: offices.length } },
          ],
        })
      }),
    ),
  )
}
