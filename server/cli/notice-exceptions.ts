import type { Command } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { exceptionsReport } from '../notice/review/exception.ts'
import type { ExceptionRow } from '../notice/review/views.ts'
import { withBoard, type Cli } from './cli.ts'

/** What a program may see of a decision under the exception: no name of staff, and a title only when it is public. */
function safeRow(row: ExceptionRow): Record<string, string | number | null> {
  const { noticeId, state, indexNumber, editionNumber, kind, language, decision, by, at } = row
  const title = editionNumber !== null && state === 'PUBLISHED' ? row.title : null
  return {
    noticeId,
    state,
    indexNumber,
    editionNumber,
    kind,
    language,
    decision,
    accountId: by.id,
    at,
    title,
  }
}

/**
 * `board notice exceptions`: every decision that one person gave as a second one, under the exception of the two-person
 * office. Names and reasons stay at the desk.
 * @example board notice exceptions --data DIR --json
 */
export function addNoticeExceptions(cli: Cli, group: Command): void {
  common(cli, group.command('exceptions')).action((options: CommonOptions) =>
    answer(cli, options, () =>
      withBoard(cli, options.data, (deps) => {
        const report = exceptionsReport(deps.store.read)
        const items = report.items.map(safeRow)
        return accept({
          data: { active: report.active, items },
          lines: [
            { key: report.active ? 'exceptionOn' : 'exceptionOff' },
            ...items.map((row) => ({
              text: [row['at'], row['noticeId'], row['indexNumber'], row['kind'], row['decision']]
                .filter(Boolean)
                .join('\t'),
            })),
            { key: 'exceptionsListed', params: { count: items.length } },
          ],
        })
      }),
    ),
  )
}
