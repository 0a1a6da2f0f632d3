import type { CivilDate } from '../notice/content.ts'
import { accept, refuse, type Result } from '../refusal.ts'

/** How an objection (异议) reached the office. */
export const OBJECTION_CHANNELS = ['PHONE', 'VISIT', 'LETTER', 'BOX', 'EMAIL', 'OTHER'] as const
/** One way. */
export type ObjectionChannel = (typeof OBJECTION_CHANNELS)[number]

/** An objection as it is taken down. Name and contact stay in the office; both empty when it is anonymous. */
export type ObjectionEntry = {
  readonly receivedOn: CivilDate
  readonly channel: ObjectionChannel
  readonly name: string
  readonly contact: string
  readonly text: string
}

/** An objection with what became of it: the newest answer, or the objection it was merged into. */
export type ObjectionStanding = {
  readonly id: string
  readonly receivedOn: CivilDate
  readonly answered: boolean
  readonly mergedInto: string | null
}

/**
 * Checks an objection before it is put on record. One that comes after the last day is taken all the same and is marked as
 * late. Refuses `display.text-required`, and `display.date-order` for a day that has not come or lies before the publication.
 * @example checkObjection(entry, { publishedOn: '2026-11-16', today: '2026-11-23' })
 */
export function checkObjection(
  entry: ObjectionEntry,
  { publishedOn, today }: { readonly publishedOn: CivilDate; readonly today: CivilDate },
): Result<ObjectionEntry> {
  const taken = {
    ...entry,
    name: entry.name.trim(),
    contact: entry.contact.trim(),
    text: entry.text.trim(),
  }
  if (taken.text === '') return refuse('display.text-required')
  if (taken.receivedOn > today || taken.receivedOn < publishedOn) {
    return refuse('display.date-order', { from: publishedOn, to: today })
  }
  return accept(taken)
}

/**
 * Whether an objection has its answer, its own or that of the one it was merged into.
 * @example isAnswered('b', [{ id: 'a', answered: true, … }, { id: 'b', mergedInto: 'a', … }]) // true
 */
export function isAnswered(id: string, all: readonly ObjectionStanding[]): boolean {
  const found = all.find((one) => one.id === id)
  if (!found) return false
  return found.mergedInto === null ? found.answered : isAnswered(found.mergedInto, all)
}

/**
 * Checks a merger. Only into an objection that stands for itself, or mergers could run in a circle and none of them would
 * ever be answered. Refuses `display.objection-not-found`, `display.merge-invalid`.
 * @example checkMerger('b', 'a', objections)
 */
export function checkMerger(id: string, into: string, all: readonly ObjectionStanding[]): Result<true> {
  const target = all.find((one) => one.id === into)
  if (!target || !all.some((one) => one.id === id)) return refuse('display.objection-not-found')
  const carriesOthers = all.some((one) => one.mergedInto === id)
  if (id === into || target.mergedInto !== null || carriesOthers) return refuse('display.merge-invalid')
  return accept(true)
}
