import { describe, expect, it } from 'vitest'
import { isLate } from '../../../domain/exchange/late-package.ts'
import { PACKAGE_STATES } from '../../../domain/exchange/package-state.ts'

describe('a package whose receipt is late', () => {
  it('has been out for fourteen days', () => {
    expect(isLate({ state: 'SENT', daysInTransit: 13, answer: null })).toBe(false)
    expect(isLate({ state: 'SENT', daysInTransit: 14, answer: null })).toBe(true)
  })

  it('is one that nobody has answered for: sent, or taken in without a receipt of its own', () => {
    const late = PACKAGE_STATES.filter((state) => isLate({ state, daysInTransit: 30, answer: null }))
    expect(late).toEqual(['SENT', 'ARRIVED'])
    expect(isLate({ state: 'ARRIVED', daysInTransit: 30, answer: {} })).toBe(false)
  })

  it('is not one that never left the house', () => {
    expect(isLate({ state: 'WRITTEN', daysInTransit: null, answer: null })).toBe(false)
  })
})
