import type { CivilDate } from '../notice/content.ts'
import type { NoticeLanguage } from '../notice/language.ts'

/** Which script leads where both stand together. */
export const SCRIPT_LEADS = ['HAN_FIRST', 'MINORITY_FIRST'] as const
/** One of them. */
export type ScriptLead = (typeof SCRIPT_LEADS)[number]

/** How the two stand: one above the other, beside each other, or as two columns written downwards. */
export const SCRIPT_LAYOUTS = ['STACKED', 'SIDE_BY_SIDE', 'VERTICAL_PAIR'] as const
/** One of them. */
export type ScriptLayout = (typeof SCRIPT_LAYOUTS)[number]

/** Smallest and largest size of the other script against the Chinese one, in per cent. */
export const SIZE_RATIO = { least: 50, most: 200 } as const

/** How Chinese and another script stand together on one face. */
export type ScriptOrder = {
  readonly lead: ScriptLead
  readonly layout: ScriptLayout
  /** Size of the other script against the Chinese one, in per cent. */
  readonly sizeRatio: number
}

/** An order the office has set; the rules were turned round in recent years, so each holds from a day on. */
export type DatedScriptOrder = ScriptOrder & {
  readonly effectiveFrom: CivilDate
  /** Null holds for every language that has none of its own. */
  readonly language: NoticeLanguage | null
  /** When it was set; of two for one day the later counts. */
  readonly sequence: number
}

/** What holds where the office has set nothing (domain book §9.3). */
export const USUAL_ORDER: ScriptOrder = { lead: 'HAN_FIRST', layout: 'STACKED', sizeRatio: 100 }

/**
 * The order that holds for a language on a day: the newest of its own that is in effect, else the newest for all
 * languages, else null: the office has set nothing and `USUAL_ORDER` stands in.
 * @example orderOn([], 'mn-Mong', '2026-11-23') // null
 */
export function orderOn<T extends DatedScriptOrder>(
  orders: readonly T[],
  language: NoticeLanguage,
  today: CivilDate,
): T | null {
  const newest = (of: NoticeLanguage | null) =>
    orders
      .filter((order) => order.language === of && order.effectiveFrom <= today)
      .sort(
        (one, other) => other.effectiveFrom.localeCompare(one.effectiveFrom) || other.sequence - one.sequence,
      )[0]
  return newest(language) ?? newest(null) ?? null
}
