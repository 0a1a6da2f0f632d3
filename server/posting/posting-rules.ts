import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { OFFERED_POSTING_RULES, type PostingRule } from '../../domain/posting/posting-rule.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import type { PostingRulesView } from './views.ts'

/**
 * Local rules of how long sheets stay up: all that were ever set, newest first, and what may be taken over.
 * @example postingRules(deps).rules.length
 */
export function postingRules(deps: Pick<Deps, 'store' | 'clock'>): PostingRulesView {
  const { read } = deps.store
  return {
    today: civilDateOf(deps.clock.now()),
    rules: read.posting.rules().map(({ accountId: _, byName, ...rule }) => ({ ...rule, by: byName })),
    offered: OFFERED_POSTING_RULES,
  }
}

/**
 * Sets how long sheets on boards of a kind stay up from a day on; null days end the rule. What hangs already keeps the rule it
 * was put up under. Needs DEPUTY_LEADER or ADMINISTRATOR. Refuses `posting.rule-invalid` without a basis,
 * `posting.date-past` for a day gone by: a rule never reaches back.
 * @example setPostingRule(deps, leader, { regime: 'VILLAGE', effectiveFrom: '2026-12-01', days: 10, unit: 'day', basis, verified: 'UNVERIFIED' })
 */
export function setPostingRule(
  deps: Deps,
  principal: Principal,
  rule: PostingRule,
): Result<PostingRulesView> {
  const allowed = requireRole(principal, 'DEPUTY_LEADER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<PostingRulesView> => {
    const at = deps.clock.now()
    const today: CivilDate = civilDateOf(at)
    const basis = rule.basis.trim()
    if (basis === '') return refuse('posting.rule-invalid')
    if (rule.effectiveFrom < today) return refuse('posting.date-past', { today })
    const set = write.posting.rule({ ...rule, basis, accountId: principal.id, at })
    const regime: Regime = rule.regime
    const { days, effectiveFrom } = rule
    const detail = { days, effectiveFrom, rowSha256: read.posting.rowHash('RULE', set) }
    record(deps, write, principal, 'posting.rule', { kind: 'posting-rule', id: regime }, detail)
    return accept(postingRules(deps))
  })
}
