import type { MatterKind } from './matter-kind.ts'
import { needsConsultation, needsLegalityReview, needsMeeting } from './matter-kind.ts'

/** The stages a matter passes, as its page shows them. */
export const MATTER_STAGES = [
  'PROPOSAL',
  'DISCUSSION',
  'DELIBERATION',
  'RESOLUTION',
  'CONSULTATION',
  'LEGALITY',
  'MEETING',
  'DECISION',
  'INTERPRETATION',
  'PROGRESS',
] as const
/** One stage. */
export type MatterStage = (typeof MATTER_STAGES)[number]

const USUAL = ['CONSULTATION', 'LEGALITY', 'MEETING', 'DECISION', 'INTERPRETATION', 'PROGRESS'] as const
// 四议, then 两公开: the resolution and what came of it.
const VILLAGE = ['PROPOSAL', 'DISCUSSION', 'DELIBERATION', 'RESOLUTION', 'DECISION', 'PROGRESS'] as const

/** One stage of a matter: done, the one that comes next, to come later, or not asked of this kind. */
export type PathStage = {
  readonly stage: MatterStage
  readonly state: 'DONE' | 'NEXT' | 'LATER' | 'OPTIONAL'
}

/**
 * The stages of a matter with what comes next: the first that is asked of its kind and not done.
 * @example matterPath('OTHER', new Set(['MEETING'])).find(({ state }) => state === 'NEXT')?.stage // 'DECISION'
 */
export function matterPath(kind: MatterKind, done: ReadonlySet<MatterStage>): readonly PathStage[] {
  const stages: readonly MatterStage[] = kind === 'VILLAGE_MATTER' ? VILLAGE : USUAL
  const asked = (stage: MatterStage): boolean =>
    stage === 'CONSULTATION'
      ? needsConsultation(kind)
      : stage === 'LEGALITY'
        ? needsLegalityReview(kind)
        : stage !== 'INTERPRETATION' && (stage !== 'MEETING' || needsMeeting(kind))
  const next = stages.find((stage) => asked(stage) && !done.has(stage))
  return stages.map((stage) => {
    if (done.has(stage)) return { stage, state: 'DONE' }
    if (stage === next) return { stage, state: 'NEXT' }
    return { stage, state: asked(stage) ? 'LATER' : 'OPTIONAL' }
  })
}
