import { describe, expect, it } from 'vitest'
import {
  type DecisionAttempt,
  fullyApproved,
  type GivenDecision,
  mayDecide,
  neededDecisions,
  waitingFor,
} from '../../../domain/notice/decisions.ts'
import type { DecisionKind } from '../../../domain/notice/notice-state.ts'
import { CHAIN_PATTERNS, USUAL_CHAIN } from '../../../domain/notice/review-chain.ts'
import type { Role } from '../../../domain/office/role.ts'

const approved = (
  kind: DecisionKind,
  accountId: string,
  more: Partial<GivenDecision> = {},
): GivenDecision => ({
  ...{ kind, language: '', decision: 'APPROVED', accountId, exceptionReason: '' },
  ...more,
})
const kinds = (needed: readonly { kind: DecisionKind; language: string }[]) =>
  needed.map(({ kind, language }) => (language === '' ? kind : `${kind} ${language}`))

function attempt(kind: DecisionKind, roles: readonly Role[], more: Partial<DecisionAttempt> = {}) {
  const decided = mayDecide({
    ...{ kind, language: '', account: { id: 'person', name: '韩立', roles }, given: [] },
    ...{ authorIds: ['author'], translator: '' },
    needed: neededDecisions(USUAL_CHAIN, []),
    exception: { allowed: false, reason: '' },
    ...more,
  })
  return decided.ok ? 'may' : decided.code
}

describe('三审: stages one after the other, side by side inside one', () => {
  const needed = neededDecisions(CHAIN_PATTERNS.THREE_REVIEWS, [])

  it('waits for the office head, then for secrecy and legality together, then for the leader', () => {
    const first = approved('REVIEW', 'head')
    const both = [first, approved('SECRECY_REVIEW', 's'), approved('LEGALITY_REVIEW', 'l')]
    expect(kinds(waitingFor(needed, []))).toEqual(['REVIEW'])
    expect(kinds(waitingFor(needed, [first]))).toEqual(['SECRECY_REVIEW', 'LEGALITY_REVIEW'])
    expect(kinds(waitingFor(needed, both.slice(0, 2)))).toEqual(['LEGALITY_REVIEW'])
    expect(kinds(waitingFor(needed, both))).toEqual(['LEADER_APPROVAL'])
    expect(waitingFor(needed, [...both, approved('LEADER_APPROVAL', 'leader')])).toEqual([])
  })

  it('refuses the leader before the turn, a kind the chain does not have, and the same one twice', () => {
    expect(attempt('LEADER_APPROVAL', ['DEPUTY_LEADER'], { needed })).toBe('notice.decision-too-early')
    expect(attempt('LEADER_APPROVAL', ['DEPUTY_LEADER'])).toBe('notice.decision-not-needed')
    const given = [approved('REVIEW', 'head')]
    expect(attempt('REVIEW', ['REVIEWER'], { needed, given })).toBe('notice.already-decided')
    expect(attempt('SECRECY_REVIEW', ['SECRECY_REVIEWER'], { needed, given })).toBe('may')
  })
})

it('each other language is reviewed by itself, beside the first stage', () => {
  const needed = neededDecisions(USUAL_CHAIN, ['mn-Mong', 'en'])
  expect(kinds(waitingFor(needed, []))).toEqual([
    'REVIEW',
    'SECRECY_REVIEW',
    'LANGUAGE_REVIEW mn-Mong',
    'LANGUAGE_REVIEW en',
  ])
  const given = [approved('LANGUAGE_REVIEW', 'bataar', { language: 'mn-Mong' })]
  expect(kinds(waitingFor(needed, given))).not.toContain('LANGUAGE_REVIEW mn-Mong')
  expect(attempt('LANGUAGE_REVIEW', ['LANGUAGE_REVIEWER'], { needed, given, language: 'en' })).toBe('may')
  expect(attempt('LANGUAGE_REVIEW', ['LANGUAGE_REVIEWER'], { needed, given, language: 'mn-Mong' })).toBe(
    'notice.already-decided',
  )
})

