import type { Regime } from '../catalogue/catalogue-item.ts'
import type { Role } from '../office/role.ts'
import { accept, refuse, type Result } from '../refusal.ts'
import type { NoticeKind } from './notice-kind.ts'
import type { DecisionKind } from './notice-state.ts'
import { DECIDING_ROLES } from './deciding-roles.ts'

/** Decisions that are given side by side; the next stage waits for all of them. */
export type ReviewStage = readonly DecisionKind[]

/** The stages of a review, in order (三审). */
export type ReviewChain = readonly ReviewStage[]

/** Which chain holds for what; null is any. */
export type ChainRule = {
  readonly regime: Regime | null
  readonly noticeKind: NoticeKind | null
  readonly chain: ReviewChain
}

/** What holds where the office has set nothing: review and secrecy review side by side. */
export const USUAL_CHAIN: ReviewChain = [['REVIEW', 'SECRECY_REVIEW']]

/** Chains offered by name; the office takes one and changes it where it works otherwise. */
export const CHAIN_PATTERNS = {
  /** 审核、保密审查并行 */
  USUAL: USUAL_CHAIN,
  /** 三审: office head, then secrecy and legality side by side, then the leader (domain book §2.8). */
  THREE_REVIEWS: [['REVIEW'], ['SECRECY_REVIEW', 'LEGALITY_REVIEW'], ['LEADER_APPROVAL']],
  /** 规范性文件: nothing of the kind without a review of its legality. */
  NORMATIVE: [['REVIEW', 'SECRECY_REVIEW', 'LEGALITY_REVIEW'], ['LEADER_APPROVAL']],
  /** 村务: the supervisory committee signs as well (村民委员会组织法 art. 32). */
  VILLAGE: [['REVIEW', 'SECRECY_REVIEW', 'COMMITTEE_REVIEW']],
} as const satisfies Readonly<Record<string, ReviewChain>>
/** Name of a pattern. */
export type ChainPatternName = keyof typeof CHAIN_PATTERNS

/** What the product comes with: a finance table of a village needs its supervisory committee (S2). */
export const SHIPPED_CHAINS: readonly ChainRule[] = [
  { regime: 'VILLAGE', noticeKind: 'FINANCE_TABLE', chain: CHAIN_PATTERNS.VILLAGE },
]

/** One setting of a chain by the office; a null chain goes back to what the product comes with. */
export type ChainSetting = Omit<ChainRule, 'chain'> & { readonly chain: ReviewChain | null }

/**
 * The rules that hold: what the office has set last for a regime and kind, else what the product comes with.
 * @example rulesInForce([]) // [{ regime: 'VILLAGE', noticeKind: 'FINANCE_TABLE', … }]
 */
export function rulesInForce(settings: readonly ChainSetting[]): readonly ChainRule[] {
  const key = (rule: Omit<ChainRule, 'chain'>) => `${rule.regime ?? ''}/${rule.noticeKind ?? ''}`
  const rules = new Map(SHIPPED_CHAINS.map((rule) => [key(rule), rule]))
  for (const { regime, noticeKind, chain } of settings) {
    const of = { regime, noticeKind }
    const shipped = SHIPPED_CHAINS.find((rule) => key(rule) === key(of))
    if (chain !== null) rules.set(key(of), { ...of, chain })
    else if (shipped) rules.set(key(of), shipped)
    else rules.delete(key(of))
  }
  return [...rules.values()]
}

/**
 * The chain for a notice: the rule that names both regime and kind, else kind, else regime, else any, else the usual one.
 * @example chainFor([], { regime: 'GOV', noticeKind: 'DECISION' }) // [['REVIEW', 'SECRECY_REVIEW']]
 */
export function chainFor(
  rules: readonly ChainRule[],
  notice: { readonly regime: Regime; readonly noticeKind: NoticeKind },
): ReviewChain {
  const fits = (rule: ChainRule, regime: Regime | null, kind: NoticeKind | null) =>
    rule.regime === regime && rule.noticeKind === kind
  const { regime, noticeKind } = notice
  for (const [of, kind] of [
    [regime, noticeKind],
    [null, noticeKind],
    [regime, null],
    [null, null],
  ] as const) {
    const rule = rules.find((candidate) => fits(candidate, of, kind))
    if (rule) return rule.chain
  }
  return USUAL_CHAIN
}

/** What of a notice tells whether it is about money, beside the kind its author has chosen. */
type ChainSubject = {
  readonly regime: Regime
  readonly noticeKind: NoticeKind
  readonly title: string
  /** The path of its row in the catalogue, in words; empty without one. */
  readonly item: string
  /** It holds a list that was taken in as the accounts of a village. */
  readonly villageAccounts: boolean
}

const FINANCES = /财务|收支/u

/**
 * What a chain is chosen by. Of a village everything about its money counts as a finance table, whatever kind its author
 * picks: title or catalogue row speak of 财务 or 收支, or a list of its accounts is in it. Which decisions that needs stays
 * the office's to set. Source: 村民委员会组织法 art. 32.
 * @example chainKey({ regime: 'VILLAGE', noticeKind: 'NOTIFICATION', title: '10月财务收支公开', item: '', villageAccounts: false })
 */
export function chainKey(subject: ChainSubject): {
  readonly regime: Regime
  readonly noticeKind: NoticeKind
} {
  const { regime, noticeKind, title, item, villageAccounts } = subject
  const money = villageAccounts || (regime === 'VILLAGE' && FINANCES.test(`${title}\n${item}`))
  return money ? { regime: 'VILLAGE', noticeKind: 'FINANCE_TABLE' } : { regime, noticeKind }
}

/**
 * Refuses a chain that could let something out unseen: secrecy review is in every chain, and somebody who answers
 * for the matter is (REVIEW or LEADER_APPROVAL); no kind twice, no empty stage. LANGUAGE_REVIEW comes from the languages a
 * notice holds, never from a chain.
 * Refuses `review.chain-empty-stage`, `review.chain-language`, `review.chain-repeated`, `review.chain-secrecy-missing`,
 * `review.chain-review-missing`.
 * @example checkChain([['REVIEW']]).ok // false
 */
export function checkChain(chain: ReviewChain): Result<true> {
  const kinds = chain.flat()
  if (chain.length === 0 || chain.some((stage) => stage.length === 0))
    return refuse('review.chain-empty-stage')
  if (kinds.includes('LANGUAGE_REVIEW')) return refuse('review.chain-language')
  const twice = kinds.find((kind, at) => kinds.indexOf(kind) !== at)
  if (twice) return refuse('review.chain-repeated', { kind: twice })
  if (!kinds.includes('SECRECY_REVIEW')) return refuse('review.chain-secrecy-missing')
  return kinds.includes('REVIEW') || kinds.includes('LEADER_APPROVAL')
    ? accept(true)
    : refuse('review.chain-review-missing')
}

/**
 * Decisions of a chain that nobody in the office can give: no account holds a role for them.
 * @example unstaffed(['REVIEW', 'SECRECY_REVIEW'], [['REVIEWER']]) // ['SECRECY_REVIEW']
 */
export function unstaffed(
  kinds: readonly DecisionKind[],
  accounts: readonly (readonly Role[])[],
): readonly DecisionKind[] {
  return kinds.filter((kind) =>
    accounts.every((roles) => !DECIDING_ROLES[kind].some((role) => roles.includes(role))),
  )
}
