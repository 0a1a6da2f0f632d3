import type { Command } from 'commander'
import { bodyText } from '../../domain/notice/body-text.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { accept, refuse } from '../../domain/refusal.ts'
import { answer, common, type CommonOptions, type Line } from '../../platform/cli/cli.ts'
import { withBoard, type Cli } from './cli.ts'
import { findNoticeId } from './find-notice.ts'

/**
 * `board notice show ID`: state, editions and, of what is public, title and text. Drafts are not printed: they may hold
 * personal data.
 * @example board notice show 11…/2026-00012 --data DIR
 */
export function addNoticeShow(cli: Cli, group: Command): void {
  common(cli, group.command('show').argument('<notice>')).action((word: string, options: CommonOptions) =>
    answer(cli, options, () =>
      withBoard(cli, options.data, (deps) => {
        const { read } = deps.store
        const id = findNoticeId(read, word)
        if (!id.ok) return id
        const notice = read.notice.byId(id.value)
        if (!notice) return refuse('notice.not-found')
        const submission = read.submission.open(id.value)
        const editions = read.edition
          .ofNotice(id.value)
          .map(({ editionNumber, hash, state, publishedAt }) => ({
            editionNumber,
            hash,
            state,
            publishedAt,
          }))
        const current = read.edition.ofNotice(id.value).find((edition) => edition.state === 'PUBLISHED')
        const content = current && (JSON.parse(current.content) as PublicContent)
        const text = content ? bodyText(content.body) : null
        const { state, indexNumber, revision } = notice
        const lines: Line[] = [
          { key: 'noticeState', params: { state } },
          ...(indexNumber === null ? [] : [{ key: 'indexNumber', params: { indexNumber } }]),
          ...(submission ? [{ key: 'noticeSubmitted', params: { hash: submission.hash } }] : []),
          ...editions.map((edition) => ({ key: 'edition', params: edition })),
          ...(content ? [{ text: `\n${content.title}\n\n${text ?? ''}` }] : []),
        ]
        return accept({
          data: {
            noticeId: id.value,
            state,
            indexNumber,
            revision,
            submissionHash: submission?.hash ?? null,
            editions,
            title: content?.title ?? null,
            text,
          },
          lines,
        })
      }),
    ),
  )
}
