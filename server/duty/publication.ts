import type { StoredDuty } from '../../db/repos/duty-repo.ts'
import type { Reads, Writes } from '../../db/store.ts'
import { groundFor } from '../../domain/duty/duty-ground.ts'
import { eventTerm } from '../../domain/duty/term.ts'
import { isReckonable } from '../../domain/duty/calendar/day-number.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { WithdrawalReason } from '../../domain/notice/notice-state.ts'
import type { NoticePlacement } from '../../domain/notice/placement.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'
import { closeDuty, type DutyTransaction, reopenDuty } from './close-duty.ts'
import { endInterpretation, keepInterpretation } from './interpretation-duty.ts'
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
  /** True when a former edition stood published until now: a correction closes no second duty. */
  readonly supersedes: boolean
  readonly at: string
  readonly on: CivilDate
}

const WITHDRAWN = '已发布的信息撤下'
const MOVED = '信息更正后不再办理此项'

/** Whether a notice can stand as the closer of a duty: an interpretation is reported through an interpretation only. */
function fits(duty: StoredDuty, { placement, itemId }: Publication): boolean {
  const { unitId, interpretation, noDuty, dutyId } = placement
  if (duty.kind === 'INTERPRETATION') return duty.policyNoticeId === interpretation?.ofNoticeId
  // An interpretation reports nothing of its item, unless somebody says that it does.
  if (noDuty === true || (interpretation && dutyId !== duty.id)) return false
  if (duty.unitId !== unitId || duty.itemId !== itemId) return false
  // What happens in an emergency may be on no item at all; then it is the duty that was named.
  return itemId !== null || duty.id === dutyId
}

function close(transaction: DutyTransaction, duty: StoredDuty, publication: Publication): string {
  const { at, on, noticeId } = publication
  closeDuty(transaction, duty, { kind: 'PUBLISHED', at, on, noticeId, reason: '', clockDoubt: false })
  return duty.id
}

/** The duty of interpreting the document that is interpreted, while it is open. */
function interpretedDuty(read: Reads, { placement }: Publication): StoredDuty | undefined {
  const { interpretation } = placement
  const duty = interpretation ? read.duty.interpretationOf(interpretation.ofNoticeId) : undefined
  return duty?.closing === null ? duty : undefined
}

/**
 * The duty of its item that a publication works off: the one named, else the one it had closed before, else, unless it
 * stands as the closer of one already or corrects what hung, the oldest of unit and item.
 */
function itemDuty(
  transaction: DutyTransaction,
  publication: Publication,
  standing: { readonly kept: boolean; readonly moved: boolean },
): StoredDuty | undefined {
  const { read } = transaction
  const { itemId, placement, noticeId, on, supersedes } = publication
  const named = placement.dutyId === null ? undefined : read.duty.byId(placement.dutyId)
  if (named && named.kind !== 'INTERPRETATION' && fits(named, publication)) {
    // Named and closed meanwhile: nobody has said that the next one is meant.
    return named.closing === null ? named : undefined
  }
  if (placement.interpretation || placement.noDuty === true || standing.kept) return undefined
  const former = read.duty
    .formerlyClosedBy(noticeId)
    .find((duty) => duty.kind !== 'INTERPRETATION' && fits(duty, publication))
  if (former) return former
  if (itemId === null || (supersedes && !standing.moved)) return undefined
  return read.duty.oldestOpen(itemId, placement.unitId, on) ?? dutyOfDocument(transaction, publication)
}

/** What was made public without a duty waiting for it still gets one, so that it stands on record whether it was in time. */
function dutyOfDocument(transaction: DutyTransaction, publication: Publication): StoredDuty | undefined {
  const { read } = transaction
  const { itemId, documentDate, placement, on } = publication
  const item = itemId === null ? undefined : read.catalogue.item(itemId)
  if (!item || documentDate === null || documentDate > on || !isReckonable(documentDate)) return undefined
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

/**
 * Closes the duties a publication works off, and keeps the interpretation duty of a policy document; inside the publishing
 * transaction. An interpretation closes the duty of the document it interprets, and of its item only the duty that was named.
 * A correction closes no second duty; what it does not belong to any more (another village, another item, another kind) it
 * gives back open. A duty that was named and is closed meanwhile closes nothing in its place. Where no duty waited and the
 * item is due after an event, one is made from the document's date and closed at once. Publishing refuses a clock that is
 * behind until a person vouches for it, and that vouching is the confirmation: nothing here is closed in doubt. Gives the id
 * of the duty of the item it closed, else of the interpretation, or null.
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
  keepInterpretation(transaction, publication)
  const held = read.duty.closedBy(publication.noticeId)
  const [keeps, gives] = [
    held.filter((duty) => fits(duty, publication)),
    held.filter((duty) => !fits(duty, publication)),
  ]
  const named = publication.placement.dutyId
  const own = keeps.filter(({ kind }) => kind !== 'INTERPRETATION')
  const duty = itemDuty(transaction, publication, { kept: own.length > 0, moved: gives.length > 0 })
  // A correction gives back what it leaves; what had merely run out was published as it had to be, and stays done.
  const left = publication.supersedes ? [...gives, ...(duty?.id === named ? own : [])] : []
  const interpreted = interpretedDuty(read, publication)
  const closed = [duty, interpreted].flatMap((one) => (one ? [close(transaction, one, publication)] : []))
  for (const one of left) reopen(transaction, one)
  return closed[0] ?? null
}

/** Opens what a notice had closed; nobody has to interpret what is not on the board. */
function reopen(transaction: DutyTransaction, duty: StoredDuty, reason = MOVED): void {
  reopenDuty(transaction, duty, reason)
  const { policyNoticeId } = duty
  if (policyNoticeId === null) return
  const { read, deps } = transaction
  const hangs = read.edition.ofNotice(policyNoticeId).some((edition) => edition.state === 'PUBLISHED')
  if (!hangs) endInterpretation(transaction, policyNoticeId, deps.clock.now())
}

const STAYS_DONE: readonly WithdrawalReason[] = ['EXPIRED', 'CONSOLIDATED']

/**
 * Opens again what a withdrawn notice had closed; inside the withdrawing transaction. What has merely run out (EXPIRED) was
 * published as it had to be, and what went into another notice (CONSOLIDATED) hangs there: its duty stays done. A policy document that is taken down needs no interpretation any more.
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
  if (!STAYS_DONE.includes(withdrawal.reason)) {
    for (const duty of read.duty.closedBy(withdrawal.noticeId)) reopen(transaction, duty, WITHDRAWN)
  }
  endInterpretation(transaction, withdrawal.noticeId, withdrawal.at)
}