describe('who decides', () => {
  it.each([
    ['REVIEW', ['REVIEWER']],
    ['SECRECY_REVIEW', ['SECRECY_REVIEWER']],
  ] as const)('%s: never an author, also under the exception of the two-person office', (kind, roles) => {
    const exception = { allowed: true, reason: '全镇只有两人' }
    expect(attempt(kind, roles)).toBe('may')
    expect(attempt(kind, roles, { authorIds: ['person'] })).toBe('notice.author-may-not-decide')
    expect(attempt(kind, roles, { authorIds: ['person'], exception })).toBe('notice.author-may-not-decide')
  })

  it('one person gives one decision; a second one only where the office is excepted, and with a reason', () => {
    const given = [approved('REVIEW', 'person')]
    const second = (allowed: boolean, reason: string) =>
      attempt('SECRECY_REVIEW', ['SECRECY_REVIEWER'], { given, exception: { allowed, reason } })
    expect(second(false, '只有两人')).toBe('notice.one-person-two-decisions')
    expect(second(true, '  ')).toBe('notice.exception-reason-required')
    expect(second(true, '只有两人')).toBe('may')
  })

  it('one person may review several languages, but decides nothing else besides', () => {
    const needed = neededDecisions(USUAL_CHAIN, ['en', 'bo'])
    const given = [approved('LANGUAGE_REVIEW', 'person', { language: 'en' })]
    expect(attempt('LANGUAGE_REVIEW', ['LANGUAGE_REVIEWER'], { needed, given, language: 'bo' })).toBe('may')
    expect(attempt('REVIEW', ['REVIEWER'], { needed, given })).toBe('notice.one-person-two-decisions')
    const all = [...given, approved('LANGUAGE_REVIEW', 'person', { language: 'bo' })]
    const others = [approved('REVIEW', 'a'), approved('SECRECY_REVIEW', 'b')]
    expect(fullyApproved(needed, [...all, ...others], []).ok).toBe(true)
    expect(fullyApproved(needed, [...all, others[0]!, approved('SECRECY_REVIEW', 'person')], []).ok).toBe(
      false,
    )
  })

  it('whoever enters the slip of a committee decides nothing: the author may, and may still decide besides', () => {
    const needed = neededDecisions(CHAIN_PATTERNS.VILLAGE, [])
    expect(attempt('COMMITTEE_REVIEW', ['HANDLER'], { needed, authorIds: ['person'] })).toBe('may')
    const given = [approved('COMMITTEE_REVIEW', 'person')]
    expect(attempt('REVIEW', ['REVIEWER'], { needed, given })).toBe('may')
  })
})

describe('what may be published', () => {
  const needed = neededDecisions(USUAL_CHAIN, [])
  const both = [approved('REVIEW', 'a'), approved('SECRECY_REVIEW', 'b')]
  const outcome = (given: readonly GivenDecision[], authors: readonly string[] = ['author']) => {
    const full = fullyApproved(needed, given, authors)
    return full.ok ? 'may' : full.code
  }

  it('is what everybody needed has approved, two people, none of them an author', () => {
    expect(outcome(both)).toBe('may')
    expect(outcome(both.slice(1))).toBe('notice.review-missing')
    expect(outcome([approved('REVIEW', 'a', { decision: 'RETURNED' }), ...both.slice(1)])).toBe(
      'notice.review-missing',
    )
    expect(outcome(both, ['b'])).toBe('notice.author-may-not-decide')
  })

  it('is not what one person has approved alone, unless it was said why', () => {
    const alone = [approved('REVIEW', 'a'), approved('SECRECY_REVIEW', 'a')]
    expect(outcome(alone)).toBe('notice.one-person-two-decisions')
    expect(outcome([alone[0]!, approved('SECRECY_REVIEW', 'a', { exceptionReason: '只有两人' })])).toBe('may')
  })
})
