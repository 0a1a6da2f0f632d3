import type { CivilDate } from '../notice/content.ts'
import type { RuleRecord } from './rule-record.ts'
import { ruleInForce } from './rule-set.ts'
import { STARTER_RULES } from './starter-rules.ts'

/** The first word within five hours, the follow-up within twenty-four (国办发〔2016〕80号; the county's own rule). */
export const EMERGENCY_RULES = { first: 'EMER5', followUp: 'EMER24' } as const
/** Id of one of the two. */
export type EmergencyRuleId = (typeof EMERGENCY_RULES)[keyof typeof EMERGENCY_RULES]

const inHours = ({ rule }: Pick<RuleRecord, 'rule'>): boolean =>
  rule?.unit === 'hour' && rule.amount !== undefined

/**
 * Whether a rule may be written as it is as far as the fast lane goes: its two rules count hours, since they run through
 * nights and holidays. Any other rule passes.
 * @example fitsEmergency({ ruleId: 'EMER5', rule: { class: 'IMMEDIATE', amount: 1, unit: 'workday', from: 'event' } }) // false
 */
export function fitsEmergency(rule: Pick<RuleRecord, 'ruleId' | 'rule'>): boolean {
  return !Object.values(EMERGENCY_RULES).some((id) => id === rule.ruleId) || inHours(rule)
}

/**
 * The rule by which a clock of an emergency runs on a day: the office's, or the one the product comes with where the office's
 * has ended or counts no hours. The fast lane must open whatever somebody has written into the rules.
 * @example emergencyRule(rulesOf(read), 'EMER5', '2026-11-23').rule?.amount // 5
 */
export function emergencyRule(
  rules: readonly RuleRecord[],
  ruleId: EmergencyRuleId,
  on: CivilDate,
): RuleRecord {
  const set = ruleInForce(rules, ruleId, on)
  if (set && inHours(set)) return set
  const shipped = STARTER_RULES.find((rule) => rule.ruleId === ruleId)
  if (!shipped) throw new Error('the product comes with the rules of the fast lane')
  return shipped
}
