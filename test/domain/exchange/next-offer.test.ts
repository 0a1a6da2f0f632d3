import { describe, expect, it } from 'vitest'
import { changeState, nextOffer, type OfferState } from '../../../domain/exchange/next-offer.ts'

const held = { instanceId: 'A', sequence: 3, seal: 'seal 3', change: 30 }
const state: OfferState = { instanceId: 'A', newestChange: 40, sentUpTo: 36, held, again: false }

describe('The next package starts', () => {
  it('after the last one that was written, whether a receipt has come or not', () => {
    expect(nextOffer(state)).toEqual({ first: 37, reason: 'INCREMENT' })
    expect(nextOffer({ ...state, held: null })).toEqual({ first: 37, reason: 'INCREMENT' })
  })

  it('at the first change when nothing was ever sent, or when the database was restored', () => {
    expect(nextOffer({ ...state, sentUpTo: null, held: null })).toEqual({ first: 1, reason: 'FIRST' })
    expect(nextOffer({ ...state, instanceId: 'B', sentUpTo: null })).toEqual({
      first: 1,
      reason: 'NEW_INSTANCE',
    })
  })

  it('after the last point both sides know when something was lost', () => {
    expect(nextOffer({ ...state, again: true })).toEqual({ first: 31, reason: 'AGAIN_SINCE_RECEIPT' })
  })

  it('at the first change when both sides know no point of this database', () => {
    expect(nextOffer({ ...state, again: true, held: null }).first).toBe(1)
    expect(nextOffer({ ...state, again: true, held: { ...held, instanceId: 'Z' } }).first).toBe(1)
  })
})

describe('A change', () => {
  const change = { change: 31, sentUpTo: 36, heldBack: false, passedOver: false, item: null, held } as const

  it('is sent when a package carries it, and nothing more while no receipt has come', () => {
    expect(changeState(change)).toBe('SENT')
    expect(changeState({ ...change, held: null })).toBe('SENT')
  })

  it('waits while no package carries it, or while it is held back', () => {
    expect(changeState({ ...change, change: 37 })).toBe('WAITING')
    expect(changeState({ ...change, sentUpTo: null })).toBe('WAITING')
    expect(changeState({ ...change, heldBack: true })).toBe('WAITING')
    expect(changeState({ ...change, change: 1, passedOver: true })).toBe('SENT')
  })

  it('has arrived when a later receipt says so, though the one that names it is missing', () => {
    expect(changeState({ ...change, change: 30 })).toBe('ARRIVED')
  })

  it('is what its receipt says', () => {
    expect(changeState({ ...change, item: 'ACCEPTED' })).toBe('ACCEPTED')
    expect(changeState({ ...change, item: 'REJECTED' })).toBe('REJECTED')
  })
})
