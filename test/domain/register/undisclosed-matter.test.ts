import { describe, expect, it } from 'vitest'
import { articleOf } from '../../../domain/register/exemption-ground.ts'
import { nextReviewDue, reviewStanding } from '../../../domain/register/review-standing.ts'
import {
  checkReview,
  checkUndisclosedEntry,
  type UndisclosedEntry,
  usualReviewDue,
} from '../../../domain/register/undisclosed-matter.ts'

const TODAY = '2026-11-23'
const entry: UndisclosedEntry = {
  unitId: 'township',
  title: ' 关于河西村道路改造的讨论记录 ',
  alias: false,
  informationNumber: '',
  description: '',
  documentNumber: '',
  producedOn: '2026-11-10',
  ground: 'PROCESS_INFO',
  reason: ' 讨论过程稿，尚未形成决定 ',
  reviewerId: 'account-2',
  decidedOn: '2026-11-20',
  reviewDue: '2027-11-20',
}

describe('an entry of the register', () => {
  it('keeps title and reason without the blanks at their ends', () => {
    const checked = checkUndisclosedEntry(entry, TODAY)
    expect(checked).toMatchObject({
      ok: true,
      value: { title: '关于河西村道路改造的讨论记录', reason: '讨论过程稿，尚未形成决定' },
    })
  })

  it.each([
    [{ title: '　' }, 'register.title-required', {}],
    [{ reason: ' ' }, 'register.reason-required', {}],
    [{ ground: 'STATE_SECRET' }, 'register.alias-required', {}],
    [{ producedOn: '2026-11-21' }, 'register.date-order', { earlier: 'producedOn', later: 'decidedOn' }],
    [
      { decidedOn: '2026-11-24', reviewDue: '2027-11-24' },
      'register.date-order',
      { earlier: 'decidedOn', later: 'today' },
    ],
    [{ reviewDue: '2026-11-20' }, 'register.date-order', { earlier: 'decidedOn', later: 'reviewDue' }],
  ] as const)('%j is refused: %s', (change, code, params) => {
    expect(checkUndisclosedEntry({ ...entry, ...change }, TODAY)).toEqual({ ok: false, code, params })
  })

  it('takes a state secret under an alias only', () => {
    expect(checkUndisclosedEntry({ ...entry, ground: 'STATE_SECRET', alias: true }, TODAY).ok).toBe(true)
  })

  it('is looked at again after a year unless somebody says otherwise, also when that day does not exist', () => {
    expect(usualReviewDue('2026-11-23')).toBe('2027-11-23')
    expect(usualReviewDue('2028-02-29')).toBe('2029-02-28')
  })

  it('rests on an article of the regulations', () => {
    expect(articleOf('PROCESS_INFO')).toEqual({ article: 16, paragraph: 2, item: null })
    expect(articleOf('ADMIN_QUERY')).toEqual({ article: 36, paragraph: null, item: 7 })
  })
})

describe('a re-review', () => {
  it('sets the next day to a year from today when none is given', () => {
    const checked = checkReview({ outcome: 'STILL_WITHHELD', reason: '仍在讨论', nextDue: null }, TODAY)
    expect(checked).toMatchObject({ ok: true, value: { nextDue: '2027-11-23' } })
  })

  it('has no next day when nothing stays withheld', () => {
    const checked = checkReview({ outcome: 'DISCLOSED', reason: '已成文', nextDue: '2027-01-01' }, TODAY)
    expect(checked).toMatchObject({ ok: true, value: { nextDue: null } })
  })

  it('is refused without a reason, and with a next day that has passed', () => {
    expect(checkReview({ outcome: 'DISCLOSED', reason: '', nextDue: null }, TODAY)).toMatchObject({
      code: 'register.reason-required',
    })
    expect(checkReview({ outcome: 'PART_DISCLOSED', reason: '可区分', nextDue: TODAY }, TODAY)).toMatchObject(
      {
        code: 'register.date-order',
      },
    )
  })
})

describe('how a matter stands', () => {
  it.each([
    ['2026-11-22', 'OVERDUE'],
    ['2026-11-23', 'DUE_SOON'],
    ['2026-12-23', 'DUE_SOON'],
    ['2026-12-24', 'WITHHELD'],
    [null, 'DISCLOSED'],
  ] as const)('due %s is %s on 23 November 2026', (due, standing) => {
    expect(reviewStanding(due, TODAY)).toBe(standing)
  })

  it('follows the newest review, not the entry', () => {
    expect(nextReviewDue('2027-01-01', [])).toBe('2027-01-01')
    expect(
      nextReviewDue('2027-01-01', [
        { outcome: 'STILL_WITHHELD', nextDue: '2028-01-01' },
        { outcome: 'DISCLOSED', nextDue: null },
      ]),
    ).toBeNull()
  })
})
