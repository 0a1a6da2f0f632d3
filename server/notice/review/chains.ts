import type { Reads } from '../../../db/store.ts'
import { DECIDING_ROLES } from '../../../domain/notice/deciding-roles.ts'
import { DECISION_KINDS } from '../../../domain/notice/notice-state.ts'
import {
  CHAIN_PATTERNS,
  type ChainPatternName,
  type ChainRule,
  type ChainSetting,
  checkChain,
  rulesInForce,
  unstaffed,
  USUAL_CHAIN,
} from '../../../domain/notice/review-chain.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import type { ChainRuleView, ReviewChainsView } from './views.ts'

const PATTERN_NAMES = Object.keys(CHAIN_PATTERNS) as ChainPatternName[]

/**
 * The chains that hold, the patterns on offer, what nobody in the office can give, and how it came to this.
 * @example chainsView(read).rules.at(-1)?.chain // [['REVIEW', 'SECRECY_REVIEW']]
 */
export function chainsView(read: Reads): ReviewChainsView {
  const settings = read.review.chains()
  const staff = read.office
    .accounts()
    .filter((account) => !account.disabled)
    .map((account) => account.roles)
  const rules = rulesInForce(settings)
  const anything = rules.some((rule) => rule.regime === null && rule.noticeKind === null)
  const standing = anything ? rules : [...rules, { regime: null, noticeKind: null, chain: USUAL_CHAIN }]
  const view = (rule: ChainRule): ChainRuleView => {
    const set = settings.findLast(
      ({ regime, noticeKind }) => regime === rule.regime && noticeKind === rule.noticeKind,
    )
    return {
      ...rule,
      set: set?.chain
        ? { by: { id: set.accountId, name: set.byName }, at: set.at, reason: set.reason }
        : null,
      unstaffed: unstaffed(rule.chain.flat(), staff),
    }
  }
  const particular = (rule: ChainRuleView) =>
    (rule.noticeKind === null ? 0 : 2) + (rule.regime === null ? 0 : 1)
  return {
    rules: standing.map(view).sort((a, b) => particular(b) - particular(a)),
    patterns: PATTERN_NAMES.map((name) => ({ name, chain: CHAIN_PATTERNS[name] })),
    roles: DECIDING_ROLES,
    unstaffed: unstaffed(DECISION_KINDS, staff),
    history: settings.toReversed().map(({ regime, noticeKind, chain, reason, accountId, byName, at }) => ({
      ...{ regime, noticeKind, chain, reason, at },
      by: { id: accountId, name: byName },
    })),
  }
}

/**
 * Sets the chain for a regime and kind, or (chain null) goes back to what the product comes with. What is under review
 * already keeps the chain it was handed in under. Needs ADMINISTRATOR. A chain nobody can give is set all the same and
 * shown as such. Refuses `review.reason-required`, `review.unchanged` and what `checkChain` refuses.
 * @example setChain(deps, administrator, { regime: 'GOV', noticeKind: null, chain: [['REVIEW'], ['SECRECY_REVIEW']], reason: '…' })
 */
export function setChain(
  deps: Deps,
  principal: Principal,
  input: ChainSetting & { readonly reason: string },
): Result<ReviewChainsView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const { regime, noticeKind, chain } = input
  const sound = chain === null ? accept(true) : checkChain(chain)
  if (!sound.ok) return sound
  const reason = input.reason.trim()
  if (reason === '') return refuse('review.reason-required')
  return deps.store.tx((write, read): Result<ReviewChainsView> => {
    const settings = read.review.chains()
    const before = rulesInForce(settings)
    const after = rulesInForce([...settings, { regime, noticeKind, chain }])
    if (JSON.stringify(before) === JSON.stringify(after)) return refuse('review.unchanged')
    write.review.setChain({
      regime,
      noticeKind,
      chain,
      reason,
      accountId: principal.id,
      at: deps.clock.now(),
    })
    const detail = {
      ...(regime && { regime }),
      ...(noticeKind && { noticeKind }),
      ...(chain ? { chain: chain.flat().join(',') } : { shipped: true }),
    }
    record(deps, write, principal, 'review.chain', { kind: 'review', id: 'chain' }, detail)
    return accept(chainsView(read))
  })
}
