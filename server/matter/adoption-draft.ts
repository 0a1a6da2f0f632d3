import type { Reads } from '../../db/store.ts'
import type { Body } from '../../domain/notice/body.ts'
import { refuse, accept, type Result } from '../../domain/refusal.ts'
import { adoptionBody } from '../../domain/voice/adoption-summary.ts'
import { allAnswered } from '../../domain/voice/opinion-heads.ts'
import { sentencesIn } from '../../platform/sentence.ts'
import { feedbackWords } from './feedback-words.ts'
import { type ConsultationStanding, type MatterStanding, mergeable } from './matter-standing.ts'
import { summed } from './summed.ts'

/**
 * Whether the feedback on a consultation may be given: its period has ended and every opinion is answered. Refuses
 * `consultation.not-open`, `consultation.not-closed` with its last day, `consultation.unanswered`.
 * @example mayGiveFeedback(consultation).ok
 */
export function mayGiveFeedback({ stored, state, opinions }: ConsultationStanding): Result<true> {
  if (stored.closesOn === null || state === 'PLANNED') return refuse('consultation.not-open')
  if (state === 'OPEN') return refuse('consultation.not-closed', { date: stored.closesOn })
  return allAnswered(mergeable(opinions))
}

/**
 * The feedback on the newest consultation of a matter as a draft: counts and the table of answers, in the language notices
 * are written in. Refuses `consultation.not-found` and what `mayGiveFeedback` refuses.
 * @example adoptionDraft(read, standing)
 */
export function adoptionDraft(
  read: Reads,
  standing: MatterStanding,
): Result<{ readonly title: string; readonly body: Body }> {
  const consultation = standing.consultations.at(-1)
  if (!consultation) return refuse('consultation.not-found')
  const ready = mayGiveFeedback(consultation)
  if (!ready.ok) return ready
  const { title } = standing.matter
  const { say } = sentencesIn('zh-Hans')
  const body = adoptionBody(summed(consultation), feedbackWords(read, consultation))
  return accept({ title: say('terms:adoption.title', { title }), body })
}
