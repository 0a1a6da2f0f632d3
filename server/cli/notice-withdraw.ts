import { Option, type Command } from 'commander'
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '../../domain/notice/notice-state.ts'
import { accept } from '../../domain/refusal.ts'
import { answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { withdrawNotice } from '../notice/withdraw-notice.ts'
import { asPerson, withPerson, type Cli } from './cli.ts'
import { findNoticeId } from './find-notice.ts'

type WithdrawOptions = CommonOptions & {
  readonly as: string
  readonly reason: WithdrawalReason
  readonly note: string
  readonly hideTitle?: boolean
  readonly into?: string
  readonly orderedBy?: string
}

/**
 * `board notice withdraw ID`: takes a published notice down at once; a tombstone with the reason stays.
 * @example board notice withdraw 11…/2026-00012 --data DIR --as 周敏 --reason PUBLISHED_IN_ERROR --note 附表有误
 */
export function addNoticeWithdraw(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  asPerson(cli, common(cli, group.command('withdraw').argument('<notice>')))
    .addOption(
      new Option('--reason <reason>', say('cli:option.reason'))
        .choices(WITHDRAWAL_REASONS)
        .makeOptionMandatory(),
    )
    .requiredOption('--note <text>', say('cli:option.note'))
    .option('--hide-title', say('cli:option.hideTitle'))
    .option('--into <index>', say('cli:option.into'))
    .option('--ordered-by <authority>', say('cli:option.orderedBy'))
    .action((word: string, options: WithdrawOptions) =>
      answer(cli, options, () =>
        withPerson(cli, options, (deps, person) => {
          const id = findNoticeId(deps.store.read, word)
          if (!id.ok) return id
          const { reason, note } = options
          const done = withdrawNotice(deps, person, id.value, {
            reason,
            note,
            hideTitle: options.hideTitle === true,
            consolidatedInto: options.into,
            order: { authority: options.orderedBy ?? '', number: '' },
          })
          if (!done.ok) return done
          return accept({ data: { noticeId: id.value }, lines: [{ key: 'noticeWithdrawn' }] })
        }),
      ),
    )
}
