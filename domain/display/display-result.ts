import type { CivilDate } from '../notice/content.ts'
import { accept, refuse, type Result } from '../refusal.ts'
import type { ObjectionStanding } from './objection.ts'
import { isAnswered } from './objection.ts'

/** What came of a display: nobody objected, or what was objected was dealt with. */
export const DISPLAY_RESULT_KINDS = ['NO_OBJECTION', 'OBJECTIONS_HANDLED'] as const
/** One outcome. */
export type DisplayResultKind = (typeof DISPLAY_RESULT_KINDS)[number]

/**
 * Whether a result may be stated, and again whether it may be confirmed: an objection may have come in between. Never before
 * the last day is over, never while an objection is unanswered (a late one too), and nobody says that nothing was objected
 * when something was in time (domain book S1). Refuses `display.not-ended`, `display.objection-open`,
 * `display.objections-exist`, `display.no-objections`, `display.text-required`.
 * @example checkResult({ kind: 'NO_OBJECTION', text: '公示期内未收到异议。' }, { lastDay, today, objections: [] })
 */
export function checkResult(
  result: { readonly kind: DisplayResultKind; readonly text: string },
  standing: {
    readonly lastDay: CivilDate
    readonly today: CivilDate
    readonly objections: readonly ObjectionStanding[]
  },
): Result<true> {
  const { lastDay, today, objections } = standing
  if (today <= lastDay) return refuse('display.not-ended', { lastDay })
  const open = objections.filter(({ id }) => !isAnswered(id, objections)).length
  if (open > 0) return refuse('display.objection-open', { count: open })
  const inTime = objections.filter(({ receivedOn }) => receivedOn <= lastDay).length
  if (result.kind === 'NO_OBJECTION' && inTime > 0)
    return refuse('display.objections-exist', { count: inTime })
  if (result.kind === 'OBJECTIONS_HANDLED' && objections.length === 0) return refuse('display.no-objections')
  if (result.text.trim() === '') return refuse('display.text-required')
  return accept(true)
}
