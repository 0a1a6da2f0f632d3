import type { CatalogueItem, Regime } from '../catalogue/catalogue-item.ts'
import type { CivilDate } from '../notice/content.ts'
import type { DeadlineRule } from './deadline/deadline-rule.ts'
import type { DutyGround } from './duty.ts'
import type { RuleRecord } from './rule-record.ts'
import { defaultRule } from './rule-set.ts'

/**
 * Whether a rule itself says when something is due; `按月` or `即时` alone do not.
 * @example saysWhen({ class: 'MONTHLY' }) // false
 */
export function saysWhen(rule: DeadlineRule): boolean {
  return (
    rule.class === 'STANDING' ||
    (rule.amount !== undefined && rule.unit !== undefined) ||
    rule.monthday !== undefined ||
    rule.date !== undefined ||
    (rule.stages?.length ?? 0) > 0
  )
}

/**
 * The ground of a rule of the set that applies by itself, without a catalogue.
 * @example groundOfRule(rule)?.ruleId // 'SEED3D'
 */
export function groundOfRule(rule: RuleRecord, deadlineText = ''): DutyGround | null {
  if (rule.rule === null) return null
  return {
    deadlineText,
    rule: rule.rule,
    ruleId: rule.ruleId,
    ruleVersion: rule.version,
    ruleName: rule.name,
    basis: rule.basis,
    scope: rule.scope,
    verified: rule.verified,
  }
}

/**
 * By which rule the duties of a catalogue item are due: its own, which the table of the county is the source of, or where
 * the text gives no days the default of the regime; the ground then names both. Null when nothing was understood of the
 * text, or the regime has no default: such items have no duties and are counted as 时限未定.
 * @example groundFor({ deadlineText: '按月', deadlineRule: { class: 'MONTHLY' }, legalBasis: '' }, rules, 'VILLAGE', today)?.ruleId // 'CQ15M'
 */
export function groundFor(
  item: Pick<CatalogueItem, 'deadlineText' | 'deadlineRule' | 'legalBasis'>,
  rules: readonly RuleRecord[],
  regime: Regime,
  on: CivilDate,
): DutyGround | null {
  const own = item.deadlineRule
  if (own === null) return null
  if (saysWhen(own)) {
    return {
      deadlineText: item.deadlineText,
      rule: own,
      ruleId: null,
      ruleVersion: null,
      ruleName: '',
      basis: item.legalBasis,
      scope: null,
      verified: 'SOURCE',
    }
  }
  const fallback = defaultRule(rules, regime, own.class, on)
  const ground = fallback && groundOfRule(fallback, item.deadlineText)
  // The class stays the item's: what is due 20 working days after its month is still due every month.
  return ground ? { ...ground, rule: { ...ground.rule, class: own.class } } : null
}
