import type { StoredDuty } from '../../db/repos/duty-repo.ts'
import type { Reads, Writes } from '../../db/store.ts'
import { isReckonable } from '../../domain/duty/calendar/day-number.ts'
import { dueOf } from '../../domain/duty/due-of.ts'
import type { DutyClosingKind } from '../../domain/duty/duty.ts'
import { eventTerm } from '../../domain/duty/term.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { calendarOf } from './calendar/calendar-of.ts'
import { requireCleanWords } from './clean-words.ts'
import { DUTY_ROLES, NIL_KINDS } from './duty-view.ts'
import { todayOf } from './today.ts'

/** How a duty is closed, and whether the time of it is to be believed. */
export type Closing = {
  readonly kind: DutyClosingKind
  readonly at: string
  readonly on: CivilDate
  readonly noticeId: string | null
  readonly reason: string
  readonly clockDoubt: boolean
}

/** The parts of a transaction that a closing needs. */
export type DutyTransaction = {
  readonly deps: Deps
  readonly write: Writes
  readonly read: Reads
  readonly principal: Principal
}

const STAGE_BEFORE_OPEN = '上一段重新打开'

/** The later stage of a matter that follows a stage, when it was begun. */
function nextStage(read: Reads, duty: StoredDuty): StoredDuty | undefined {
  return duty.kind === 'STAGE' ? read.duty.stage(duty.stageOf ?? duty.id, duty.stage + 1) : undefined
}

/** The stage after the one that was closed begins on the day of its closing; begun before, it begins anew. */
function beginNextStage(transaction: DutyTransaction, duty: StoredDuty, closing: Closing): void {
  const { deps, write, read } = transaction
  const stage = duty.stage + 1
  const next = duty.ground.rule.stages?.[stage - 1]
  if (duty.kind !== 'STAGE' || !next) return
  const term = eventTerm(next, { on: closing.on, at: closing.at })
  if (!term) return
  const known = nextStage(read, duty)
  if (known) {
    // Closed by a notice or a person, it is done, whatever happens to the stage before.
    if (known.closing !== null && known.closing.reason !== STAGE_BEFORE_OPEN) return
    if (known.closing !== null) reopenDuty(transaction, known, '上一段已办结')
    moveDuty(transaction, known, { term, startsOn: closing.on }, '上一段重新办结')
    return
  }
  const { target, due, dueAt, provisional } = dueOf(term, calendarOf(read))
  const { closing: _, ground, ...rest } = duty
  write.duty.insert({
    ...rest,
    ...{ id: deps.ids.next(), stage, stageName: next.name, stageOf: duty.stageOf ?? duty.id, term },
    ...{ startsOn: closing.on, target, due, dueAt, provisional },
    ...{ groundId: write.duty.groundId(ground), createdAt: closing.at },
  })
}

/**
 * Gives an open duty another term inside a transaction, reckoned over the calendar that holds; that its day moved stands in
 * its history. Gives the new day.
 * @example moveDuty(transaction, duty, { term, startsOn: '2026-12-28' }, '政策文件重新发布')
 */
export function moveDuty(
  { deps, write, read, principal }: DutyTransaction,
  duty: StoredDuty,
  to: Pick<StoredDuty, 'term' | 'startsOn'>,
  reason: string,
): CivilDate {
  const { term, startsOn } = to
  const former = read.duty.byId(duty.id)?.due ?? duty.due
  const { target, due, dueAt, provisional } = dueOf(term, calendarOf(read))
  write.duty.setTerm(duty.id, { term, startsOn, target, due, dueAt, provisional })
  if (due === former) return due
  const { today, clock } = todayOf(read, deps.clock.now())
  write.duty.addEntry({
    ...{ dutyId: duty.id, action: 'MOVED', reason, formerDue: former, due },
    ...{ accountId: principal.id, at: deps.clock.now(), onDate: today, clockDoubt: !clock.trusted },
  })
  return due
}

/**
 * Closes a duty inside a transaction, with a line in its history and one in the log; closing a stage begins the next.
 * @example closeDuty({ deps, write, read, principal }, duty, closing, 'duty.close')
 */
export function closeDuty(
  transaction: DutyTransaction,
  duty: StoredDuty,
  closing: Closing,
  action: 'duty.close' | 'duty.waive' = 'duty.close',
): void {
  end(transaction, duty, closing, action)
  beginNextStage(transaction, duty, closing)
}

