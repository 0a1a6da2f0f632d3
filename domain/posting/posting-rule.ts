import type { Regime } from '../catalogue/catalogue-item.ts'
import type { Verification } from '../duty/rule-record.ts'
import type { CivilDate } from '../notice/content.ts'

/** A local rule: sheets on boards of a kind stay up so many days (domain book §4.2, S2). */
export type PostingRule = {
  readonly regime: Regime
  /** From which day on it holds for what is put up. */
  readonly effectiveFrom: CivilDate
  /** Null ends the rule: from that day on nothing local is asked for. */
  readonly days: number | null
  readonly unit: 'day' | 'workday'
  readonly basis: string
  /** How far it was checked; anything but LAW says so wherever it is used. */
  readonly verified: Verification
}

/**
 * What an office may take over when its own place has no rule on record. The Chongqing rule was read on a page and holds there;
 * elsewhere it is a habit, so it is offered and never in force by itself.
 */
export const OFFERED_POSTING_RULES: readonly Omit<PostingRule, 'effectiveFrom'>[] = [
  {
    regime: 'VILLAGE',
    days: 10,
    unit: 'day',
    basis: '重庆市实施村民委员会组织法办法第30条（仅重庆；其他地方以本地规定为准）',
    verified: 'UNVERIFIED',
  },
  {
    regime: 'RESIDENT',
    days: 10,
    unit: 'day',
    basis: '参照村务公开，未查到规定；以本地规定为准',
    verified: 'UNVERIFIED',
  },
]

/**
 * The local rule that held for a sheet when it was put up: of its kind of board the newest entry in effect on that day, or null.
 * A later rule never changes what hangs already. `rules` newest first.
 * @example ruleFor(rules, 'VILLAGE', '2026-11-16')?.days // 10
 */
export function ruleFor(
  rules: readonly PostingRule[],
  regime: Regime,
  postedOn: CivilDate,
): (PostingRule & { readonly days: number }) | null {
  const own = rules.filter((rule) => rule.regime === regime && rule.effectiveFrom <= postedOn)
  const [first, ...others] = own
  if (!first) return null
  // Entered later but effective earlier must not push aside what holds from a later day on; of one day the newest entry counts.
  const found = others.reduce((best, rule) => (rule.effectiveFrom > best.effectiveFrom ? rule : best), first)
  return found.days === null ? null : { ...found, days: found.days }
}
