import type { RuleRecord } from '../../../domain/duty/rule-record.ts'
import type { RuleView } from '../../../server/duty/views.ts'
import { send } from '../../shared/request.ts'

/** Key of the list of rules. */
export const RULES_KEY = ['rules'] as const

/** A rule as it is handed in; the server gives it its version. */
export type NewRule = Omit<RuleRecord, 'version'>

/** All rules in their newest version, with the former ones. */
export async function listRules(): Promise<readonly RuleView[]> {
  return (await (await send('/api/desk/rules')).json()) as readonly RuleView[]
}

/** Adds a rule, or a new version of one. */
export async function saveRule(rule: NewRule): Promise<RuleView> {
  const headers = { 'content-type': 'application/json' }
  const answer = await send('/api/desk/rules', { method: 'POST', headers, body: JSON.stringify(rule) })
  return (await answer.json()) as RuleView
}
