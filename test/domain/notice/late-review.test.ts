import { expect, it } from 'vitest'
import { lateReviewState } from '../../../domain/notice/late-review.ts'

it('what was found wrong after the fact asks for work as long as it hangs, whatever else it waits for', () => {
  expect(lateReviewState({ returned: true, open: 1, hangs: true })).toBe('TO_CORRECT')
  expect(lateReviewState({ returned: true, open: 1, hangs: false })).toBe('CORRECTED')
})

it('what nobody found wrong is confirmed when every decision is there', () => {
  expect(lateReviewState({ returned: false, open: 1, hangs: false })).toBe('PENDING')
  expect(lateReviewState({ returned: false, open: 0, hangs: true })).toBe('CONFIRMED')
})
