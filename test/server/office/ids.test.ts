import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomIds } from '../../../platform/ids.ts'

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('ids', () => {
  it('sort by the order they were made in, whatever the clock does', () => {
    const instants = fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 2, maxLength: 60 })
    fc.assert(
      fc.property(instants, (clock) => {
        let at = 0
        const ids = randomIds(() => clock[at++ % clock.length] ?? 0)
        const made = Array.from({ length: clock.length * 2 }, () => ids.next())
        for (const id of made) expect(id).toMatch(FORM)
        expect([...made].sort()).toEqual(made)
        expect(new Set(made).size).toBe(made.length)
      }),
    )
  })

  it('sort also when ten thousand are made in one millisecond', () => {
    const ids = randomIds(() => 1_795_397_000_000)
    const made = Array.from({ length: 10_000 }, () => ids.next())
    expect([...made].sort()).toEqual(made)
    expect(new Set(made).size).toBe(10_000)
  })

  it('tell the millisecond they were made in', () => {
    const id = randomIds(() => 0x0123456789ab).next()
    expect(id.replaceAll('-', '').slice(0, 12)).toBe('0123456789ab')
  })

  it('of two makers do not meet', () => {
    const [left, right] = [randomIds(() => 5), randomIds(() => 5)]
    const made = Array.from({ length: 1000 }, () => [left.next(), right.next()]).flat()
    expect(new Set(made).size).toBe(2000)
  })
})
