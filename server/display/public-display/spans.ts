import { checkHangsUntil } from '../../../domain/display/check-plan.ts'
import { daysHung, displayTerm, reckonDisplay, termAfterGap } from '../../../domain/display/display-run.ts'
import { stillRuns } from '../../../domain/display/display-state.ts'
import { isReckonable } from '../../../domain/duty/calendar/day-number.ts'
import type { CivilDate, PublicContent } from '../../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { calendarOf } from '../../duty/calendar/calendar-of.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { DISPLAY_ROLES, findDisplay, type FoundDisplay } from './find-display.ts'
import { requirePublicWords } from './public-words.ts'
import type { AgainPreview } from './views.ts'

const subject = (id: string) => ({ kind: 'display', id })

/**
 * Ends a display before its last day is over. The public and the certificate say so, with the reason (domain book S4).
 * Refuses `display.not-found`, `display.wrong-state` when its days are over, `display.reason-required`,
 * `display.privacy-hit`.
 * @example removeEarly(deps, handler, id, { reason: '名单有误，更正后重新公示' })
 */
export function removeEarly(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly reason: string },
): Result<true> {
  const allowed = requireRole(principal, ...DISPLAY_ROLES)
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const found = findDisplay(deps, read, id)
    if (!found.ok) return found
    const { standing, today } = found.value
    if (!stillRuns(standing.state)) return refuse('display.wrong-state', { state: standing.state })
    const words = requirePublicWords(input.reason)
    if (!words.ok) return words
    const runSequence = standing.run.sequence
    const by = { accountId: principal.id, at: deps.clock.now() }
    write.publicDisplay.addStop({
      ...by,
      runSequence,
      displayId: id,
      kind: 'REMOVED',
      onDay: today,
      reason: words.value,
    })
    record(deps, write, principal, 'display.remove', subject(id), { day: today, early: true })
    return accept(true)
  })
}

/** A gap lies within the span, and nobody knows of one that is to come. */
function gapFits({ standing, today }: FoundDisplay, on: CivilDate): Result<true> {
  const { run, lastDay } = standing
  const to = today < lastDay ? today : lastDay
  const fits = isReckonable(on) && on >= run.startsOn && on <= to
  return fits ? accept(true) : refuse('display.date-order', { from: run.startsOn, to })
}

// Its result is out, or its notice is down: what follows then is a new display.
function mayHangAgain({ standing }: FoundDisplay): Result<true> {
  const { state } = standing
  return ['SCHEDULED', 'RESULT_PUBLISHED', 'WITHDRAWN'].includes(state) || standing.stop?.kind === 'WITHDRAWN'
    ? refuse('display.wrong-state', { state })
    : accept(true)
}

/**
 * Notes that a display does not hang any more: board destroyed, screen dark, power gone. `on` is the first such day. Also
 * when it is found out after its last day. Refuses `display.not-found`, `display.wrong-state`, `display.date-order`,
 * `display.reason-required`, `display.privacy-hit`.
 * @example interruptDisplay(deps, handler, id, { on: '2026-03-06', reason: '公开栏被大风损坏' })
 */
export function interruptDisplay(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly on: CivilDate; readonly reason: string },
): Result<true> {
  const allowed = requireRole(principal, ...DISPLAY_ROLES)
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const found = findDisplay(deps, read, id)
    if (!found.ok) return found
    const { standing } = found.value
    const hangs = mayHangAgain(found.value)
    if (!hangs.ok) return hangs
    if (standing.stop !== null) return refuse('display.wrong-state', { state: standing.state })
    const fits = gapFits(found.value, input.on)
    if (!fits.ok) return fits
    const words = requirePublicWords(input.reason)
    if (!words.ok) return words
    write.publicDisplay.addStop({
      runSequence: standing.run.sequence,
      displayId: id,
      kind: 'INTERRUPTED',
      onDay: input.on,
      reason: words.value,
      accountId: principal.id,
      at: deps.clock.now(),
    })
    record(deps, write, principal, 'display.interrupt', subject(id), { day: input.on })
    return accept(true)
  })
}

/** When something is put up again, and how its days are counted from there. */
export type Again = { readonly startsOn: CivilDate; readonly counting: 'ANEW' | 'REMAINING' }

