import type { Reads, Writes } from '../../db/store.ts'
import type { StoredEdition } from '../../db/repos/edition-repo.ts'
import type { StoredNotice } from '../../db/repos/notice-repo.ts'
import type { AuditEntry } from '../../domain/audit/audit-event.ts'
import type { WithdrawalReason } from '../../domain/notice/notice-state.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { reopenByWithdrawal } from '../duty/publication.ts'
import type { Principal } from '../principal.ts'
import { afterWithdrawal } from './publication-steps.ts'

/** A withdrawal that is settled; `detail` is said in the log beside what is always said. */
export type TakingDown = {
  readonly reason: WithdrawalReason
  readonly note: string
  readonly hideTitle: boolean
  /** Index number of the notice it went into; empty unless CONSOLIDATED. */
  readonly consolidatedInto: string
  /** Who ordered it down, for the office only; empty unless ORDERED_DOWN. */
  readonly order: { readonly authority: string; readonly number: string }
  readonly detail: AuditEntry['detail']
}

function leaveTombstone(
  write: Writes,
  edition: StoredEdition,
  by: { readonly id: string },
  { reason, note, hideTitle, consolidatedInto, order }: TakingDown,
  at: string,
): void {
  write.edition.setState(edition.id, 'WITHDRAWN')
  write.edition.insertWithdrawal({
    noticeId: edition.noticeId,
    editionId: edition.id,
    reason,
    note,
    hideTitle,
    accountId: by.id,
    at,
    withdrawnDate: civilDateOf(at),
  })
  if (consolidatedInto !== '' || order.authority !== '' || order.number !== '') {
    write.editionRecord.insertWithdrawalDetail({
      editionId: edition.id,
      consolidatedInto,
      orderAuthority: order.authority,
      orderNumber: order.number,
    })
  }
  write.exchange.queue('WITHDRAWAL', edition.id, at)
}

/**
 * What was handed in for a next edition goes back to its author, and a minute set for it ends: what somebody took down must
 * not hang again by the clock or by one handler. What ran out leaves the next edition alone, it is the way to go on.
 */
function sendNextBack(
  deps: Deps,
  write: Writes,
  read: Reads,
  principal: Principal,
  noticeId: string,
  at: string,
): boolean {
  const submission = read.submission.open(noticeId)
  if (!submission) return false
  const schedule = read.schedule.of(submission.id)
  if (schedule) write.schedule.end(schedule.id, 'CANCELLED', at)
  write.submission.close(submission.id)
  record(
    deps,
    write,
    principal,
    'notice.recall',
    { kind: 'notice', id: noticeId },
    { hash: submission.hash, scheduled: schedule !== undefined },
  )
  return true
}

/**
 * Takes down what hangs of a notice, its former editions with it, inside the caller's transaction: tombstones, search, list,
 * outbox, duties, recall list, log. Unless it ran out, a submission of its next edition is taken back with it.
 * @example takeDown(deps, write, read, handler, notice, current, taking)
 */
export function takeDown(
  deps: Deps,
  write: Writes,
  read: Reads,
  principal: Principal,
  notice: StoredNotice,
  current: StoredEdition,
  taking: TakingDown,
): void {
  const { id } = notice
  const { reason } = taking
  const at = deps.clock.now()
  write.search.remove(current.id)
  write.titleReading.remove(current.id)
  write.edition.countInGroup(current.publicGroupId, -1)
  const down = read.edition.ofNotice(id).filter((one) => one.state !== 'WITHDRAWN')
  for (const edition of down) leaveTombstone(write, edition, principal, taking, at)
  const sentBack = reason !== 'EXPIRED' && sendNextBack(deps, write, read, principal, id, at)
  if (sentBack) write.notice.update(id, { state: 'DRAFT', updatedAt: at })
  else if (notice.state === 'PUBLISHED') write.notice.update(id, { state: 'WITHDRAWN', updatedAt: at })
  const editionIds = down.map((one) => one.id)
  afterWithdrawal({ deps, write, read, principal, noticeId: id, editionIds, reason, at, on: civilDateOf(at) })
  reopenByWithdrawal(deps, write, read, principal, { noticeId: id, reason, at })
  record(
    deps,
    write,
    principal,
    'notice.withdraw',
    { kind: 'notice', id },
    { ...taking.detail, hash: current.hash, reason },
  )
}

/**
 * Takes one former edition down and leaves the rest as it is: the current edition, its duty and its place in the lists.
 * @example takeDownFormer(deps, write, read, handler, edition, taking)
 */
export function takeDownFormer(
  deps: Deps,
  write: Writes,
  read: Reads,
  principal: Principal,
  edition: StoredEdition,
  taking: TakingDown,
): void {
  const at = deps.clock.now()
  const { noticeId } = edition
  leaveTombstone(write, edition, principal, taking, at)
  const { reason } = taking
  const editionIds = [edition.id]
  afterWithdrawal({ deps, write, read, principal, noticeId, editionIds, reason, at, on: civilDateOf(at) })
  record(
    deps,
    write,
    principal,
    'notice.withdraw',
    { kind: 'notice', id: noticeId },
    { ...taking.detail, hash: edition.hash, reason, editionNumber: edition.editionNumber },
  )
}
