import { Option, type Command } from 'commander'
import { DECISION_KINDS, type DecisionKind } from '../../domain/notice/notice-state.ts'
import { NOTICE_LANGUAGES } from '../../domain/notice/language.ts'
import { accept, refuse } from '../../domain/refusal.ts'
import { answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { decideNotice } from '../notice/decide-notice.ts'
import { asPerson, withPerson, type Cli } from './cli.ts'
import { findNoticeId } from './find-notice.ts'

type DecideOptions = CommonOptions & {
  readonly as: string
  readonly kind: DecisionKind
  readonly hash: string
  readonly return?: string
  readonly unreadSeen?: boolean
  readonly language?: string
  readonly exception?: string
}

/**
 * `board notice decide ID`: approves what was handed in, or returns it with a reason; the hash says exactly what was read.
 * @example board notice decide ID --data DIR --as 韩立 --kind REVIEW --hash …
 */
export function addNoticeDecide(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  asPerson(cli, common(cli, group.command('decide').argument('<notice>')))
    .addOption(
      new Option('--kind <kind>', say('cli:option.decision')).choices(DECISION_KINDS).makeOptionMandatory(),
    )
    .requiredOption('--hash <hash>', say('cli:option.hash'))
    .option('--return <reason>', say('cli:option.return'))
    .option('--unread-seen', say('cli:option.unreadSeen'))
    .addOption(new Option('--language <tag>', say('cli:option.textLanguage')).choices(NOTICE_LANGUAGES))
    .option('--exception <reason>', say('cli:option.exception'))
    .action((word: string, options: DecideOptions) =>
      answer(cli, options, () =>
        withPerson(cli, options, (deps, person) => {
          const id = findNoticeId(deps.store.read, word)
          if (!id.ok) return id
          const decision = options.return === undefined ? 'APPROVED' : 'RETURNED'
          const done = decideNotice(deps, person, id.value, {
            kind: options.kind,
            language: options.language ?? '',
            exceptionReason: options.exception ?? '',
            decision,
            reason: options.return ?? '',
            submissionHash: options.hash,
            unreadAcknowledged: options.unreadSeen === true,
          })
          if (!done.ok) return done
          const notice = deps.store.read.notice.byId(id.value)
          if (!notice) return refuse('notice.not-found')
          const { state } = notice
          return accept({
            data: { noticeId: id.value, state },
            lines: [{ key: 'noticeState', params: { state } }],
          })
        }),
      ),
    )
}
