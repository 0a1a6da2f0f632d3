import type { AuditEntry } from '../../../domain/audit/audit-event.ts'
import { record } from '../../audit/record.ts'
import { civilDateOf } from '../../clock.ts'
import type { Deps } from '../../deps.ts'
import { recallLate } from './open-recall.ts'

/**
 * Notes in the log that an edition was printed; of one that a 更正 has replaced the paper is asked back at once.
 * @example recordPrint(deps, principal, edition.hash, { pages: 2 })
 */
export function recordPrint(
  deps: Deps,
  actor: { readonly id: string; readonly name: string },
  hash: string,
  detail: AuditEntry['detail'],
): void {
  deps.store.tx((write, read) => {
    record(deps, write, actor, 'notice.print', { kind: 'edition', id: hash }, detail)
    const edition = read.edition.byHash(hash)
    const at = deps.clock.now()
    if (edition) recallLate({ write, read, at, on: civilDateOf(at) }, edition)
  })
}
