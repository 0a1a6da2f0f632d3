import { checkMerger, checkObjection, type ObjectionEntry } from '../../../domain/display/objection.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { DISPLAY_ROLES, findDisplay } from './find-display.ts'
import { requirePublicWords } from './public-words.ts'

const subject = (id: string) => ({ kind: 'display', id })

/**
 * Puts an objection on record, as whoever is at the desk takes it down; before the first day too, and after
 * the last, then it is late. Needs a role that works on displays. Refuses `display.not-found` and what `checkObjection`
 * refuses. The log holds number, channel and day, never a word or a name of it.
 * @example registerObjection(deps, handler, id, { receivedOn: '2026-11-20', channel: 'PHONE', name: '', contact: '', text: '面积有误' })
 */
export function registerObjection(
  deps: Deps,
  principal: Principal,
  id: string,
  entry: ObjectionEntry,
): Result<{ readonly objectionId: string }> {
  const allowed = requireRole(principal, ...DISPLAY_ROLES)
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<{ readonly objectionId: string }> => {
    const found = findDisplay(deps, read, id)
    if (!found.ok) return found
    const { record: known, standing, today } = found.value
    // The notice names the telephone from its publication on; its first day may be later.
    const publishedOn = civilDateOf(known.display.createdAt)
    const checked = checkObjection(entry, { publishedOn, today })
    if (!checked.ok) return checked
    const objectionId = deps.ids.next()
    const at = deps.clock.now()
    const number = write.publicDisplay.addObjection({
      ...checked.value,
      id: objectionId,
      displayId: id,
      enteredBy: principal.id,
      enteredAt: at,
    })
    const { channel, receivedOn } = checked.value
    const late = receivedOn > standing.lastDay
    record(deps, write, principal, 'display.object', subject(id), {
      objection: number,
      channel,
      receivedOn,
      late,
    })
    return accept({ objectionId })
  })
}

/** What is done about an objection: it is answered, or merged into another that asks the same. */
export type ObjectionAct =
  { readonly kind: 'ANSWERED'; readonly answer: string } | { readonly kind: 'MERGED'; readonly into: string }

/**
 * Answers an objection or merges it; former answers stay on record and the newest holds. Answers stand on the certificate, so
 * they pass the privacy gate. Refuses `display.not-found`, `display.objection-not-found`, `display.merge-invalid`,
 * `display.reason-required`, `display.privacy-hit`.
 * @example actOnObjection(deps, handler, id, objectionId, { kind: 'ANSWERED', answer: '经复核，面积无误。' })
 */
export function actOnObjection(
  deps: Deps,
  principal: Principal,
  id: string,
  objectionId: string,
  act: ObjectionAct,
): Result<true> {
  const allowed = requireRole(principal, ...DISPLAY_ROLES)
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const found = findDisplay(deps, read, id)
    if (!found.ok) return found
    const numbers = new Map(found.value.record.objections.map((one) => [one.id, one.number]))
    const number = numbers.get(objectionId)
    if (number === undefined) return refuse('display.objection-not-found')
    const by = { objectionId, accountId: principal.id, at: deps.clock.now() }
    if (act.kind === 'ANSWERED') {
      const words = requirePublicWords(act.answer)
      if (!words.ok) return words
      write.publicDisplay.addEntry({ ...by, kind: 'ANSWERED', answer: words.value, intoId: null })
      record(deps, write, principal, 'display.answer', subject(id), { objection: number })
      return accept(true)
    }
    const fits = checkMerger(objectionId, act.into, found.value.standing.objections)
    if (!fits.ok) return fits
    write.publicDisplay.addEntry({ ...by, kind: 'MERGED', answer: '', intoId: act.into })
    const into = numbers.get(act.into) ?? 0
    record(deps, write, principal, 'display.merge', subject(id), { objection: number, into })
    return accept(true)
  })
}
