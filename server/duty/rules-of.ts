import type { Reads } from '../../db/store.ts'
import type { RuleRecord } from '../../domain/duty/rule-record.ts'
import { STARTER_RULES } from '../../domain/duty/starter-rules.ts'

/**
 * All rules in all versions: those the program brings and, over them, what office and county have added.
 * @example rulesOf(deps.store.read).length
 */
export function rulesOf(read: Pick<Reads, 'rule'>): readonly RuleRecord[] {
  return [...STARTER_RULES, ...read.rule.list()]
}
