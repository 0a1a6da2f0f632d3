import type { WithdrawalReason } from '../../domain/notice/notice-state.ts'
import { detect } from '../../domain/privacy/detect.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../clock.ts'
import type { Deps } from '../deps.ts'
import { reopenByWithdrawal } from '../duty/publication.ts'
import { type Principal, requireRole } from '../principal.ts'
import { findNotice } from './find-notice.ts'

/** Why a notice is taken down; `note` is read by the public, `hideTitle` when the title itself must not be seen. */
export type WithdrawalInput = {
  readonly reason: WithdrawalReason
  readonly note: string
  readonly hideTitle: boolean
}

/**
 * Takes a notice down at once, its former editions with it, and leaves a tombstone with the reason. Nothing is
 * deleted, and none of these editions is ever shown again: what is published later under the number is a new edition.
 * What it had closed is open again. The note is read by the public and passes the privacy gate like everything else. Refuses `notice.privacy-hit`,
 * `notice.reason-required`, `notice.wrong-state`. Needs HANDLER, REVIEWER, SECRECY_REVIEWER or DEPUTY_LEADER: what must come down must not wait for one person.
 * Works also while a next edition is being drafted or reviewed.
 * @example withdrawNotice(deps, handler, id, { reason: 'PUBLISHED_IN_ERROR', note: '附表有误', hideTitle: true })
 */
export function withdrawNotice(
  deps: Deps,
  principal: Principal,
  id: string,
  input: WithdrawalInput,
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER', 'REVIEWER', 'SECRECY_REVIEWER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const notice = findNotice(read, id, null)
    if (!notice.ok) return notice
    const editions = read.edition.ofNotice(id)
    const current = editions.find((edition) => edition.state === 'PUBLISHED')
    if (!current) return refuse('notice.wrong-state', { state: notice.value.state, action: 'WITHDRAW' })
    const note = input.note.trim()
    if (note === '') return refuse('notice.reason-required')
    const found = detect(note).filter((finding) => finding.severity === 'BLOCK')
    if (found.length > 0)
      return refuse('notice.privacy-hit', { count: found.length, kind: found[0]?.kind ?? '' })
    const at = deps.clock.now()
    write.search.remove(current.id)
    write.edition.countInGroup(current.publicGroupId, -1)
    for (const edition of editions.filter((one) => one.state !== 'WITHDRAWN')) {
      write.edition.setState(edition.id, 'WITHDRAWN')
      write.edition.insertWithdrawal({
        noticeId: id,
        editionId: edition.id,
        reason: input.reason,
        note,
        hideTitle: input.hideTitle,
        accountId: principal.id,
        at,
        withdrawnDate: civilDateOf(at),
      })
      write.exchange.queue('WITHDRAWAL', edition.id, at)
    }
    if (notice.value.state === 'PUBLISHED') write.notice.update(id, { state: 'WITHDRAWN', updatedAt: at })
    reopenByWithdrawal(deps, write, read, principal, { noticeId: id, reason: input.reason, at })
    record(
      deps,
      write,
      principal,
      'notice.withdraw',
      { kind: 'notice', id },
      {
        hash: current.hash,
        reason: input.reason,
      },
    )
    return accept(true)
  })
}

/**
 * Opens a published or withdrawn notice for a next edition: a new working copy of the last one. The published edition
 * stays as it is until the next one supersedes it. Needs HANDLER.
 * @example reviseNotice(deps, handler, id)
 */
export function reviseNotice(deps: Deps, principal: Principal, id: string): Result<true> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const notice = findNotice(read, id, 'REVISE')
    if (!notice.ok) return notice
    write.notice.addAuthor(id, principal.id)
    write.notice.update(id, {
      state: 'DRAFT',
      revision: notice.value.revision + 1,
      updatedBy: principal.id,
      updatedAt: deps.clock.now(),
    })
    record(deps, write, principal, 'notice.revise', { kind: 'notice', id })
    return accept(true)
  })
}
