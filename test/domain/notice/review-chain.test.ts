import { describe, expect, it } from 'vitest'
import {
  chainFor,
  chainKey,
  CHAIN_PATTERNS,
  checkChain,
  rulesInForce,
  SHIPPED_CHAINS,
  unstaffed,
  USUAL_CHAIN,
} from '../../../domain/notice/review-chain.ts'
import { referralAllows } from '../../../domain/notice/referral.ts'
import { textAt } from '../../../domain/notice/review-remark.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { paragraphs } from '../../support/publish-flow.ts'

const finance = { regime: 'VILLAGE', noticeKind: 'FINANCE_TABLE' } as const
const code = (result: { ok: true } | { ok: false; code: string }) => (result.ok ? 'may' : result.code)

describe('which chain holds', () => {
  it('a village finance table needs its supervisory committee; everything else review and secrecy review', () => {
    const rules = rulesInForce([])
    expect(chainFor(rules, finance).flat()).toContain('COMMITTEE_REVIEW')
    expect(chainFor(rules, { regime: 'GOV', noticeKind: 'FINANCE_TABLE' })).toEqual(USUAL_CHAIN)
    expect(chainFor(rules, { regime: 'VILLAGE', noticeKind: 'NOTIFICATION' })).toEqual(USUAL_CHAIN)
  })

  it('the office sets its own; the more particular rule wins, the newest of each, and it can go back', () => {
    const { THREE_REVIEWS, NORMATIVE } = CHAIN_PATTERNS
    const settings = [
      { regime: null, noticeKind: null, chain: NORMATIVE },
      { regime: 'GOV', noticeKind: null, chain: THREE_REVIEWS },
      { ...finance, chain: USUAL_CHAIN },
    ] as const
    const rules = rulesInForce(settings)
    expect(chainFor(rules, { regime: 'PARTY', noticeKind: 'DECISION' })).toEqual(NORMATIVE)
    expect(chainFor(rules, { regime: 'GOV', noticeKind: 'DECISION' })).toEqual(THREE_REVIEWS)
    expect(chainFor(rules, finance)).toEqual(USUAL_CHAIN)
    const back = rulesInForce([
      ...settings,
      { ...finance, chain: null },
      { regime: 'GOV', noticeKind: null, chain: null },
    ])
    expect(chainFor(back, finance)).toEqual(SHIPPED_CHAINS[0]?.chain)
    expect(chainFor(back, { regime: 'GOV', noticeKind: 'DECISION' })).toEqual(NORMATIVE)
  })
})

describe('a chain that could let something out unseen is refused', () => {
  it.each([
    [[], 'review.chain-empty-stage'],
    [[['REVIEW', 'SECRECY_REVIEW'], []], 'review.chain-empty-stage'],
    [[['REVIEW']], 'review.chain-secrecy-missing'],
    [[['SECRECY_REVIEW', 'LEGALITY_REVIEW']], 'review.chain-review-missing'],
    [[['REVIEW'], ['SECRECY_REVIEW', 'REVIEW']], 'review.chain-repeated'],
    [[['REVIEW', 'SECRECY_REVIEW', 'LANGUAGE_REVIEW']], 'review.chain-language'],
    [[['SECRECY_REVIEW'], ['LEADER_APPROVAL']], 'may'],
  ] as const)('%j: %s', (chain, expected) => {
    expect(code(checkChain(chain))).toBe(expected)
  })

  it('and every chain the product comes with is sound', () => {
    for (const chain of Object.values(CHAIN_PATTERNS)) expect(checkChain(chain).ok).toBe(true)
  })
})

it('names what nobody in the office can decide', () => {
  const staff = [['HANDLER'], ['REVIEWER'], ['SECRECY_REVIEWER']] as const
  expect(unstaffed(CHAIN_PATTERNS.THREE_REVIEWS.flat(), staff)).toEqual([
    'LEGALITY_REVIEW',
    'LEADER_APPROVAL',
  ])
  expect(unstaffed(['COMMITTEE_REVIEW'], staff)).toEqual([])
})

it('what a higher body forbids cannot be approved; what it wants changed only by saying how', () => {
  expect(code(referralAllows(null, ''))).toBe('may')
  expect(code(referralAllows('ALLOWED', ''))).toBe('may')
  expect(code(referralAllows('NOT_ALLOWED', '同意'))).toBe('notice.referral-not-allowed')
  expect(code(referralAllows('ALLOWED_WITH_CHANGES', ' '))).toBe('notice.referral-changes-unmet')
  expect(code(referralAllows('ALLOWED_WITH_CHANGES', '附表已删'))).toBe('may')
})

it('a remark stands where the frozen text has words, and nowhere else', () => {
  const content = {
    title: '停电通知',
    body: paragraphs('第一段。', '第二段。'),
    attachments: [{ id: 'f', name: '名单.xlsx' }],
    texts: [{ language: 'en', title: 'Power cut', body: paragraphs('One.') }],
  } as unknown as PublicContent
  expect(textAt(content, { part: 'BODY', path: [1] })).toBe('第二段。')
  expect(textAt(content, { part: 'BODY', path: [2] })).toBeNull()
  expect(textAt(content, { part: 'LANGUAGE', language: 'en', path: null })).toBe('Power cut')
  expect(textAt(content, { part: 'LANGUAGE', language: 'en', path: [0] })).toBe('One.')
  expect(textAt(content, { part: 'LANGUAGE', language: 'bo', path: null })).toBeNull()
  expect(textAt(content, { part: 'ATTACHMENT', attachmentId: 'f' })).toBe('名单.xlsx')
  expect(textAt(content, { part: 'ATTACHMENT', attachmentId: 'g' })).toBeNull()
})

describe('what of a village is about its money', () => {
  const subject = {
    regime: 'VILLAGE',
    noticeKind: 'NOTIFICATION',
    title: '关于停电的通知',
    item: '',
    villageAccounts: false,
  } as const
  const asFinance = { regime: 'VILLAGE', noticeKind: 'FINANCE_TABLE' }

  it('counts as a finance table by its title, its catalogue row or the accounts in it', () => {
    expect(chainKey({ ...subject, title: '10月财务公开' })).toEqual(asFinance)
    expect(chainKey({ ...subject, item: '村务公开 › 收支情况' })).toEqual(asFinance)
    expect(chainKey({ ...subject, regime: 'GOV', villageAccounts: true })).toEqual(asFinance)
  })

  it('and nothing else does', () => {
    expect(chainKey(subject)).toEqual({ regime: 'VILLAGE', noticeKind: 'NOTIFICATION' })
    expect(chainKey({ ...subject, regime: 'GOV', title: '财务公开' }).noticeKind).toBe('NOTIFICATION')
  })
})
