import { Option, type Command } from 'commander'
import { NOTICE_STATES, type NoticeState } from '../../domain/notice/notice-state.ts'
import { accept } from '../../domain/refusal.ts'
import { answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { listNotices } from '../notice/list-notices.ts'
import type { NoticeRow } from '../notice/views.ts'
import { withBoard, type Cli } from './cli.ts'

/** What a program may see of a notice: no names of staff, and a title only when the public can read it anyway. */
function safeRow(row: NoticeRow): Record<string, string | null> {
  const { id, state, noticeKind, indexNumber, updatedAt, publishedAt } = row
  return {
    id,
    state,
    noticeKind,
    indexNumber,
    updatedAt,
    publishedAt,
    title: state === 'PUBLISHED' ? row.title : null,
  }
}

/**
 * `board notice list`: one line a notice. Unpublished titles are not printed: they may name people.
 * @example board notice list --data DIR --state IN_REVIEW --json
 */
export function addNoticeList(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('list'))
    .addOption(new Option('--state <state>', say('cli:option.state')).choices(NOTICE_STATES))
    .option('--cursor <cursor>', say('cli:option.cursor'))
    .action((options: CommonOptions & { state?: NoticeState; cursor?: string }) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, (deps) => {
          const page = listNotices(deps.store.read, { state: options.state, cursor: options.cursor })
          const items = page.items.map(safeRow)
          return accept({
            data: { items, next: page.next, total: page.total },
            lines: [
              ...items.map((row) => ({
                text: [row['id'], row['state'], row['indexNumber'], row['title']].filter(Boolean).join('\t'),
              })),
              { key: 'listed', params: { shown: items.length, total: page.total } },
              ...(page.next === null ? [] : [{ key: 'listMore', params: { cursor: page.next } }]),
            ],
          })
        }),
      ),
    )
}
