import type { ItemInCatalogue } from '../../db/repos/catalogue-repo.ts'
import type { Reads } from '../../db/store.ts'
import { groundFor, groundOfRule, saysWhen } from '../../domain/duty/duty-ground.ts'
import { isReckonable } from '../../domain/duty/calendar/day-number.ts'
import type { DutyGround, DutyKind } from '../../domain/duty/duty.ts'
import { ruleInForce } from '../../domain/duty/rule-set.ts'
import { eventTerm } from '../../domain/duty/term.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { requireCleanWords } from './clean-words.ts'
import type { DutyTransaction } from './close-duty.ts'
import { DUTY_ROLES } from './duty-view.ts'
import { itemTitle } from './item-title.ts'
import { makeDuty } from './make-duty.ts'
import { rulesOf } from './rules-of.ts'
import { todayOf } from './today.ts'
import type { DutyEventRequest } from './views.ts'

type Start = { readonly on: CivilDate; readonly at: string | null }

/** The item as the unit keeps it: in use, kept by the unit, and applying to it. */
function keptItem(read: Reads, unitId: string, itemId: string): Result<ItemInCatalogue> {
  const unit = read.unit.byId(unitId)
  if (!unit) return refuse('unit.not-found')
  if (unit.disabled) return refuse('unit.disabled')
  const item = read.catalogue.item(itemId)
  if (!item) return refuse('catalogue.item-not-found')
  const kept = read.catalogue
    .units()
    .some((one) => one.catalogueId === item.catalogueId && one.unitId === unitId)
  const own = read.catalogue.unitItems(unitId).find((one) => one.itemId === itemId)
  if (!item.inUse || !kept || own?.applies === false) return refuse('duty.not-of-item')
  // What goes to the persons concerned or on request is never put up on the board.
  const disclosed = item.disclosureMode !== 'ON_REQUEST' && item.disclosureScope !== 'NAMED_PERSONS'
  return disclosed ? accept(item) : refuse('duty.item-not-disclosed', { item: itemTitle(item) })
}

/** The item's own rule, then the ones asked for besides; a mere default gives way to those. */
function groundsOf(
  read: Reads,
  item: ItemInCatalogue,
  ruleIds: readonly string[],
  today: CivilDate,
): Result<readonly DutyGround[]> {
  const rules = rulesOf(read)
  const grounds: DutyGround[] = []
  for (const ruleId of new Set(ruleIds)) {
    const rule = ruleInForce(rules, ruleId, today)
    const ground = rule && groundOfRule(rule, item.deadlineText)
    if (!ground) return refuse('rule.not-found')
    grounds.push(ground)
  }
  const own = groundFor(item, rules, item.regime, today)
  const byItself = item.deadlineRule !== null && saysWhen(item.deadlineRule)
  if (own && (byItself || grounds.length === 0)) grounds.unshift(own)
  return grounds.length === 0 ? refuse('rule.not-found') : accept(grounds)
}

function kindOf(ground: DutyGround): DutyKind {
  if (ground.rule.stages?.[0]) return 'STAGE'
  if (ground.rule.unit === 'hour') return 'EMERGENCY'
  return ground.rule.class === 'PER_BATCH' ? 'BATCH' : 'EVENT'
}

function make(
  transaction: DutyTransaction,
  item: ItemInCatalogue,
  ground: DutyGround,
  request: DutyEventRequest,
  start: Start,
): Result<string> {
  const kind = kindOf(ground)
  const [stage] = ground.rule.stages ?? []
  const term = eventTerm(stage ?? ground.rule, start)
  // Hours need the hour they begin with; a rule that is due on a date of the month is not started by an event.
  if (!term) return refuse('duty.date-invalid', { value: start.at ?? start.on })
  const own = transaction.read.catalogue.unitItems(request.unitId).find((one) => one.itemId === item.id)
  const id = makeDuty(transaction, {
    kind,
    unitId: request.unitId,
    itemId: item.id,
    regime: item.regime,
    title: itemTitle(item),
    event: request.event.trim(),
    stage: stage ? 1 : 0,
    stageName: stage?.name ?? '',
    startsOn: start.on,
    term,
    ground,
    assigneeId: own?.assigneeId ?? null,
  })
  if (id === null) throw new Error('a duty of an event has no period that could be there already')
  const { deps, write, principal } = transaction
  record(deps, write, principal, 'duty.event', { kind: 'duty', id }, { dutyKind: kind })
  return accept(id)
}

/**
 * Enters something that happened and starts duties: a batch, the first stage of a staged matter, an approval, an emergency
 * whose hours run through nights and holidays. Gives the ids of the duties. Needs HANDLER or DEPUTY_LEADER. Refuses
 * `duty.reason-required` without words for it, `duty.personal-data` in them, `duty.date-invalid` for a day that is not there yet or an hour that is
 * missing, `duty.event-exists` for what was entered for that unit, item and day already, `duty.item-not-disclosed` for what
 * goes to the persons concerned or on request only, `duty.not-of-item`, `rule.not-found`, `unit.not-found`, `unit.disabled`, `catalogue.item-not-found`.
 * @example registerEvent(deps, handler, { unitId, itemId, event: '第3批农机补贴', startsOn: '2026-11-20', startsAt: null, ruleIds: [] })
 */
export function registerEvent(
  deps: Deps,
  principal: Principal,
  request: DutyEventRequest,
): Result<readonly string[]> {
  const allowed = requireRole(principal, ...DUTY_ROLES.event)
  if (!allowed.ok) return allowed
  if (request.event.trim() === '') return refuse('duty.reason-required')
  return deps.store.tx((write, read): Result<readonly string[]> => {
    const item = keptItem(read, request.unitId, request.itemId)
    if (!item.ok) return item
    const { today, now } = todayOf(read, deps.clock.now())
    const on = request.startsAt === null ? request.startsOn : civilDateOf(request.startsAt)
    const toCome = on > today || (request.startsAt !== null && request.startsAt > now)
    if (!isReckonable(on) || toCome) return refuse('duty.date-invalid', { value: on })
    const grounds = groundsOf(read, item.value, request.ruleIds, today)
    if (!grounds.ok) return grounds
    const { unitId, itemId } = request
    const event = request.event.trim()
    const clean = requireCleanWords(event, today)
    if (!clean.ok) return clean
    if (read.duty.ofEvent({ unitId, itemId, event, startsOn: on }).length > 0) {
      return refuse('duty.event-exists', { event })
    }
    const ids: string[] = []
    for (const ground of grounds.value) {
      const start = { on, at: request.startsAt }
      const made = make({ deps, write, read, principal }, item.value, ground, request, start)
      if (!made.ok) return made
      ids.push(made.value)
    }
    return accept(ids)
  })
}
