import type { Regime } from '../catalogue/catalogue-item.ts'
import type { CivilDate } from '../notice/content.ts'
import type { DeadlineClass } from './deadline/deadline-rule.ts'
import { RULE_SCOPES, type RuleRecord } from './rule-record.ts'

function begun(rule: RuleRecord, on: CivilDate): boolean {
  return rule.effectiveFrom === null || rule.effectiveFrom <= on
}

/**
 * The version of a rule that is in force on a day: the newest that has begun, unless it has ended. A rule that was ended by
 * a new version does not come back in its former one.
 * @example ruleInForce(STARTER_RULES, 'OGI26', '2026-11-23')?.version // 1
 */
export function ruleInForce(
  rules: readonly RuleRecord[],
  ruleId: string,
  on: CivilDate,
): RuleRecord | undefined {
  let newest: RuleRecord | undefined
  for (const rule of rules) {
    if (rule.ruleId !== ruleId || !begun(rule, on)) continue
    if (newest === undefined || rule.version > newest.version) newest = rule
  }
  if (newest === undefined || newest.effectiveTo === null || newest.effectiveTo >= on) return newest
  return undefined
}

/** What may stand in for a class, nearest first: an amount after an event also counts from the end of a period. */
const STANDS_IN: Readonly<Partial<Record<DeadlineClass, readonly DeadlineClass[]>>> = {
  IMMEDIATE: ['IMMEDIATE', 'ON_EVENT'],
  ON_EVENT: ['ON_EVENT', 'IMMEDIATE'],
  PER_BATCH: ['PER_BATCH', 'ON_EVENT', 'IMMEDIATE'],
  STAGED: ['ON_EVENT', 'IMMEDIATE'],
  MONTHLY: ['MONTHLY', 'ON_EVENT'],
  QUARTERLY: ['QUARTERLY', 'ON_EVENT'],
  HALF_YEARLY: ['HALF_YEARLY', 'ON_EVENT'],
  YEARLY: ['YEARLY', 'ON_EVENT'],
}

/**
 * The rule that fills in where a catalogue gives no days: of the rules in force that are a default of the regime the one
 * whose class is nearest, then the most local one, then the newest. Undefined when the regime has none.
 * @example defaultRule(STARTER_RULES, 'VILLAGE', 'MONTHLY', '2026-11-23')?.ruleId // 'CQ15M'
 */
export function defaultRule(
  rules: readonly RuleRecord[],
  regime: Regime,
  deadlineClass: DeadlineClass,
  on: CivilDate,
): RuleRecord | undefined {
  const ids = new Set(rules.map(({ ruleId }) => ruleId))
  const candidates = [...ids]
    .map((ruleId) => ruleInForce(rules, ruleId, on))
    .filter((rule) => rule !== undefined)
    .filter((rule) => rule.rule !== null && rule.defaultFor.includes(regime))
  for (const wanted of STANDS_IN[deadlineClass] ?? []) {
    const fitting = candidates
      .filter(({ rule }) => rule?.class === wanted)
      .toSorted(
        (one, other) =>
          RULE_SCOPES.indexOf(other.scope) - RULE_SCOPES.indexOf(one.scope) || other.version - one.version,
      )
    if (fitting[0]) return fitting[0]
  }
  return undefined
}
