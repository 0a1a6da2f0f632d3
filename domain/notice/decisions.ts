import type { Role } from '../office/role.ts'
import { accept, refuse, type Result } from '../refusal.ts'
import { DECISION_KINDS, type DecisionKind } from './notice-state.ts'

/** Roles that may give each kind of decision. */
export const DECIDING_ROLES: Readonly<Record<DecisionKind, readonly Role[]>> = {
  REVIEW: ['REVIEWER', 'DEPUTY_LEADER'],
  SECRECY_REVIEW: ['SECRECY_REVIEWER'],
}

/** A decision as far as the rule needs it. */
export type GivenDecision = {
  readonly kind: DecisionKind
  readonly decision: 'APPROVED' | 'RETURNED'
  readonly accountId: string
}

/** Who wants to decide what. */
export type DecisionAttempt = {
  readonly kind: DecisionKind
  readonly account: { readonly id: string; readonly roles: readonly Role[] }
  readonly authorIds: readonly string[]
  readonly given: readonly GivenDecision[]
}

/**
 * Says whether a person may give a decision: holds a role for it, has not written on the notice, and has not given
 * the other one. 保密审查 and 审核 are two people's work (R-044, R-046; 谁公开、谁审查、谁负责, S002).
 * @example mayDecide({ kind: 'REVIEW', account, authorIds: [account.id], given: [] }) // notice.author-may-not-decide
 */
export function mayDecide(attempt: DecisionAttempt): Result<true> {
  const roles = DECIDING_ROLES[attempt.kind]
  if (!roles.some((role) => attempt.account.roles.includes(role))) {
    return refuse('trust.role-missing', { role: roles[0] ?? '' })
  }
  if (attempt.authorIds.includes(attempt.account.id)) return refuse('notice.author-may-not-decide')
  if (attempt.given.some((decision) => decision.kind === attempt.kind)) {
    return refuse('notice.already-decided', { kind: attempt.kind })
  }
  if (attempt.given.some((decision) => decision.accountId === attempt.account.id)) {
    return refuse('notice.one-person-two-decisions')
  }
  return accept(true)
}

/**
 * The decisions a submission still waits for.
 * @example waitingFor([{ kind: 'REVIEW', decision: 'APPROVED', accountId: 'a' }]) // ['SECRECY_REVIEW']
 */
export function waitingFor(given: readonly GivenDecision[]): DecisionKind[] {
  return DECISION_KINDS.filter((kind) => !given.some((decision) => decision.kind === kind))
}

/**
 * Says whether a submission may be published: every kind approved, each by another person, none of them an author.
 * Checked again at publication, because somebody who decided may have become an author since. A decision counts by the
 * roles its giver held when it was given.
 * @example fullyApproved([], []) // { ok: false, code: 'notice.review-missing', … }
 */
export function fullyApproved(given: readonly GivenDecision[], authorIds: readonly string[]): Result<true> {
  for (const kind of DECISION_KINDS) {
    const decision = given.find((candidate) => candidate.kind === kind)
    if (decision?.decision !== 'APPROVED') return refuse('notice.review-missing', { kind })
    if (authorIds.includes(decision.accountId)) return refuse('notice.author-may-not-decide')
  }
  const people = new Set(given.map((decision) => decision.accountId))
  return people.size === given.length ? accept(true) : refuse('notice.one-person-two-decisions')
}
