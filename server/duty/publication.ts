import type { StoredDuty } from '../../db/repos/duty-repo.ts'
import type { Reads, Writes } from '../../db/store.ts'
import { dueOf } from '../../domain/duty/due-of.ts'
import { groundFor, groundOfRule } from '../../domain/duty/duty-ground.ts'
import { ruleInForce } from '../../domain/duty/rule-set.ts'
import { eventTerm } from '../../domain/duty/term.ts'
import { isReckonable } from '../../domain/duty/day-number.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { WithdrawalReason } from '../../domain/notice/notice-state.ts'
import type { NoticePlacement } from '../../domain/notice/placement.ts'
import { civilDateOf } from '../clock.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'
import { calendarOf } from './calendar/calendar-of.ts'
import { closeDuty, type DutyTransaction, reopenDuty } from './close-duty.ts'
import { itemTitle } from './item-title.ts'
import { makeDuty } from './make-duty.ts'
import { rulesOf } from './rules-of.ts'

/** What duties need to know of a publication; handed over inside the publishing transaction. */
export type Publication = {
  readonly noticeId: string
  readonly title: string
  readonly itemId: string | null
  readonly placement: NoticePlacement
  /** 成文日期, from which an item without an open duty is reckoned. */
  readonly documentDate: CivilDate | null
  /** True when a former edition stood published until now: a correction closes nothing a second time. */
  readonly supersedes: boolean
  readonly at: string
  readonly on: CivilDate
  /** The clock was older than the newest record, and a person has vouched for it. */
  readonly clockVouched: boolean
}

/** The rule of the set by which a policy document is interpreted. */
const INTERPRETATION_RULE = 'SEED3D'
const WITHDRAWN = '已发布的信息撤下'
const POLICY_WITHDRAWN = '政策文件已撤下'

function close(transaction: DutyTransaction, duty: StoredDuty, publication: Publication): string {
  const { at, on, noticeId } = publication
  // Publishing itself refuses a doubtful clock, or somebody has vouched for it.
  closeDuty(transaction, duty, { kind: 'PUBLISHED', at, on, noticeId, reason: '', clockDoubt: false })
  return duty.id
}

/** The open duty a publication works off: the one named, the one it had closed before, else the oldest of its item. */
function openDutyFor(read: Reads, publication: Publication): StoredDuty | undefined {
  const { itemId, placement, noticeId, on } = publication
  if (placement.noDuty === true) return undefined
  if (placement.dutyId !== null) {
    const named = read.duty.byId(placement.dutyId)
    const fits = named?.unitId === placement.unitId && (named.itemId === null || named.itemId === itemId)
    if (named && named.closing === null && fits) return named
  }
  const [former] = read.duty.formerlyClosedBy(noticeId)
  if (former) return former
  return itemId === null ? undefined : read.duty.oldestOpen(itemId, placement.unitId, on)
}

/** What was made public without a duty waiting for it still gets one, so that it stands on record whether it was in time. */
function dutyOfDocument(transaction: DutyTransaction, publication: Publication): StoredDuty | undefined {
  const { read } = transaction
  const { itemId, documentDate, placement, on } = publication
  const item = itemId === null ? undefined : read.catalogue.item(itemId)
  if (
    placement.noDuty === true ||
    !item ||
    documentDate === null ||
    documentDate > on ||
    !isReckonable(documentDate)
  )
    return undefined
  const rule = item.deadlineRule
  if (rule === null || !['ON_EVENT', 'IMMEDIATE', 'PER_BATCH'].includes(rule.class)) return undefined
  const ground = groundFor(item, rulesOf(read), item.regime, on)
  const term = ground && eventTerm(ground.rule, { on: documentDate, at: null })
  if (!ground || !term) return undefined
  const id = makeDuty(transaction, {
    kind: 'EVENT',
    unitId: placement.unitId,
    itemId: item.id,
    regime: item.regime,
    title: itemTitle(item),
    event: publication.title,
    startsOn: documentDate,
    term,
    ground,
  })
  return id === null ? undefined : read.duty.byId(id)
}

