import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { findNotice } from '../find-notice.ts'

/**
 * Puts a withdrawn notice away, where it can only be read, or takes it out again; with a reason each time. Nothing is deleted
 * . Needs HANDLER or DEPUTY_LEADER. Refuses `notice.reason-required`.
 * @example archiveNotice(deps, handler, id, { action: 'ARCHIVE', reason: '已并入年度汇编' })
 */
export function archiveNotice(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly action: 'ARCHIVE' | 'REOPEN'; readonly reason: string },
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  const reason = input.reason.trim()
  if (reason === '') return refuse('notice.reason-required')
  return deps.store.tx((write, read): Result<true> => {
    const notice = findNotice(read, id, input.action)
    if (!notice.ok) return notice
    const at = deps.clock.now()
    const archives = input.action === 'ARCHIVE'
    write.notice.update(id, { state: archives ? 'ARCHIVED' : 'WITHDRAWN', updatedAt: at })
    const action = archives ? 'ARCHIVED' : 'REOPENED'
    write.editionRecord.insertArchiveEntry({ noticeId: id, action, reason, accountId: principal.id, at })
    record(deps, write, principal, archives ? 'notice.archive' : 'notice.reopen', { kind: 'notice', id })
    return accept(true)
  })
}
