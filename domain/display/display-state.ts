import { dayNumber } from '../duty/calendar/day-number.ts'
import type { CivilDate } from '../notice/content.ts'
import type { DisplayResultKind } from './display-result.ts'
import type { DisplayStopKind } from './display-run.ts'

/** Life of a public display (domain book §10.1), and what may come between. */
export const DISPLAY_STATES = [
  'SCHEDULED', // 待公示
  'ON_DISPLAY', // 公示中
  'INTERRUPTED', // 中断: it does not hang and its days are not over
  'ENDED', // 期满: nothing was objected, the result is not written yet
  'NO_OBJECTION', // 无异议: said by one person, not confirmed yet
  'OBJECTION_OPEN', // 期满, 异议待答复
  'OBJECTION_RESOLVED', // 期满, 异议已答复
  'RESULT_PUBLISHED', // 结果已公布
  'REMOVED_EARLY', // 提前撤下
  'WITHDRAWN', // taken down with its notice after its last day, without a result
] as const
/** One state. */
export type DisplayState = (typeof DISPLAY_STATES)[number]

/** What a state is derived from; nothing of it is stored as a state. */
export type DisplayFacts = {
  readonly startsOn: CivilDate
  readonly lastDay: CivilDate
  /** What stopped the newest span, and from which day on. */
  readonly stop: { readonly kind: DisplayStopKind; readonly onDay: CivilDate } | null
  readonly objections: number
  readonly unanswered: number
  /** The newest result that was not returned. */
  readonly result: { readonly kind: DisplayResultKind; readonly confirmed: boolean } | null
  readonly today: CivilDate
}

/**
 * How a display stands today. It hangs through its whole last day; only from the next day on it has ended.
 * @example displayState({ startsOn: '2026-03-02', lastDay: '2026-03-16', stop: null, objections: 0, unanswered: 0, result: null, today: '2026-03-16' })
 * // 'ON_DISPLAY'
 */
export function displayState(facts: DisplayFacts): DisplayState {
  const { stop, today, result } = facts
  if (stop?.kind === 'INTERRUPTED') return 'INTERRUPTED'
  if (stop !== null) return stop.onDay <= facts.lastDay ? 'REMOVED_EARLY' : 'WITHDRAWN'
  if (result?.confirmed === true) return 'RESULT_PUBLISHED'
  if (today < facts.startsOn) return 'SCHEDULED'
  if (today <= facts.lastDay) return 'ON_DISPLAY'
  if (facts.unanswered > 0) return 'OBJECTION_OPEN'
  if (facts.objections > 0) return 'OBJECTION_RESOLVED'
  return result?.kind === 'NO_OBJECTION' ? 'NO_OBJECTION' : 'ENDED'
}

/**
 * Whether a display has ended with nothing told to the public of what came of it.
 * @example awaitsResult('OBJECTION_RESOLVED') // true
 */
export function awaitsResult(state: DisplayState): boolean {
  return ['ENDED', 'NO_OBJECTION', 'OBJECTION_OPEN', 'OBJECTION_RESOLVED'].includes(state)
}

/**
 * Whether its days are not over, so that taking it away is taking it away early.
 * @example stillRuns('INTERRUPTED') // true
 */
export function stillRuns(state: DisplayState): boolean {
  return state === 'SCHEDULED' || state === 'ON_DISPLAY' || state === 'INTERRUPTED'
}

/**
 * Days that are left, today's not counted; 0 on the last day, null when it does not hang.
 * @example daysLeft('ON_DISPLAY', '2026-03-16', '2026-03-13') // 3
 */
export function daysLeft(state: DisplayState, lastDay: CivilDate, today: CivilDate): number | null {
  return state === 'ON_DISPLAY' ? dayNumber(lastDay) - dayNumber(today) : null
}
