import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PackageFacts, packageStates } from '../../../domain/exchange/package-state.ts'
import type { HeldMark } from '../../../domain/exchange/receipt.ts'

function one(sequence: number, first: number, last: number, other: Partial<PackageFacts> = {}): PackageFacts {
  return {
    sequence,
    offer: { instanceId: 'own', first, last, county: 1 },
    carriages: 0,
    verdict: null,
    passedOverLater: false,
    ...other,
  }
}

function held(sequence: number, change: number, instanceId = 'own'): HeldMark {
  return { instanceId, sequence, seal: 's', change }
}

const states = (packages: readonly PackageFacts[], mark: HeldMark | null = null) => [
  ...packageStates(packages, mark).values(),
]

describe('a package', () => {
  it('lies in the office until it left the house, and is no more than sent until it was answered', () => {
    expect(states([one(1, 1, 4), one(2, 5, 6, { carriages: 3 })])).toEqual(['WRITTEN', 'SENT'])
  })

  it('is what its own receipt says', () => {
    const answered = (['ACCEPTED', 'PARTLY_REJECTED', 'HELD'] as const).map((verdict, index) =>
      one(index + 1, index + 1, index + 1, { carriages: 1, verdict }),
    )
    expect(states(answered)).toEqual(['ACKNOWLEDGED', 'PARTLY_REJECTED', 'HELD'])
  })

  it('of which a later receipt says that the county has it has arrived, though its own receipt is missing', () => {
    const list = [
      one(1, 1, 4, { carriages: 1 }),
      one(2, 5, 6, { carriages: 1, verdict: 'ACCEPTED' }),
      one(3, 7, 8, { carriages: 1 }),
    ]
    expect(states(list, held(2, 6))).toEqual(['ARRIVED', 'ACKNOWLEDGED', 'SENT'])
  })

  it('has not arrived by a mark beyond a change that a later one passed over', () => {
    const list = [
      one(1, 1, 4, { carriages: 1, passedOverLater: true }),
      one(2, 4, 6, { carriages: 1, verdict: 'ACCEPTED' }),
    ]
    expect(states(list, held(2, 6))).toEqual(['SENT', 'ACKNOWLEDGED'])
  })

  it('that a later, answered one carries as well is superseded: nobody waits for it', () => {
    const lost = one(2, 5, 6, { carriages: 1 })
    const again = one(3, 1, 9, { carriages: 1, verdict: 'ACCEPTED' })
    expect(states([lost, again], held(3, 9))).toEqual(['SUPERSEDED', 'ACKNOWLEDGED'])
    expect(states([lost, { ...again, verdict: 'HELD' }])).toEqual(['SENT', 'HELD'])
  })

  it('for another county is not superseded, nor has it arrived, by what this one answered', () => {
    const of = (county: number | null) => ({ instanceId: 'own', first: 1, last: 2, county })
    const former = one(1, 1, 2, { carriages: 1, offer: of(1) })
    const now = one(2, 1, 2, { carriages: 1, verdict: 'ACCEPTED', offer: of(2) })
    expect(states([former, now], held(2, 2))).toEqual(['SENT', 'ACKNOWLEDGED'])
    expect(states([{ ...former, offer: of(null) }, now], held(2, 2))[0]).toBe('SUPERSEDED')
  })

  it('of a former database is superseded only by one of the new that starts at the first change', () => {
    const former = one(4, 3, 9, {
      carriages: 1,
      offer: { instanceId: 'former', first: 3, last: 9, county: 1 },
    })
    const own = (first: number) => one(5, first, 20, { carriages: 1, verdict: 'ACCEPTED' })
    expect(states([former, own(1)])[0]).toBe('SUPERSEDED')
    expect(states([former, own(2)])[0]).toBe('SENT')
  })

  it('of the first format, which nobody took in, ends with the first answered one from the beginning', () => {
    const old = one(1, 0, 0, { offer: null, carriages: 1 })
    expect(states([old, one(2, 1, 3, { verdict: 'ACCEPTED' })])[0]).toBe('SUPERSEDED')
    expect(states([old, one(2, 1, 3)])[0]).toBe('SENT')
  })

  it('is never more than sent without a receipt, whatever was carried', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ carriages: fc.nat(3), first: fc.integer({ min: 1, max: 9 }), size: fc.nat(9) })),
        (drawn) => {
          const list = drawn.map(({ carriages, first, size }, index) =>
            one(index + 1, first, first + size, { carriages }),
          )
          for (const state of states(list)) expect(['WRITTEN', 'SENT']).toContain(state)
        },
      ),
    )
  })
})
