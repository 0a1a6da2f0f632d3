import type { CivilDate } from '../notice/content.ts'
import { accept, refuse, type Result } from '../refusal.ts'
import { allAnswered, type MergeableOpinion } from '../voice/opinion-heads.ts'
import type { LegalityResult } from './matter-entry.ts'
import { type MatterKind, needsConsultation, needsLegalityReview, needsMeeting } from './matter-kind.ts'

/** What a decision depends on. */
export type DecisionGround = {
  readonly kind: MatterKind
  readonly today: CivilDate
  /** The newest consultation; null when there is none. */
  readonly consultation: {
    readonly closesOn: CivilDate | null
    /** The draft hung to the end of the period. */
    readonly unbroken: boolean
    /** The opinions it brought. */
    readonly opinions: readonly MergeableOpinion[]
  } | null
  /** Somebody has recorded why it is decided before opinions were gathered to the end. */
  readonly earlyReason: boolean
  /** What the newest legality review found; null while there is no result. */
  readonly legality: LegalityResult | null
  /** 集体讨论 is on record. */
  readonly met: boolean
  /** 村民会议或村民代表会议决议 is on record. */
  readonly resolved: boolean
}

/**
 * Whether the draft was open to opinions to the end of its period and every opinion is answered, or somebody has recorded
 * why not. Refuses `matter.consultation-open` with the last day, `matter.consultation-missing` when opinions
 * were to be gathered and never were, `matter.opinions-unanswered` with how many and the number of the first.
 * @example consultedToTheEnd({ …, today: '2026-09-02', consultation: { closesOn: '2026-09-02', unbroken: true } }).ok // false
 */
export function consultedToTheEnd(ground: DecisionGround): Result<true> {
  const { consultation, earlyReason, today, kind } = ground
  if (earlyReason) return accept(true)
  if (consultation === null) {
    return needsConsultation(kind) ? refuse('matter.consultation-missing') : accept(true)
  }
  if (consultation.closesOn === null || !consultation.unbroken) return refuse('matter.consultation-missing')
  if (today <= consultation.closesOn) {
    return refuse('matter.consultation-open', { date: consultation.closesOn })
  }
  const answered = allAnswered(consultation.opinions)
  return answered.ok ? answered : refuse('matter.opinions-unanswered', answered.params)
}

/**
 * Whether the legality review lets the draft go to a meeting. Refuses `matter.legality-missing`, and
 * `matter.legality-unlawful` when the newest result says so.
 * @example legalityReviewed({ kind: 'OTHER', legality: null }).ok // true
 */
export function legalityReviewed(ground: Pick<DecisionGround, 'kind' | 'legality'>): Result<true> {
  if (ground.legality === 'UNLAWFUL') return refuse('matter.legality-unlawful')
  if (ground.legality === null && needsLegalityReview(ground.kind)) return refuse('matter.legality-missing')
  return accept(true)
}

/**
 * Whether the decision of a matter may be handed in and published. Refuses what `consultedToTheEnd` and
 * `legalityReviewed` refuse, `matter.meeting-missing` before the meeting its kind asks for (R-015), and
 * `matter.resolution-missing` for a village matter before the villagers' resolution.
 * @example decisionReady(ground).ok
 */
export function decisionReady(ground: DecisionGround): Result<true> {
  if (ground.kind === 'VILLAGE_MATTER' && !ground.resolved) return refuse('matter.resolution-missing')
  const consulted = consultedToTheEnd(ground)
  const ready = consulted.ok ? legalityReviewed(ground) : consulted
  return ready.ok && needsMeeting(ground.kind) && !ground.met ? refuse('matter.meeting-missing') : ready
}
