import type { StoredOpinion } from '../../db/repos/opinion-repo.ts'
import type { Reads } from '../../db/store.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import {
  checkAnswer,
  checkOpinion,
  type OpinionAnswer,
  type OpinionEntry,
} from '../../domain/voice/opinion.ts'
import { mayMerge } from '../../domain/voice/opinion-heads.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { findConsultation } from './consultations.ts'
import { type ConsultationStanding, mergeable } from './matter-standing.ts'
import { recordHash } from './record-hash.ts'

/** What writing an opinion answers: its number. */
export type WrittenOpinion = { readonly id: string; readonly number: number }

const subject = (id: string) => ({ kind: 'opinion', id })

// What the public was told of stands: after the feedback nothing about an opinion changes.
function openFor(read: Reads, consultationId: string, today: string): Result<ConsultationStanding> {
  const found = findConsultation(read, consultationId, today)
  if (!found.ok) return found
  if (found.value.state === 'PLANNED') return refuse('consultation.not-open')
  return found.value.state === 'RESULT_PUBLISHED' ? refuse('consultation.finished') : found
}

type Found = { readonly opinion: StoredOpinion; readonly standing: ConsultationStanding }

function findOpinion(read: Reads, id: string, today: string): Result<Found> {
  const opinion = read.opinion.byId(id)
  if (!opinion) return refuse('opinion.not-found')
  const standing = openFor(read, opinion.consultationId, today)
  return standing.ok ? accept({ opinion, standing: standing.value }) : standing
}

/**
 * Registers an opinion that reached the office on paper, by telephone or in a meeting, under the next number of its
 * consultation. Needs HANDLER. Refuses `consultation.not-found`, `consultation.not-open`, `consultation.finished` and what
 * `checkOpinion` refuses. One received after the last day is taken and marked late. The log holds no word of it.
 * @example enterOpinion(deps, handler, consultationId, { channel: 'PAPER', receivedOn: '2026-08-20', … })
 */
export function enterOpinion(
  deps: Deps,
  principal: Principal,
  consultationId: string,
  entry: OpinionEntry,
): Result<WrittenOpinion> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<WrittenOpinion> => {
    const now = deps.clock.now()
    const today = civilDateOf(now)
    const open = openFor(read, consultationId, today)
    if (!open.ok) return open
    const checked = checkOpinion(entry, { opensOn: open.value.stored.openedOn ?? today, today })
    if (!checked.ok) return checked
    const id = deps.ids.next()
    const by = { enteredBy: principal.id, enteredAt: now }
    const number = write.opinion.insert(consultationId, { ...checked.value, opinionId: id, ...by })
    const { channel, receivedOn } = checked.value
    const late = receivedOn > (open.value.stored.closesOn ?? today)
    record(deps, write, principal, 'opinion.enter', subject(id), {
      ...{ opinion: number, channel, late, version: 1 },
      sha256: recordHash('opinion_version', checked.value),
    })
    return accept({ id, number })
  })
}

/**
 * Corrects what was typed in; the former version stays on record. Needs HANDLER. Refuses `opinion.not-found`,
 * `consultation.finished` and what `checkOpinion` refuses.
 * @example correctOpinion(deps, handler, id, { ...entry, receivedOn: '2026-08-21' })
 */
export function correctOpinion(
  deps: Deps,
  principal: Principal,
  id: string,
  entry: OpinionEntry,
): Result<WrittenOpinion> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<WrittenOpinion> => {
    const now = deps.clock.now()
    const today = civilDateOf(now)
    const found = findOpinion(read, id, today)
    if (!found.ok) return found
    const { opinion, standing } = found.value
    const checked = checkOpinion(entry, { opensOn: standing.stored.openedOn ?? today, today })
    if (!checked.ok) return checked
    write.opinion.correct({ ...checked.value, opinionId: id, enteredBy: principal.id, enteredAt: now })
    record(deps, write, principal, 'opinion.correct', subject(id), {
      opinion: opinion.number,
      version: opinion.version + 1,
      sha256: recordHash('opinion_version', checked.value),
    })
    return accept({ id, number: opinion.number })
  })
}

/**
 * Merges opinions that say the same into one, which answers for all. Needs HANDLER. Refuses `opinion.not-found`, also for
 * one of another consultation, `consultation.finished` and what `mayMerge` refuses.
 * @example mergeOpinions(deps, handler, first, [second, third])
 */
export function mergeOpinions(
  deps: Deps,
  principal: Principal,
  intoId: string,
  otherIds: readonly string[],
): Result<WrittenOpinion> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<WrittenOpinion> => {
    const now = deps.clock.now()
    const found = findOpinion(read, intoId, civilDateOf(now))
    if (!found.ok) return found
    const known = mergeable(found.value.standing.opinions)
    const into = known.find(({ id }) => id === intoId)
    const others = otherIds.map((id) => known.find((one) => one.id === id))
    if (!into || others.includes(undefined)) return refuse('opinion.not-found')
    const fitting = others.flatMap((one) => (one ? [one] : []))
    const fits = mayMerge({ into, others: fitting })
    if (!fits.ok) return fits
    for (const { id, number } of fitting) {
      const sequence = write.opinion.merge({ opinionId: id, intoId, accountId: principal.id, at: now })
      const detail = { opinion: number, into: into.number, sequence }
      record(deps, write, principal, 'opinion.merge', subject(id), detail)
    }
    return accept({ id: intoId, number: into.number })
  })
}

/**
 * Lets a merged opinion stand by itself again, until the feedback is published. Needs HANDLER. Refuses
 * `opinion.not-found`, `opinion.not-merged`, `consultation.finished`.
 * @example separateOpinion(deps, handler, id)
 */
export function separateOpinion(deps: Deps, principal: Principal, id: string): Result<WrittenOpinion> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<WrittenOpinion> => {
    const now = deps.clock.now()
    const found = findOpinion(read, id, civilDateOf(now))
    if (!found.ok) return found
    const { number, mergedInto } = found.value.opinion
    if (mergedInto === null) return refuse('opinion.not-merged')
    const sequence = write.opinion.merge({ opinionId: id, intoId: null, accountId: principal.id, at: now })
    record(deps, write, principal, 'opinion.unmerge', subject(id), { opinion: number, sequence })
    return accept({ id, number })
  })
}

/**
 * Answers an opinion with result and reason; a later answer replaces an earlier one until the feedback is published.
 * A merged opinion is answered by its head. Needs HANDLER. Refuses `opinion.not-found`, `opinion.already-merged`,
 * `consultation.finished` and what `checkAnswer` refuses.
 * @example answerOpinion(deps, handler, id, { result: 'ADOPTED', reason: '第三条已改', summary: '扩大保护范围' })
 */
export function answerOpinion(
  deps: Deps,
  principal: Principal,
  id: string,
  answer: OpinionAnswer,
): Result<WrittenOpinion> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<WrittenOpinion> => {
    const now = deps.clock.now()
    const found = findOpinion(read, id, civilDateOf(now))
    if (!found.ok) return found
    const { number, mergedInto } = found.value.opinion
    if (mergedInto !== null) return refuse('opinion.already-merged', { number })
    const checked = checkAnswer(answer)
    if (!checked.ok) return checked
    const sequence = write.opinion.answer({
      ...checked.value,
      ...{ opinionId: id, accountId: principal.id, at: now },
    })
    const detail = {
      ...{ opinion: number, adoption: checked.value.result, sequence },
      sha256: recordHash('opinion_answer', checked.value),
    }
    record(deps, write, principal, 'opinion.answer', subject(id), detail)
    return accept({ id, number })
  })
}
