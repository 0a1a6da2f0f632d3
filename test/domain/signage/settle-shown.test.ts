import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ShownBounds, settleShown, type ToldShowing } from '../../../domain/signage/settle-shown.ts'

const HASH = 'a'.repeat(64)
const MINUTE = 60_000
const BOUNDS: ShownBounds = {
  receivedAt: '2026-03-09T01:00:00.000Z',
  clockDoubt: false,
  pairedAt: '2026-03-01T00:00:00.000Z',
  endedAt: null,
}
const TOLD_UNTIL = '2026-03-09T00:45:00.000Z'

function told(some: Partial<ToldShowing> = {}): ToldShowing {
  return {
    ...{ id: 'one', kind: 'NOTICE', hash: HASH, endedAgo: 0, spanned: 10 * MINUTE, lasted: 4 * MINUTE },
    notBefore: TOLD_UNTIL,
    ...some,
  }
}

function settled(some: Partial<ToldShowing>, bounds: Partial<ShownBounds> = {}) {
  return settleShown([told(some)], { ...BOUNDS, ...bounds })[0]
}

describe('what a screen tells of its glass is held against what can be', () => {
  it('ages count back from the moment the report came in', () => {
    expect(settled({ endedAgo: 2 * MINUTE })).toEqual({
      id: 'one',
      beganAt: '2026-03-09T00:48:00.000Z',
      endedAt: '2026-03-09T00:58:00.000Z',
      lasted: 4 * MINUTE,
      doubt: '',
    })
  })

  it.each([
    ['what the former report told is not told twice', { spanned: 20 * MINUTE, lasted: 20 * MINUTE }, {}, 15],
    ['nothing counts from before the pairing', {}, { pairedAt: '2026-03-09T00:57:00.000Z' }, 3],
    ['nothing is longer on the glass than its span', { spanned: 3 * MINUTE, lasted: 9 * MINUTE }, {}, 3],
  ] as const)('%s, and what was cut is marked', (_, some, bounds, minutes) => {
    expect(settled(some, bounds)).toMatchObject({ lasted: minutes * MINUTE, doubt: 'CLAMPED' })
  })

  it('a few seconds of network are cut without a mark', () => {
    const [first] = settleShown([told({ spanned: 15 * MINUTE + 4000, lasted: 15 * MINUTE })], BOUNDS)
    expect(first).toMatchObject({ beganAt: '2026-03-09T00:45:00.000Z', doubt: '' })
  })

  it('a record that lies wholly before what was told leaves a moment without any time, and is marked', () => {
    expect(settled({ endedAgo: 30 * MINUTE })).toEqual({
      ...{ id: 'one', beganAt: TOLD_UNTIL, endedAt: TOLD_UNTIL, lasted: 0, doubt: 'CLAMPED' },
    })
  })

  it('nothing counts from before the notice was published, nor from after the screen was taken down', () => {
    expect(settled({ notBefore: '2026-03-09T00:58:00.000Z' })).toMatchObject({ lasted: 2 * MINUTE })
    const over = { endedAt: '2026-03-09T00:53:00.000Z' }
    expect(settled({}, over)).toMatchObject({ ...over, lasted: 3 * MINUTE, doubt: 'CLAMPED' })
  })

  it('under a clock in doubt everything is kept and proves no time, even where one once ran ahead', () => {
    expect(settled({ notBefore: '2027-01-01T00:00:00.000Z' }, { clockDoubt: true })).toMatchObject({
      lasted: 4 * MINUTE,
      doubt: 'CLOCK',
    })
  })

  it('whatever is told, a span lies between pairing and report and holds what is claimed of it', () => {
    const amount = fc.oneof(
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.double({ min: 0, max: 1e7, noNaN: true }),
    )
    fc.assert(
      fc.property(amount, amount, amount, (endedAgo, spanned, lasted) => {
        for (const one of settleShown([told({ endedAgo, spanned, lasted })], BOUNDS)) {
          expect(one.beganAt >= BOUNDS.pairedAt && one.endedAt <= BOUNDS.receivedAt).toBe(true)
          expect(one.beganAt <= one.endedAt).toBe(true)
          expect(one.lasted).toBeLessThanOrEqual(Date.parse(one.endedAt) - Date.parse(one.beganAt) + 1)
          expect(one.lasted).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