function end(
  transaction: DutyTransaction,
  duty: StoredDuty,
  closing: Closing,
  action: 'duty.close' | 'duty.waive',
): void {
  const { deps, write, principal } = transaction
  const { kind, at, on, noticeId, reason, clockDoubt } = closing
  write.duty.close(duty.id, { ...closing, accountId: principal.id })
  write.duty.addEntry({
    dutyId: duty.id,
    action: 'CLOSED',
    closing: kind,
    noticeId,
    reason,
    accountId: principal.id,
    at,
    onDate: on,
    clockDoubt,
  })
  record(deps, write, principal, action, { kind: 'duty', id: duty.id }, { closing: kind, due: duty.due })
}

/**
 * Opens a duty again inside a transaction. It is reckoned over the calendar that holds now: while it was closed no change
 * of the calendar has moved it. The stage that had begun with its closing ends, unless it is done.
 * @example reopenDuty({ deps, write, read, principal }, duty, '误报')
 */
export function reopenDuty(transaction: DutyTransaction, duty: StoredDuty, reason: string): void {
  const { deps, write, read, principal } = transaction
  const { today, clock } = todayOf(read, deps.clock.now())
  write.duty.reopen(duty.id)
  write.duty.addEntry({
    dutyId: duty.id,
    action: 'REOPENED',
    closing: duty.closing?.kind ?? null,
    noticeId: duty.closing?.noticeId ?? null,
    reason,
    accountId: principal.id,
    at: deps.clock.now(),
    onDate: today,
    clockDoubt: !clock.trusted,
  })
  const due = moveDuty(transaction, duty, duty, '按现行日历重算')
  record(deps, write, principal, 'duty.reopen', { kind: 'duty', id: duty.id }, { due })
  const next = nextStage(read, duty)
  if (next?.closing !== null) return
  const waived = { kind: 'WAIVED', at: deps.clock.now(), on: today, noticeId: null } as const
  end(transaction, next, { ...waived, reason: STAGE_BEFORE_OPEN, clockDoubt: !clock.trusted }, 'duty.waive')
}

/** What a person may do with a duty, beside publishing a notice for it. */
export type DutyAct =
  | { readonly act: 'nil' | 'waive' | 'reopen'; readonly reason: string }
  | { readonly act: 'check'; readonly note: string }
  | { readonly act: 'confirm'; readonly on: CivilDate; readonly reason: string }
  | { readonly act: 'assign'; readonly accountId: string | null }

/**
 * Puts somebody in charge of a duty, or nobody, inside a transaction. Refuses `office.account-not-found`,
 * `office.account-disabled`.
 * @example assignDuty(transaction, duty, accountId)
 */
export function assignDuty(
  transaction: DutyTransaction,
  duty: StoredDuty,
  accountId: string | null,
): Result<true> {
  const { deps, write, read, principal } = transaction
  const person = accountId === null ? null : read.office.accountById(accountId)
  if (person === undefined) return refuse('office.account-not-found')
  if (person?.disabled) return refuse('office.account-disabled')
  if (duty.assigneeId === accountId) return accept(true)
  const { today, clock } = todayOf(read, deps.clock.now())
  write.duty.assign(duty.id, accountId)
  write.duty.addEntry({
    dutyId: duty.id,
    action: 'ASSIGNED',
    reason: person?.name ?? '',
    accountId: principal.id,
    at: deps.clock.now(),
    onDate: today,
    clockDoubt: !clock.trusted,
  })
  record(
    deps,
    write,
    principal,
    'duty.assign',
    { kind: 'duty', id: duty.id },
    { assigned: accountId !== null },
  )
  return accept(true)
}

function confirm(
  transaction: DutyTransaction,
  duty: StoredDuty,
  on: CivilDate,
  reason: string,
): Result<true> {
  const { deps, write, read, principal } = transaction
  const { today, clock } = todayOf(read, deps.clock.now())
  if (duty.closing?.clockDoubt !== true) return refuse('duty.wrong-state')
  // What has not begun can only have been let off.
  const early = on < duty.startsOn && duty.closing.kind !== 'WAIVED'
  if (!isReckonable(on) || on > today || early) return refuse('duty.date-invalid', { value: on })
  if (reason === '') return refuse('duty.reason-required')
  write.duty.confirm(duty.id, on)
  write.duty.addEntry({
    dutyId: duty.id,
    action: 'CONFIRMED',
    closing: duty.closing.kind,
    reason,
    accountId: principal.id,
    at: deps.clock.now(),
    onDate: on,
    clockDoubt: !clock.trusted,
  })
  record(deps, write, principal, 'duty.confirm', { kind: 'duty', id: duty.id }, { on })
  return accept(true)
}

