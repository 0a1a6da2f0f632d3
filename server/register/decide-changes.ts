import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { checkChanges } from '../../domain/register/check-changes.ts'
import { listAsOf } from '../../domain/register/list-as-of.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { requireConfirmed } from '../office/restore-confirmation.ts'
import { type Principal, requireRole } from '../principal.ts'
import { confirmedOf, CONFIRMING_ROLES, listDetail, standingOf } from './list-views.ts'
import { requireSafe } from './propose-changes.ts'
import type { ListDetail } from './views.ts'

/** What may become of a change set that waits. */
export const LIST_DECISIONS = ['CONFIRMED', 'RETURNED', 'RECALLED'] as const
/** One of them. */
export type ListDecision = (typeof LIST_DECISIONS)[number]

const ACTIONS = { CONFIRMED: 'list.confirm', RETURNED: 'list.return', RECALLED: 'list.recall' } as const

/** Confirming and returning are for a second person; recalling is for the one who proposed. */
function mayDecide(principal: Principal, decision: ListDecision, proposer: string): Result<true> {
  if (decision === 'RECALLED') {
    return principal.id === proposer ? accept(true) : refuse('trust.role-missing', { role: 'HANDLER' })
  }
  const allowed = requireRole(principal, ...CONFIRMING_ROLES)
  if (!allowed.ok) return allowed
  return principal.id === proposer ? refuse('register.proposer-may-not-confirm') : allowed
}

/**
 * Confirms a change set, sends it back with a reason, or recalls it. Confirming needs REVIEWER or DEPUTY_LEADER, not the
 * proposer, and reads everything once more; who confirms may say that personal information is taken away, as the proposer
 * may. Refuses `register.change-not-found`, `register.already-decided`,
 * `register.proposer-may-not-confirm`, `register.reason-required` for a return, `register.change-outdated`,
 * `register.privacy-hit`, `office.restored-unconfirmed`.
 * @example decideChanges(deps, reviewer, changeSetId, { decision: 'CONFIRMED', reason: '' })
 */
export function decideChanges(
  deps: Deps,
  principal: Principal,
  changeSetId: string,
  input: {
    readonly decision: ListDecision
    readonly reason: string
    readonly personal?: boolean | undefined
  },
): Result<ListDetail> {
  return deps.store.tx((write, read): Result<ListDetail> => {
    const listId = read.list.listOf(changeSetId)
    const sets = listId === undefined ? [] : read.list.changeSets(listId)
    const set = sets.find((one) => one.id === changeSetId)
    if (listId === undefined || !set) return refuse('register.change-not-found')
    const allowed = mayDecide(principal, input.decision, set.proposedBy.id)
    if (!allowed.ok) return allowed
    if (set.decision !== null) return refuse('register.already-decided')
    const reason = input.reason.trim()
    if (input.decision === 'RETURNED' && reason === '') return refuse('register.reason-required')
    const now = deps.clock.now()
    const today = civilDateOf(now)
    if (input.decision === 'CONFIRMED') {
      const open = requireConfirmed(read)
      if (!open.ok) return open
      const confirmed = confirmedOf(sets)
      const fits = checkChanges(confirmed, set)
      if (!fits.ok) return fits
      // Texts are kept by column: other headings confirmed meanwhile would be undone by these.
      const overtaken = confirmed.some(
        (one) => one.columns !== null && (one.decision?.at ?? '') > set.proposedAt,
      )
      if (set.columns !== null && overtaken) return refuse('register.change-outdated')
      const headings = set.columns ?? listAsOf(confirmed, set.effectiveOn).columns
      const safe = requireSafe(set, headings, today)
      if (!safe.ok) return safe
    }
    write.list.decide({
      changeSetId,
      decision: input.decision,
      reason,
      decidedBy: principal.id,
      decidedAt: now,
      personal: input.decision === 'CONFIRMED' && input.personal === true,
    })
    record(
      deps,
      write,
      principal,
      ACTIONS[input.decision],
      { kind: 'list', id: listId },
      { changeSet: changeSetId },
    )
    return listDetail(read, principal, listId, { on: today, today })
  })
}

/**
 * Takes a whole list from the public at once (HANDLER, REVIEWER or DEPUTY_LEADER), or shows it again (REVIEWER or
 * DEPUTY_LEADER, not the person who took it down). Refuses `register.list-not-found`, `register.wrong-state`,
 * `register.reason-required`, `register.proposer-may-not-confirm`, `office.restored-unconfirmed`.
 * @example setListStanding(deps, reviewer, listId, { action: 'HIDDEN', reason: '误列个人信息' })
 */
export function setListStanding(
  deps: Deps,
  principal: Principal,
  listId: string,
  input: { readonly action: 'HIDDEN' | 'SHOWN'; readonly reason: string },
): Result<ListDetail> {
  const roles = input.action === 'HIDDEN' ? (['HANDLER', ...CONFIRMING_ROLES] as const) : CONFIRMING_ROLES
  const allowed = requireRole(principal, ...roles)
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<ListDetail> => {
    if (!read.list.byId(listId)) return refuse('register.list-not-found')
    const now = deps.clock.now()
    const today = civilDateOf(now)
    const standing = standingOf(read, listId, confirmedOf(read.list.changeSets(listId)), today)
    if (standing !== (input.action === 'HIDDEN' ? 'PUBLIC' : 'HIDDEN')) return refuse('register.wrong-state')
    if (input.action === 'SHOWN') {
      if (read.list.standing(listId)?.by.id === principal.id) {
        return refuse('register.proposer-may-not-confirm')
      }
      const open = requireConfirmed(read)
      if (!open.ok) return open
    }
    const reason = input.reason.trim()
    if (reason === '') return refuse('register.reason-required')
    write.list.setStanding({ listId, action: input.action, reason, accountId: principal.id, at: now })
    record(deps, write, principal, input.action === 'HIDDEN' ? 'list.hide' : 'list.show', {
      kind: 'list',
      id: listId,
    })
    return listDetail(read, principal, listId, { on: today, today })
  })
}
