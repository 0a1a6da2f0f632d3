import type { StoredDuty } from '../../db/repos/duty-repo.ts'
import type { Reads, Writes } from '../../db/store.ts'
import { isReckonable } from '../../domain/duty/day-number.ts'
import { dueOf } from '../../domain/duty/due-of.ts'
import type { DutyClosingKind } from '../../domain/duty/duty.ts'
import { eventTerm } from '../../domain/duty/term.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { calendarOf } from './calendar/calendar-of.ts'
import { DUTY_ROLES } from './duty-view.ts'
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

/** The stage after the one that was closed begins on the day of its closing. */
function beginNextStage({ deps, write, read }: DutyTransaction, duty: StoredDuty, closing: Closing): void {
  const stage = duty.stage + 1
  const next = duty.ground.rule.stages?.[stage - 1]
  if (duty.kind !== 'STAGE' || !next || read.duty.stage(duty, stage)) return
  const term = eventTerm(next, { on: closing.on, at: closing.at })
  if (!term) return
  const { target, due, dueAt, provisional } = dueOf(term, calendarOf(read))
  const { closing: _, ground, ...rest } = duty
  write.duty.insert({
    ...rest,
    ...{ id: deps.ids.next(), stage, stageName: next.name, term, startsOn: closing.on },
    ...{ target, due, dueAt, provisional, groundId: write.duty.groundId(ground), createdAt: closing.at },
  })
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
  beginNextStage(transaction, duty, closing)
}

/**
 * Opens a duty again inside a transaction.
 * @example reopenDuty({ deps, write, read, principal }, duty, '误报')
 */
export function reopenDuty(
  { deps, write, read, principal }: DutyTransaction,
  duty: StoredDuty,
  reason: string,
): void {
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
  record(deps, write, principal, 'duty.reopen', { kind: 'duty', id: duty.id }, { due: duty.due })
}

/** What a person may do with a duty, beside publishing a notice for it. */
export type DutyAct =
  | { readonly act: 'nil' | 'waive' | 'reopen'; readonly reason: string }
  | { readonly act: 'check'; readonly note: string }
  | { readonly act: 'confirm'; readonly on: CivilDate }
  | { readonly act: 'assign'; readonly accountId: string | null }

function assign(transaction: DutyTransaction, duty: StoredDuty, accountId: string | null): Result<true> {
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

function confirm(transaction: DutyTransaction, duty: StoredDuty, on: CivilDate): Result<true> {
  const { deps, write, read, principal } = transaction
  const { today, clock } = todayOf(read, deps.clock.now())
  if (duty.closing?.clockDoubt !== true) return refuse('duty.wrong-state')
  if (!isReckonable(on) || on > today) return refuse('duty.date-invalid', { value: on })
  write.duty.confirm(duty.id, on)
  write.duty.addEntry({
    dutyId: duty.id,
    action: 'CONFIRMED',
    closing: duty.closing.kind,
    reason: '',
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
 * leaves the duty unconfirmed. Refuses `trust.role-missing`, `duty.not-found`, `duty.wrong-state`, `duty.reason-required`,
 * `duty.date-invalid`, `office.account-not-found`, `office.account-disabled`.
 * @example actOnDuty(deps, handler, id, { act: 'nil', reason: '本月无收支' })
 */
export function actOnDuty(deps: Deps, principal: Principal, id: string, request: DutyAct): Result<true> {
  const allowed = requireRole(principal, ...DUTY_ROLES[request.act])
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const duty = read.duty.byId(id)
    if (!duty) return refuse('duty.not-found')
    const transaction: DutyTransaction = { deps, write, read, principal }
    if (request.act === 'confirm') return confirm(transaction, duty, request.on)
    const open = duty.closing === null
    if (open === (request.act === 'reopen')) return refuse('duty.wrong-state')
    if (request.act === 'assign') return assign(transaction, duty, request.accountId)
    if (request.act === 'check') {
      if (duty.kind !== 'STANDING_CHECK') return refuse('duty.wrong-state')
      return close(transaction, duty, 'CHECKED', request.note.trim())
    }
    const reason = request.reason.trim()
    if (reason === '') return refuse('duty.reason-required')
    if (request.act !== 'reopen')
      return close(transaction, duty, request.act === 'nil' ? 'NIL' : 'WAIVED', reason)
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
      const done = assign({ deps, write, read, principal }, duty, accountId)
      if (!done.ok) return done
    }
    return accept(new Set(ids).size)
  })
}
