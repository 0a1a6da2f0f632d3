import type { StoredConsultation } from '../../db/repos/matter-repo.ts'
import type { Reads } from '../../db/store.ts'
import { checkPlan, type ConsultationPlan } from '../../domain/voice/consultation.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { calendarOf } from '../duty/calendar/calendar-of.ts'
import { type Principal, requireRole } from '../principal.ts'
import { matterSubject, touchMatter } from './keep-matter.ts'
import { consultationStanding, type ConsultationStanding, matterStanding } from './matter-standing.ts'
import { findMatter, matterDetail } from './matter-views.ts'
import type { MatterDetail } from './views.ts'

/**
 * Plans the gathering of opinions on a matter. Needs HANDLER. Refuses `matter.not-found`,
 * `consultation.under-way` while one has not been finished, and what `checkPlan` refuses.
 * @example planConsultation(deps, handler, matterId, { opensOn: null, amount: 30, unit: 'day', channels, shorterReason: '' })
 */
export function planConsultation(
  deps: Deps,
  principal: Principal,
  matterId: string,
  plan: ConsultationPlan,
): Result<MatterDetail> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<MatterDetail> => {
    const matter = findMatter(read, matterId)
    if (!matter.ok) return matter
    const now = deps.clock.now()
    const today = civilDateOf(now)
    const { consultations } = matterStanding(read, matter.value, today)
    if (consultations.some(({ state }) => state !== 'RESULT_PUBLISHED'))
      return refuse('consultation.under-way')
    const { kind } = matter.value
    const checked = checkPlan(plan, { kind, today, calendar: calendarOf(read) })
    if (!checked.ok) return checked
    const id = deps.ids.next()
    const dropped = { droppedBy: null, droppedAt: null }
    const planned = { plannedBy: principal.id, plannedAt: now, openedOn: null, closesOn: null, ...dropped }
    write.matter.insertConsultation({ ...checked.value, ...planned, id, matterId })
    touchMatter(deps, write, principal, matterId)
    const { amount, unit } = checked.value
    record(deps, write, principal, 'consultation.plan', matterSubject(matterId), { id, amount, unit })
    return matterDetail(read, principal, matterId, today)
  })
}

/**
 * Plans a consultation anew until it has opened; a draft in review is handed in again then, and whoever planned is an author
 * of it. Needs HANDLER. Refuses
 * `consultation.not-found`, `consultation.opened` and what `checkPlan` refuses.
 * @example replanConsultation(deps, handler, id, plan)
 */
export function replanConsultation(
  deps: Deps,
  principal: Principal,
  id: string,
  plan: ConsultationPlan,
): Result<MatterDetail> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<MatterDetail> => {
    const consultation = read.matter.consultation(id)
    const matter = consultation && read.matter.byId(consultation.matterId)
    if (!consultation || !matter) return refuse('consultation.not-found')
    if (consultation.openedOn !== null) return refuse('consultation.opened')
    const now = deps.clock.now()
    const today = civilDateOf(now)
    const checked = checkPlan(plan, { kind: matter.kind, today, calendar: calendarOf(read) })
    if (!checked.ok) return checked
    write.matter.updateConsultation(id, { ...checked.value, plannedBy: principal.id, plannedAt: now })
    const { draftId } = consultationStanding(read, consultation, read.matter.links(matter.id), today)
    if (draftId !== null) write.notice.addAuthor(draftId, principal.id)
    touchMatter(deps, write, principal, matter.id)
    const { amount, unit } = checked.value
    record(deps, write, principal, 'consultation.plan', matterSubject(matter.id), { id, amount, unit })
    return matterDetail(read, principal, matter.id, today)
  })
}

/**
 * Gives up a consultation that was planned by mistake; the log keeps it. Needs HANDLER. Refuses `consultation.not-found`,
 * `consultation.opened`, `consultation.draft-there` while a draft tells of it.
 * @example dropConsultation(deps, handler, id)
 */
export function dropConsultation(deps: Deps, principal: Principal, id: string): Result<MatterDetail> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<MatterDetail> => {
    const now = deps.clock.now()
    const today = civilDateOf(now)
    const found = findConsultation(read, id, today)
    if (!found.ok) return found
    const { stored, draftId } = found.value
    if (stored.openedOn !== null) return refuse('consultation.opened')
    if (draftId !== null) return refuse('consultation.draft-there')
    write.matter.updateConsultation(id, { droppedBy: principal.id, droppedAt: now })
    touchMatter(deps, write, principal, stored.matterId)
    record(deps, write, principal, 'consultation.drop', matterSubject(stored.matterId), { id })
    return matterDetail(read, principal, stored.matterId, today)
  })
}

/**
 * Finds a consultation with how it stands. Refuses `consultation.not-found`.
 * @example findConsultation(read, id, today)
 */
export function findConsultation(
  read: Reads,
  id: string,
  today: string,
): Result<ConsultationStanding & { readonly stored: StoredConsultation }> {
  const stored = read.matter.consultation(id)
  if (!stored) return refuse('consultation.not-found')
  return accept(consultationStanding(read, stored, read.matter.links(stored.matterId), today))
}
