import type { AuditEntry } from '../../../domain/audit/audit-event.ts'
import { record } from '../../audit/record.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { recallLate } from './open-recall.ts'

/**
 * Notes in the log that an edition was printed; of one that a 更正 has replaced the paper is asked back at once.
 * `noticeId` says which of two notices with one text it was.
 * @example recordPrint(deps, principal, edition.hash, { pages: 2 })
 */
export function recordPrint(
  deps: Deps,
  actor: { readonly id: string; readonly name: string },
  hash: string,
  detail: AuditEntry['detail'],
  noticeId?: string,
): void {
  deps.store.tx((write, read) => {
    const of = read.edition.byHash(hash, noticeId)?.noticeId
    const said = { ...detail, ...(of !== undefined && { noticeId: of }) }
    record(deps, write, actor, 'notice.print', { kind: 'edition', id: hash }, said)
    recallPrinted(deps, hash, noticeId)
  })
}

/**
 * Asks for the paper of an edition to come down when it came out of a printer after the edition had gone.
 * @example recallPrinted(deps, edition.hash)
 */
export function recallPrinted(deps: Deps, hash: string, noticeId?: string): void {
  deps.store.tx((write, read) => {
    const edition = read.edition.byHash(hash, noticeId)
    const at = deps.clock.now()
    if (edition) recallLate({ write, read, at, on: civilDateOf(at) }, edition)
  })
}
