import type { Command } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { publishNotice } from '../notice/publish-notice.ts'
import { asPerson, withPerson, type Cli } from './cli.ts'
import { findNoticeId } from './find-notice.ts'

/**
 * `board notice publish ID`: publishes what two other people have approved.
 * @example board notice publish ID --data DIR --as 周敏
 */
export function addNoticePublish(cli: Cli, group: Command): void {
  asPerson(cli, common(cli, group.command('publish').argument('<notice>'))).action(
    (word: string, options: CommonOptions & { as: string }) =>
      answer(cli, options, () =>
        withPerson(cli, options, (deps, person) => {
          const { read } = deps.store
          const id = findNoticeId(read, word)
          if (!id.ok) return id
          // What the approvals name is what is open now; the procedure compares them once more.
          const submissionHash = read.submission.open(id.value)?.hash ?? ''
          const published = publishNotice(deps, person, id.value, { submissionHash })
          if (!published.ok) return published
          const { indexNumber, hash, editionNumber } = published.value
          return accept({
            data: { noticeId: id.value, indexNumber, hash, editionNumber },
            lines: [{ key: 'noticePublished', params: { indexNumber, hash } }],
          })
        }),
      ),
  )
}
