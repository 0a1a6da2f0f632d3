import type { Retention } from '../../../domain/notice/retention.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'

/**
 * Sets the 保管期限 of a catalogue item, or gives it back to the usual one of the kind (null). It counts for what is published from
 * now on: an edition keeps what it was published with. Needs ADMINISTRATOR or DEPUTY_LEADER. Refuses `catalogue.item-not-found`.
 * @example setRetention(deps, leader, itemId, 'PERMANENT')
 */
export function setRetention(
  deps: Deps,
  principal: Principal,
  itemId: string,
  retention: Retention | null,
): Result<true> {
  const allowed = requireRole(principal, 'ADMINISTRATOR', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    if (!read.catalogue.item(itemId)) return refuse('catalogue.item-not-found')
    if (read.editionRecord.ofItem(itemId) === retention) return accept(true)
    write.editionRecord.setOfItem({ itemId, retention, accountId: principal.id, at: deps.clock.now() })
    const detail = { retention: retention ?? 'BY_KIND' }
    record(deps, write, principal, 'catalogue.retention', { kind: 'catalogue-item', id: itemId }, detail)
    return accept(true)
  })
}
