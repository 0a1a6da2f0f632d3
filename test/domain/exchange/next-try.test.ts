import { describe, expect, it } from 'vitest'
import { nextTryAfter } from '../../../domain/exchange/next-try.ts'

describe('how long is waited before the next try', () => {
  it('doubles with each try in vain, up to a minute', () => {
    const whole = [1, 2, 3, 4, 5, 6, 7, 8, 100].map((tries) => nextTryAfter(tries, 1, null))
    expect(whole).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
  })

  it('is drawn between the half and the whole, so that not all offices come at once', () => {
    expect([0, 0.5, 0.999].map((draw) => nextTryAfter(7, draw, null))).toEqual([30_000, 45_000, 59_970])
  })

  it('is at least as long as the county asks', () => {
    expect([nextTryAfter(1, 0, 45_000), nextTryAfter(9, 1, 5000)]).toEqual([45_000, 60_000])
  })
})
