import { Temporal } from 'temporal-polyfill'
import { groundOfRule } from '../../../domain/duty/duty-ground.ts'
import { EMERGENCY_RULES, emergencyRule, type EmergencyRuleId } from '../../../domain/duty/emergency-rules.ts'
import { eventTerm } from '../../../domain/duty/term.ts'
import type { EmergencyKind } from '../../../domain/notice/emergency-template.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { requireCleanWords } from '../../duty/clean-words.ts'
import type { DutyTransaction } from '../../duty/close-duty.ts'
import { itemTitle } from '../../duty/item-title.ts'
import { makeDuty } from '../../duty/make-duty.ts'
import { rulesOf } from '../../duty/rules-of.ts'
import { todayOf } from '../../duty/today.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { requireItemOfUnit } from '../placement-rules.ts'

/** Who may act in an emergency: whoever has the duty that night. */
export const EMERGENCY_ROLES = ['HANDLER', 'REVIEWER', 'DEPUTY_LEADER'] as const

/** What is known when the key is pressed. `itemId` may be missing: an emergency waits for no catalogue. */
export type NewEmergency = {
  readonly kind: EmergencyKind
  readonly event: string
  readonly unitId: string
  readonly itemId: string | null
  /** When it happened or the warning came, as an instant; null is now. */
  readonly startedAt: string | null
}

function startDuty(
  transaction: DutyTransaction,
  emergency: NewEmergency & { readonly startedAt: string },
  ruleId: EmergencyRuleId,
  title: string,
): string {
  const { read, deps } = transaction
  const on = civilDateOf(emergency.startedAt)
  const ground = groundOfRule(emergencyRule(rulesOf(read), ruleId, todayOf(read, deps.clock.now()).today))
  const term = ground && eventTerm(ground.rule, { on, at: emergency.startedAt })
  if (!ground || !term) throw new Error('a rule of the fast lane counts hours')
  const { unitId, itemId, event } = emergency
  const id = makeDuty(transaction, {
    ...{ kind: 'EMERGENCY', unitId, itemId, regime: 'GOV', title, event: event.trim(), startsOn: on },
    ...{ term, ground },
  })
  if (id === null) throw new Error('a duty of an event has no period that could be there already')
  return id
}

/**
 * Starts the clock of an emergency (应急): its two duties run in hours through nights and holidays. Needs HANDLER, REVIEWER or
 * DEPUTY_LEADER. Refuses `duty.reason-required` without words for it, `duty.personal-data` in them, `duty.date-invalid` for a
 * time that has not come or lies more than a week back, `unit.not-found`, `unit.disabled`, `notice.item-not-in-catalogue`.
 * @example openEmergency(deps, officer, { kind: 'RAINSTORM', event: '暴雨红色预警', unitId: 'township', itemId: null, startedAt })
 */
export function openEmergency(deps: Deps, principal: Principal, input: NewEmergency): Result<string> {
  const allowed = requireRole(principal, ...EMERGENCY_ROLES)
  if (!allowed.ok) return allowed
  const event = input.event.trim()
  if (event === '') return refuse('duty.reason-required')
  return deps.store.tx((write, read): Result<string> => {
    const unit = read.unit.byId(input.unitId)
    if (!unit) return refuse('unit.not-found')
    if (unit.disabled) return refuse('unit.disabled')
    const now = deps.clock.now()
    const startedAt = input.startedAt ?? now
    const weekAgo = Temporal.Instant.from(now).subtract({ hours: 168 }).toString()
    if (startedAt > now || startedAt < weekAgo) {
      return refuse('duty.date-invalid', { value: civilDateOf(startedAt) })
    }
    const clean = requireCleanWords(event, civilDateOf(now))
    if (!clean.ok) return clean
    const fits = requireItemOfUnit(read, input.itemId, input.unitId)
    if (!fits.ok) return fits
    const item = input.itemId === null ? undefined : read.catalogue.item(input.itemId)
    const title = item ? itemTitle(item) : event
    const transaction = { deps, write, read, principal }
    const happened = { ...input, startedAt }
    const firstDutyId = startDuty(transaction, happened, EMERGENCY_RULES.first, title)
    const followUpDutyId = startDuty(transaction, happened, EMERGENCY_RULES.followUp, title)
    const id = deps.ids.next()
    write.emergency.open({
      ...input,
      id,
      event,
      startedAt,
      openedBy: principal.id,
      openedAt: now,
      firstDutyId,
      followUpDutyId,
    })
    record(deps, write, principal, 'emergency.open', { kind: 'emergency', id }, { emergencyKind: input.kind })
    return accept(id)
  })
}

/**
 * Declares an emergency over, with a reason: the kiosk is given back at once; what was published stays on the board, and
 * duties still open stay due. Needs HANDLER, REVIEWER or DEPUTY_LEADER. Refuses `emergency.not-found`, `emergency.ended`,
 * `notice.reason-required`.
 * @example endEmergency(deps, officer, id, '预警解除')
 */
export function endEmergency(deps: Deps, principal: Principal, id: string, reason: string): Result<true> {
  const allowed = requireRole(principal, ...EMERGENCY_ROLES)
  if (!allowed.ok) return allowed
  const words = reason.trim()
  if (words === '') return refuse('notice.reason-required')
  return deps.store.tx((write, read): Result<true> => {
    if (!read.emergency.byId(id)) return refuse('emergency.not-found')
    if (read.emergency.end(id)) return refuse('emergency.ended')
    const at = deps.clock.now()
    write.emergency.end({ emergencyId: id, reason: words, accountId: principal.id, at })
    write.emergency.endTakeovers(
      read.emergency.notices(id).map(({ noticeId }) => noticeId),
      at,
    )
    record(deps, write, principal, 'emergency.end', { kind: 'emergency', id })
    return accept(true)
  })
}