/** What hangs when it is put up again: the edition that stands now, which may have been corrected during the gap. */
function editionToHang(deps: Deps, { record: { display } }: FoundDisplay) {
  const current = deps.store.read.edition
    .ofNotice(display.noticeId)
    .find(({ state }) => state === 'PUBLISHED')
  return current && { id: current.id, content: JSON.parse(current.content) as PublicContent }
}

function spanAfterGap(found: FoundDisplay, again: Again, deps: Deps) {
  const { run, stop, gap } = found.standing
  const calendar = calendarOf(deps.store.read)
  const gapOn = gap?.onDay ?? stop?.onDay ?? again.startsOn
  const plan = editionToHang(deps, found)?.content.display
  const whole = plan ? displayTerm(plan.length, again.startsOn) : run.term
  const term = termAfterGap(run.term, { ...again, gapOn, whole }, calendar)
  return { hung: daysHung(run.term, gapOn, calendar), term, answer: reckonDisplay(term, calendar) }
}

function againFits(found: FoundDisplay, startsOn: CivilDate): Result<true> {
  const { standing, today } = found
  const hangs = mayHangAgain(found)
  if (!hangs.ok) return hangs
  if (standing.stop === null) return refuse('display.wrong-state', { state: standing.state })
  const fits = isReckonable(startsOn) && startsOn >= standing.stop.onDay && startsOn <= today
  return fits ? accept(true) : refuse('display.date-order', { from: standing.stop.onDay, to: today })
}

/**
 * What would follow from putting it up again on a day, both ways of counting. Refuses like `displayAgain`.
 * @example previewAgain(deps, id, '2026-03-10')
 */
export function previewAgain(deps: Deps, id: string, startsOn: CivilDate): Result<AgainPreview> {
  const found = findDisplay(deps, deps.store.read, id)
  if (!found.ok) return found
  const fits = againFits(found.value, startsOn)
  if (!fits.ok) return fits
  const anew = spanAfterGap(found.value, { startsOn, counting: 'ANEW' }, deps)
  const remaining = spanAfterGap(found.value, { startsOn, counting: 'REMAINING' }, deps)
  return accept({
    hung: remaining.hung,
    anew: { ...anew.answer, term: anew.term },
    remaining: { ...remaining.answer, term: remaining.term },
  })
}

/**
 * Puts a display up again after a gap or an early removal: all its days anew, or those that were left, as the person
 * chooses with a reason, of the edition that stands now. Every span stays on record. Refuses `display.not-found`,
 * `display.wrong-state` when nothing has stopped it or the notice is no 公示 any more, `display.expires-early` when the notice
 * goes down before the days are over, `display.date-order`, `display.reason-required`, `display.privacy-hit`.
 * @example displayAgain(deps, handler, id, { startsOn: '2026-03-10', counting: 'REMAINING', reason: '公开栏已修复' })
 */
export function displayAgain(
  deps: Deps,
  principal: Principal,
  id: string,
  input: Again & { readonly reason: string },
): Result<true> {
  const allowed = requireRole(principal, ...DISPLAY_ROLES)
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const found = findDisplay(deps, read, id)
    if (!found.ok) return found
    const fits = againFits(found.value, input.startsOn)
    if (!fits.ok) return fits
    const words = requirePublicWords(input.reason)
    if (!words.ok) return words
    const { startsOn, counting } = input
    const edition = editionToHang(deps, found.value)
    if (!edition?.content.display) {
      return refuse('display.wrong-state', { state: found.value.standing.state })
    }
    const { term, answer } = spanAfterGap(found.value, { startsOn, counting }, deps)
    const stays = checkHangsUntil(edition.content.expiresAt, answer.due)
    if (!stays.ok) return stays
    write.publicDisplay.addRun({
      displayId: id,
      kind: counting === 'ANEW' ? 'AGAIN' : 'RESUMED',
      editionId: edition.id,
      startsOn,
      endsOn: answer.due,
      term,
      provisional: answer.provisional,
      reason: words.value,
      accountId: principal.id,
      at: deps.clock.now(),
    })
    record(deps, write, principal, 'display.again', subject(id), {
      displayRun: counting === 'ANEW' ? 'AGAIN' : 'RESUMED',
      startsOn,
      endsOn: answer.due,
    })
    return accept(true)
  })
}
