import type { CivilDate } from '../notice/content.ts'
import { accept, refuse, type Result } from '../refusal.ts'
import type { OpinionChannel } from './opinion-channel.ts'

/** What becomes of an opinion (采纳情况, R-018). */
export const ADOPTION_RESULTS = ['ADOPTED', 'PARTIAL', 'NOT_ADOPTED'] as const
/** One result. */
export type AdoptionResult = (typeof ADOPTION_RESULTS)[number]

/** An opinion as it is typed in; name and contact never leave the office. */
export type OpinionEntry = {
  readonly channel: OpinionChannel
  readonly receivedOn: CivilDate
  /** Empty when it was given without a name. */
  readonly name: string
  readonly contact: string
  readonly text: string
}

/** The answer to an opinion; `summary` says the opinion in neutral words, as the feedback will print it. */
export type OpinionAnswer = {
  readonly result: AdoptionResult
  /** Why; for what is adopted, what changes in the draft. */
  readonly reason: string
  readonly summary: string
}

/**
 * Checks an opinion. Refuses `opinion.text-required`, and `opinion.received-outside` for a day before the consultation
 * opened or after today. One that comes after the last day is taken and marked late.
 * @example checkOpinion(entry, { opensOn: '2026-08-03', today: '2026-08-20' }).ok
 */
export function checkOpinion(
  entry: OpinionEntry,
  when: { readonly opensOn: CivilDate; readonly today: CivilDate },
): Result<OpinionEntry> {
  const text = entry.text.trim()
  if (text === '') return refuse('opinion.text-required')
  if (entry.receivedOn < when.opensOn || entry.receivedOn > when.today) {
    return refuse('opinion.received-outside', { from: when.opensOn, to: when.today })
  }
  return accept({ ...entry, text, name: entry.name.trim(), contact: entry.contact.trim() })
}

/**
 * Checks an answer: no result without a reason, and nothing is printed in the giver's own words unasked. Refuses
 * `opinion.reason-required`, `opinion.summary-required`.
 * @example checkAnswer({ result: 'ADOPTED', reason: '', summary: '扩大保护范围' }).ok // false
 */
export function checkAnswer(answer: OpinionAnswer): Result<OpinionAnswer> {
  const reason = answer.reason.trim()
  const summary = answer.summary.trim()
  if (reason === '') return refuse('opinion.reason-required')
  if (summary === '') return refuse('opinion.summary-required')
  return accept({ ...answer, reason, summary })
}
