import type { DisplayPlan } from '../../../domain/display/display-plan.ts'
import {
  type DisplayRunKind,
  displayTerm,
  firstDay,
  reckonDisplay,
} from '../../../domain/display/display-run.ts'
import { record } from '../../audit/record.ts'
import { calendarOf } from '../../duty/calendar/calendar-of.ts'
import type { PublicationStep, WithdrawalStep } from '../../notice/publication-steps.ts'
import { displayStanding } from './display-facts.ts'

function beginRun(
  step: PublicationStep,
  displayId: string,
  plan: DisplayPlan,
  run: { readonly kind: DisplayRunKind; readonly reason: string },
): void {
  const startsOn = firstDay(plan.startsOn, step.on)
  const term = displayTerm(plan.length, startsOn)
  const { due, provisional } = reckonDisplay(term, calendarOf(step.read))
  step.write.publicDisplay.addRun({
    ...run,
    displayId,
    editionId: step.editionId,
    startsOn,
    endsOn: due,
    term,
    provisional,
    accountId: step.principal.id,
    at: step.at,
  })
  const detail = { displayRun: run.kind, startsOn, endsOn: due }
  record(step.deps, step.write, step.principal, 'display.begin', { kind: 'display', id: displayId }, detail)
}

/**
 * Begins the display of a 公示 with its publication; with a next edition the days begin anew or go on, as that edition says.
 * @example displayAfterPublication(step)
 */
export function displayAfterPublication(step: PublicationStep): void {
  const { write, read, content, noticeId, principal, at } = step
  const plan = content.display
  if (!plan) return
  const before = step.former && read.publicDisplay.ofNotice(noticeId)
  if (!before) {
    const id = step.deps.ids.next()
    const { unitId } = step.placement
    write.publicDisplay.insert({
      id,
      noticeId,
      editionId: step.editionId,
      unitId,
      createdBy: principal.id,
      createdAt: at,
    })
    beginRun(step, id, plan, { kind: 'FIRST', reason: '' })
    return
  }
  const { renewal } = plan
  if (!renewal) throw new Error('a next edition without an answer is refused at its submission')
  const displayId = before.display.id
  const reason = renewal.reason.trim()
  if (renewal.choice === 'RESTART') {
    beginRun(step, displayId, plan, { kind: 'RESTARTED', reason })
    return
  }
  const { state, run } = displayStanding(before, calendarOf(read), step.on)
  const hangs = state === 'ON_DISPLAY' || state === 'SCHEDULED'
  if (hangs) {
    const { sequence: _sequence, number: _number, ...same } = run
    write.publicDisplay.addRun({
      ...same,
      kind: 'CONTINUED',
      reason,
      editionId: step.editionId,
      accountId: principal.id,
      at,
    })
  }
  const detail = { displayRun: 'CONTINUED', displayState: state }
  record(step.deps, write, principal, 'display.begin', { kind: 'display', id: displayId }, detail)
}

/**
 * Takes a display down with its notice; before its last day is over that is an early removal, with the withdrawal's reason.
 * @example displayAfterWithdrawal(step)
 */
export function displayAfterWithdrawal(step: WithdrawalStep): void {
  const { write, read, noticeId, on } = step
  const found = read.publicDisplay.ofNotice(noticeId)
  if (!found) return
  const { state, run, lastDay } = displayStanding(found, calendarOf(read), on)
  if (['RESULT_PUBLISHED', 'REMOVED_EARLY', 'WITHDRAWN'].includes(state)) return
  const note = read.edition.withdrawal(step.editionIds[0] ?? 0)?.note ?? ''
  write.publicDisplay.addStop({
    runSequence: run.sequence,
    displayId: found.display.id,
    kind: 'WITHDRAWN',
    onDay: on,
    reason: note === '' ? step.reason : note,
    accountId: step.principal.id,
    at: step.at,
  })
  const detail = { reason: step.reason, early: on <= lastDay }
  record(
    step.deps,
    write,
    step.principal,
    'display.remove',
    { kind: 'display', id: found.display.id },
    detail,
  )
}
