import type { Role } from '../office/role.ts'
import { accept, refuse, type Result } from '../refusal.ts'
import { DECIDING_ROLES } from './deciding-roles.ts'
import type { DecisionKind } from './notice-state.ts'
import type { ReviewChain } from './review-chain.ts'

/** A decision that a submission needs; `language` is empty but for a LANGUAGE_REVIEW. */
export type NeededDecision = { readonly kind: DecisionKind; readonly language: string }

/** A decision as far as the rule needs it. */
export type GivenDecision = NeededDecision & {
  readonly decision: 'APPROVED' | 'RETURNED'
  readonly accountId: string
  /** Why one person gave two of the decisions, in an office that is allowed to; empty otherwise. */
  readonly exceptionReason: string
}

/** Who wants to decide what. */
export type DecisionAttempt = NeededDecision & {
  readonly account: { readonly id: string; readonly name: string; readonly roles: readonly Role[] }
  readonly authorIds: readonly string[]
  /** Named under the text whose LANGUAGE_REVIEW this is; empty for any other decision. */
  readonly translator: string
  readonly needed: readonly (readonly NeededDecision[])[]
  readonly given: readonly GivenDecision[]
  /** The office stands under the exception of the two-person office, and the reason given now. */
  readonly exception: { readonly allowed: boolean; readonly reason: string }
}

const same = (a: NeededDecision, b: NeededDecision) => a.kind === b.kind && a.language === b.language

/**
 * The decisions a submission needs by stages: those of its chain, and in the first stage one LANGUAGE_REVIEW for each of its
 * other languages.
 * @example neededDecisions([['REVIEW']], ['mn-Mong'])[0].length // 2
 */
export function neededDecisions(
  chain: ReviewChain,
  languages: readonly string[],
): readonly (readonly NeededDecision[])[] {
  const stages = chain.map((stage) => stage.map((kind): NeededDecision => ({ kind, language: '' })))
  const translated = languages.map((language): NeededDecision => ({ kind: 'LANGUAGE_REVIEW', language }))
  const [first = [], ...later] = stages
  return [[...first, ...translated], ...later]
}

/**
 * The decisions a submission waits for now: what is open in the first stage that is not finished.
 * @example waitingFor([[{ kind: 'REVIEW', language: '' }]], []) // [{ kind: 'REVIEW', language: '' }]
 */
export function waitingFor(
  needed: readonly (readonly NeededDecision[])[],
  given: readonly GivenDecision[],
): readonly NeededDecision[] {
  for (const stage of needed) {
    const open = stage.filter((one) => !given.some((decision) => same(decision, one)))
    if (open.length > 0) return open
  }
  return []
}

/**
 * Says whether a person may give a decision: holds a role for it, has not written on the notice, it is its turn, and the
 * person has given none of another kind (several languages are one task). Who is named as translator has written that text. 保密审查 and 审核 are two people's work (R-044, R-046; 谁公开、谁审查、谁负责, S002); an office of
 * two people may except itself from the last, with a reason each time. A committee decides by its signatures, so whoever
 * enters its slip decides nothing.
 * @example mayDecide({ kind: 'REVIEW', language: '', account, authorIds: [account.id], … }) // notice.author-may-not-decide
 */
export function mayDecide(attempt: DecisionAttempt): Result<true> {
  const { account, given, kind } = attempt
  const roles = DECIDING_ROLES[kind]
  if (!roles.some((role) => account.roles.includes(role))) {
    return refuse('trust.role-missing', { role: roles[0] ?? '' })
  }
  if (kind !== 'COMMITTEE_REVIEW' && attempt.authorIds.includes(account.id)) {
    return refuse('notice.author-may-not-decide')
  }
  if (kind === 'LANGUAGE_REVIEW' && attempt.translator.trim() === account.name.trim()) {
    return refuse('notice.author-may-not-decide')
  }
  if (given.some((decision) => same(decision, attempt))) return refuse('notice.already-decided', { kind })
  if (!attempt.needed.some((stage) => stage.some((one) => same(one, attempt)))) {
    return refuse('notice.decision-not-needed', { kind })
  }
  if (!waitingFor(attempt.needed, given).some((one) => same(one, attempt))) {
    return refuse('notice.decision-too-early', { kind })
  }
  if (kind === 'COMMITTEE_REVIEW' || !decidedOtherwise(given, account.id, kind)) return accept(true)
  if (!attempt.exception.allowed) return refuse('notice.one-person-two-decisions')
  return attempt.exception.reason.trim() === '' ? refuse('notice.exception-reason-required') : accept(true)
}

// Reviewing two languages is one task of one person.
function decidedOtherwise(given: readonly GivenDecision[], accountId: string, kind: DecisionKind): boolean {
  return given.some(
    (decision) =>
      decision.accountId === accountId && decision.kind !== kind && decision.kind !== 'COMMITTEE_REVIEW',
  )
}

/**
 * Says whether a submission may be published: everything needed approved, each by another person unless it says why not,
 * none of them an author. Checked again at publication, because somebody who decided may have become an author since. A
 * decision counts by the roles its giver held when it was given.
 * @example fullyApproved(needed, [], []) // { ok: false, code: 'notice.review-missing', … }
 */
export function fullyApproved(
  needed: readonly (readonly NeededDecision[])[],
  given: readonly GivenDecision[],
  authorIds: readonly string[],
): Result<true> {
  for (const one of needed.flat()) {
    const decision = given.find((candidate) => same(candidate, one))
    if (decision?.decision !== 'APPROVED') return refuse('notice.review-missing', { kind: one.kind })
    if (one.kind !== 'COMMITTEE_REVIEW' && authorIds.includes(decision.accountId)) {
      return refuse('notice.author-may-not-decide')
    }
  }
  const alone = given.filter(
    ({ kind, exceptionReason }) => kind !== 'COMMITTEE_REVIEW' && exceptionReason === '',
  )
  const people = new Set(alone.map(({ accountId }) => accountId))
  const tasks = new Set(alone.map(({ accountId, kind }) => `${kind} ${accountId}`))
  return people.size === tasks.size ? accept(true) : refuse('notice.one-person-two-decisions')
}
