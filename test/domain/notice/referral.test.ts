import { expect, it } from 'vitest'
import { answerFor } from '../../../domain/notice/referral.ts'

const forbidden = { hash: 'a', result: 'NOT_ALLOWED' } as const

it('an answer holds for the very words it was given on, whatever was asked about others since', () => {
  expect(answerFor('a', [forbidden])).toBe('NOT_ALLOWED')
  expect(answerFor('a', [forbidden, { hash: 'b', result: 'ALLOWED' }])).toBe('NOT_ALLOWED')
  expect(answerFor('a', [forbidden, { hash: 'a', result: 'ALLOWED' }])).toBe('ALLOWED')
})

it('other words after a refusal have to say how they meet it; after a permission they need nothing', () => {
  expect(answerFor('b', [forbidden])).toBe('ALLOWED_WITH_CHANGES')
  expect(answerFor('b', [{ hash: 'a', result: 'ALLOWED' }])).toBeNull()
  expect(answerFor('b', [forbidden, { hash: 'c', result: null }])).toBe('ALLOWED_WITH_CHANGES')
  expect(answerFor('b', [])).toBeNull()
})
