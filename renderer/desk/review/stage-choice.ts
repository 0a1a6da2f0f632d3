import type { DecisionKind } from '../../../domain/notice/notice-state.ts'
import type { ReviewChain } from '../../../domain/notice/review-chain.ts'

/** Kinds a chain can hold; reviews of words come from the languages of a notice. */
export const CHAIN_KINDS = [
  'REVIEW',
  'SECRECY_REVIEW',
  'LEGALITY_REVIEW',
  'COMMITTEE_REVIEW',
  'LEADER_APPROVAL',
] as const satisfies readonly DecisionKind[]

/** In which step a kind is decided, from 1; 0 is not at all. */
export type StageChoice = Readonly<Record<(typeof CHAIN_KINDS)[number], number>>

/** The most steps the form offers. */
export const MOST_STEPS = 4

/** The steps of a chain, kind by kind. */
export function choiceOf(chain: ReviewChain): StageChoice {
  const step = (kind: DecisionKind) => chain.findIndex((stage) => stage.includes(kind)) + 1
  return {
    REVIEW: step('REVIEW'),
    SECRECY_REVIEW: step('SECRECY_REVIEW'),
    LEGALITY_REVIEW: step('LEGALITY_REVIEW'),
    COMMITTEE_REVIEW: step('COMMITTEE_REVIEW'),
    LEADER_APPROVAL: step('LEADER_APPROVAL'),
  }
}

/** The chain of a choice; a step nobody is in closes up. */
export function chainOfChoice(choice: StageChoice): ReviewChain {
  return Array.from({ length: MOST_STEPS }, (_, index) =>
    CHAIN_KINDS.filter((kind) => choice[kind] === index + 1),
  ).filter((stage) => stage.length > 0)
}

/** Whether two chains are the same, whatever the order inside a step. */
export function sameChain(one: ReviewChain, other: ReviewChain): boolean {
  return JSON.stringify(choiceOf(one)) === JSON.stringify(choiceOf(other))
}