function close(
  transaction: DutyTransaction,
  duty: StoredDuty,
  kind: DutyClosingKind,
  reason: string,
): Result<true> {
  const { deps, read } = transaction
  const { today, clock } = todayOf(read, deps.clock.now())
  // What has not begun has nothing to report yet; letting it off is for a leader.
  if (kind !== 'WAIVED' && duty.startsOn > today) return refuse('duty.wrong-state')
  const at = deps.clock.now()
  closeDuty(
    transaction,
    duty,
    { kind, at, on: today, noticeId: null, reason, clockDoubt: !clock.trusted },
    kind === 'WAIVED' ? 'duty.waive' : 'duty.close',
  )
  return accept(true)
}

/**
 * Does something with a duty: reports that there is nothing (零报告), says that it is still true, lets it off, opens it again,
 * confirms on which day it was closed, or puts somebody in charge. Closing while the clock is older than the newest record
 * leaves the duty unconfirmed. What a leader has let off only a leader opens again; a date is confirmed with the reason.
 * Refuses `trust.role-missing`, `duty.not-found`, `duty.personal-data` in the words, `duty.wrong-state`, `duty.nil-unfit`, `duty.reason-required`,
 * `duty.date-invalid` for a day before the duty began or after today, `office.account-not-found`, `office.account-disabled`.
 * @example actOnDuty(deps, handler, id, { act: 'nil', reason: '本月无收支' })
 */
export function actOnDuty(deps: Deps, principal: Principal, id: string, request: DutyAct): Result<true> {
  const allowed = requireRole(principal, ...DUTY_ROLES[request.act])
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const duty = read.duty.byId(id)
    if (!duty) return refuse('duty.not-found')
    const transaction: DutyTransaction = { deps, write, read, principal }
    const words = 'reason' in request ? request.reason : 'note' in request ? request.note : ''
    const clean = requireCleanWords(words, todayOf(read, deps.clock.now()).today)
    if (!clean.ok) return clean
    if (request.act === 'confirm') {
      return confirm(transaction, duty, request.on, request.reason.trim())
    }
    const open = duty.closing === null
    if (open === (request.act === 'reopen')) return refuse('duty.wrong-state')
    if (request.act === 'assign') return assignDuty(transaction, duty, request.accountId)
    if (request.act === 'check') {
      if (duty.kind !== 'STANDING_CHECK') return refuse('duty.wrong-state')
      return close(transaction, duty, 'CHECKED', request.note.trim())
    }
    const reason = request.reason.trim()
    if (reason === '') return refuse('duty.reason-required')
    if (request.act === 'nil' && !NIL_KINDS.includes(duty.kind)) return refuse('duty.nil-unfit')
    if (request.act !== 'reopen')
      return close(transaction, duty, request.act === 'nil' ? 'NIL' : 'WAIVED', reason)
    // What a leader has let off, a leader takes back.
    if (duty.closing?.kind === 'WAIVED') {
      const leader = requireRole(principal, ...DUTY_ROLES.waive)
      if (!leader.ok) return leader
    }
    reopenDuty(transaction, duty, reason)
    return accept(true)
  })
}

/**
 * Puts somebody in charge of several open duties, or nobody; all or none. Gives how many.
 * @example assignDuties(deps, handler, [id], accountId)
 */
export function assignDuties(
  deps: Deps,
  principal: Principal,
  ids: readonly string[],
  accountId: string | null,
): Result<number> {
  const allowed = requireRole(principal, ...DUTY_ROLES.assign)
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<number> => {
    for (const id of new Set(ids)) {
      const duty = read.duty.byId(id)
      if (!duty) return refuse('duty.not-found')
      if (duty.closing !== null) return refuse('duty.wrong-state')
      const done = assignDuty({ deps, write, read, principal }, duty, accountId)
      if (!done.ok) return done
    }
    return accept(new Set(ids).size)
  })
}
