import { describe, expect, it } from 'vitest'
import {
  type CountyDatabase,
  inSuccession,
  wordCountsUpTo,
} from '../../../domain/exchange/county-succession.ts'

const of = (id: string, change: Partial<CountyDatabase> = {}): CountyDatabase => ({
  id,
  former: [],
  established: 1,
  held: { instanceId: 'office', change: 40 },
  unheard: false,
  ...change,
})

const first = of('A')
const restored = of('B', { former: ['A'], established: 2 })
const again = of('C', { former: ['A', 'B'], established: 3, held: { instanceId: 'office', change: 25 } })

describe('databases of the county', () => {
  it('follow each other as their receipts were taken in', () => {
    expect(inSuccession([again, first, restored]).map(({ id }) => id)).toEqual(['A', 'B', 'C'])
  })

  it('of which only late receipts came stand before the one that was restored from them', () => {
    const late = of('B', { former: ['A'], established: null })
    expect(inSuccession([late, first, again]).map(({ id }) => id)).toEqual(['A', 'B', 'C'])
    expect(inSuccession([of('A', { established: null }), restored]).map(({ id }) => id)).toEqual(['A', 'B'])
  })
})

describe('the word of a county database', () => {
  it('counts without limit while it is the last one', () => {
    expect(wordCountsUpTo([first, restored], 1, 'office')).toBe(Number.POSITIVE_INFINITY)
  })

  it('counts after restores as far as every later one still held it', () => {
    expect(wordCountsUpTo([first, restored, again], 0, 'office')).toBe(25)
    expect(wordCountsUpTo([first, restored], 0, 'office')).toBe(40)
  })

  it('does not count while first receipts of the restored one are missing: they may have rejected what was accepted before', () => {
    const unheard = of('B', { former: ['A'], established: 2, unheard: true })
    expect(wordCountsUpTo([first, unheard], 0, 'office')).toBe(0)
    expect(wordCountsUpTo([first, unheard], 1, 'office')).toBe(Number.POSITIVE_INFINITY)
  })

  it('does not count when the later one held another database of the office, nothing, or is another county', () => {
    expect(wordCountsUpTo([first, restored], 0, 'another')).toBe(0)
    expect(wordCountsUpTo([first, of('B', { former: ['A'], held: null })], 0, 'office')).toBe(0)
    expect(wordCountsUpTo([first, of('X')], 0, 'office')).toBe(0)
  })
})
