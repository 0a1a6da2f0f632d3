import type { NoticePlacement } from '../../domain/notice/placement.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { findNotice, requireRevision } from './find-notice.ts'
import { checkPlacement } from './placement-rules.ts'

/**
 * Says where a draft belongs: its unit, the duty it works off, the plan for its interpretation, what it interprets. It is
 * a change of the draft: a new revision by an author. Needs HANDLER. Refuses `notice.wrong-state`,
 * `notice.draft-conflict` and what `checkPlacement` refuses.
 * @example placeNotice(deps, handler, id, { revision: 7, placement }) // { ok: true, value: 8 }
 */
export function placeNotice(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly revision: number; readonly placement: NoticePlacement },
): Result<number> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<number> => {
    const notice = findNotice(read, id, 'EDIT')
    if (!notice.ok) return notice
    const unchanged = requireRevision(read, notice.value, input.revision)
    if (!unchanged.ok) return unchanged
    const { placement } = input
    if (placement.noDuty === true && placement.dutyId !== null) return refuse('duty.not-of-item')
    const fits = checkPlacement(read, notice.value, placement)
    if (!fits.ok) return fits
    const revision = notice.value.revision + 1
    write.placement.set(id, placement)
    write.notice.update(id, { revision, updatedBy: principal.id, updatedAt: deps.clock.now() })
    write.notice.addAuthor(id, principal.id)
    record(deps, write, principal, 'notice.place', { kind: 'notice', id }, placementDetail(placement))
    return accept(revision)
  })
}

/**
 * A placement as the log tells of it: ids and codes, never what a person wrote.
 * @example placementDetail(ownPlacement()) // { unitId: 'township' }
 */
export function placementDetail(placement: NoticePlacement): Readonly<Record<string, string>> {
  return {
    unitId: placement.unitId,
    ...(placement.dutyId !== null && { duty: placement.dutyId }),
    ...(placement.noDuty === true && { duty: 'NONE' }),
    ...(placement.policy && { policy: placement.policy.interpretation }),
    ...(placement.interpretation && { interprets: placement.interpretation.ofNoticeId }),
  }
}
