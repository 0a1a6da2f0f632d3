import { checkResult, type DisplayResultKind } from '../../../domain/display/display-result.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { requireConfirmed } from '../../office/restore-confirmation.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { CONFIRMING_ROLES, DISPLAY_ROLES, findDisplay, type FoundDisplay } from './find-display.ts'
import { requirePublicWords } from './public-words.ts'

const subject = (id: string) => ({ kind: 'display', id })

type Stated = { readonly kind: DisplayResultKind; readonly text: string }

/** Whether a result may stand now: at its writing, and again when it is confirmed. */
function mayStand({ standing, today }: FoundDisplay, stated: Stated): Result<true> {
  const { state, lastDay, objections, stop } = standing
  if (state === 'RESULT_PUBLISHED' || stop !== null) return refuse('display.wrong-state', { state })
  return checkResult(stated, { lastDay, today, objections })
}

/**
 * Writes the result of a display, which the public reads once a second person has confirmed it. Refuses `display.not-found`,
 * `display.wrong-state`, `display.result-waits` while another waits, what `checkResult` refuses, `display.privacy-hit`.
 * @example proposeResult(deps, handler, id, { kind: 'NO_OBJECTION', text: '公示期内未收到异议。' })
 */
export function proposeResult(deps: Deps, principal: Principal, id: string, stated: Stated): Result<true> {
  const allowed = requireRole(principal, ...DISPLAY_ROLES)
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const found = findDisplay(deps, read, id)
    if (!found.ok) return found
    const stands = mayStand(found.value, stated)
    if (!stands.ok) return stands
    const { standing } = found.value
    if (standing.result !== null) return refuse('display.result-waits')
    const words = requirePublicWords(stated.text)
    if (!words.ok) return words
    write.publicDisplay.addResult({
      id: deps.ids.next(),
      displayId: id,
      runSequence: standing.run.sequence,
      kind: stated.kind,
      text: words.value,
      proposedBy: principal.id,
      proposedAt: deps.clock.now(),
    })
    record(deps, write, principal, 'display.result', subject(id), { displayResult: stated.kind })
    return accept(true)
  })
}

/**
 * Confirms a result, from when on the public reads it, or returns it with the reason. Needs REVIEWER, SECRECY_REVIEWER or
 * DEPUTY_LEADER, and never the person who wrote it; who wrote it may take it back. Refuses `display.result-not-found`,
 * `display.proposer-may-not-confirm`, `display.reason-required`, `office.restored-unconfirmed`, and what `checkResult`
 * refuses: an objection may have come in since.
 * @example decideResult(deps, reviewer, id, resultId, { decision: 'CONFIRMED', reason: '' })
 */
export function decideResult(
  deps: Deps,
  principal: Principal,
  id: string,
  resultId: string,
  input: { readonly decision: 'CONFIRMED' | 'RETURNED'; readonly reason: string },
): Result<true> {
  return deps.store.tx((write, read): Result<true> => {
    const found = findDisplay(deps, read, id)
    if (!found.ok) return found
    const { standing, today } = found.value
    const waiting = standing.result
    if (waiting === null || waiting.id !== resultId || waiting.decided !== null) {
      return refuse('display.result-not-found')
    }
    const own = waiting.proposedBy === principal.id
    const takesBack = own && input.decision === 'RETURNED'
    const allowed = takesBack
      ? requireRole(principal, ...DISPLAY_ROLES)
      : requireRole(principal, ...CONFIRMING_ROLES)
    if (!allowed.ok) return allowed
    const reason = input.reason.trim()
    if (input.decision === 'RETURNED' && reason === '') return refuse('display.reason-required')
    if (input.decision === 'CONFIRMED') {
      if (own) return refuse('display.proposer-may-not-confirm')
      const confirmed = requireConfirmed(read)
      if (!confirmed.ok) return confirmed
      const stands = mayStand(found.value, waiting)
      if (!stands.ok) return stands
    }
    write.publicDisplay.decideResult({
      resultId,
      decision: input.decision,
      reason,
      decidedBy: principal.id,
      decidedAt: deps.clock.now(),
      decidedOn: today,
    })
    const action = input.decision === 'CONFIRMED' ? 'display.confirm' : 'display.return'
    record(deps, write, principal, action, subject(id), { displayResult: waiting.kind })
    return accept(true)
  })
}