/** A policy document with a plan of interpretation starts the three working days for it, once. */
function openInterpretation(transaction: DutyTransaction, publication: Publication): void {
  const { read, write, deps, principal } = transaction
  const { noticeId, placement, title, itemId, on, at, supersedes } = publication
  if (placement.policy?.interpretation !== 'PLANNED') return
  const rule = ruleInForce(rulesOf(read), INTERPRETATION_RULE, on)
  const ground = rule && groundOfRule(rule)
  const term = ground && eventTerm(ground.rule, { on, at })
  if (!ground || !term) return
  const known = read.duty.interpretationOf(noticeId)
  if (known) {
    // Ended when the document was taken down: its days begin anew with the new publication.
    const ended = known.closing?.kind === 'WAIVED' && known.closing.reason === POLICY_WITHDRAWN
    if (!ended || supersedes) return
    reopenDuty({ deps, write, read, principal }, known, '政策文件重新发布')
    const { target, due, dueAt, provisional } = dueOf(term, calendarOf(read))
    write.duty.setTerm(known.id, { term, startsOn: on, target, due, dueAt, provisional })
    return
  }
  const regime = (itemId === null ? undefined : read.catalogue.item(itemId))?.regime ?? 'GOV'
  makeDuty(transaction, {
    kind: 'INTERPRETATION',
    unitId: placement.unitId,
    itemId: null,
    regime,
    title,
    policyNoticeId: noticeId,
    startsOn: on,
    term,
    ground,
  })
}

/**
 * Closes the duty a publication works off, and opens the interpretation duty of a policy document; inside the publishing
 * transaction. A correction closes nothing; an interpretation closes the duty of the document it interprets; where no duty
 * waited and the item is due after an event, one is made from the document's date and closed at once. Gives the id of the
 * duty it closed, or null.
 * @example closeByPublication(deps, write, read, handler, publication)
 */
export function closeByPublication(
  deps: Deps,
  write: Writes,
  read: Reads,
  principal: Principal,
  publication: Publication,
): string | null {
  const transaction: DutyTransaction = { deps, write, read, principal }
  openInterpretation(transaction, publication)
  if (publication.supersedes) return null
  const { interpretation, dutyId } = publication.placement
  if (interpretation) {
    const duty = read.duty.interpretationOf(interpretation.ofNoticeId)
    if (duty && duty.closing === null) return close(transaction, duty, publication)
    // An interpretation reports nothing of its item, unless somebody says that it does.
    if (dutyId === null) return null
  }
  const duty = openDutyFor(read, publication) ?? dutyOfDocument(transaction, publication)
  return duty ? close(transaction, duty, publication) : null
}

/**
 * Opens again what a withdrawn notice had closed; inside the withdrawing transaction. What has merely run out (EXPIRED) was
 * published as it had to be: its duty stays done. A policy document that is taken down needs no interpretation any more.
 * @example reopenByWithdrawal(deps, write, read, handler, { noticeId, reason: 'PUBLISHED_IN_ERROR', at })
 */
export function reopenByWithdrawal(
  deps: Deps,
  write: Writes,
  read: Reads,
  principal: Principal,
  withdrawal: { readonly noticeId: string; readonly reason: WithdrawalReason; readonly at: string },
): void {
  const transaction: DutyTransaction = { deps, write, read, principal }
  if (withdrawal.reason !== 'EXPIRED') {
    for (const duty of read.duty.closedBy(withdrawal.noticeId)) reopenDuty(transaction, duty, WITHDRAWN)
  }
  const interpretation = read.duty.interpretationOf(withdrawal.noticeId)
  if (!interpretation || interpretation.closing !== null) return
  closeDuty(transaction, interpretation, {
    ...{ kind: 'WAIVED', at: withdrawal.at, on: civilDateOf(withdrawal.at), noticeId: null },
    ...{ reason: POLICY_WITHDRAWN, clockDoubt: false },
  })
}
