import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { openGatherer, type ShownGatherer, type Standing } from '../../../domain/signage/gather-shown.ts'

const MINUTE = 60_000
const page = (hash: string, number = 0, some: Partial<Standing> = {}): Standing => ({
  ...{ kind: 'NOTICE', hash, page: number, pages: 3, extent: 'WHOLE', ...some },
})

let gatherer: ShownGatherer

beforeEach(() => {
  let last = 0
  gatherer = openGatherer(() => `id-${String((last += 1))}`)
})

/** Beats every ten seconds up to a moment. */
function live(from: number, until: number): void {
  for (let at = from; at <= until; at += 10_000) gatherer.beat(at)
}

describe('what stood on the glass becomes records', () => {
  it('turns of a notice are one record, with what was on the glass counted apart from its span', () => {
    gatherer.shown('MAIN', page('a', 0), 0)
    gatherer.shown('MAIN', page('a', 1), 20_000)
    gatherer.shown('MAIN', page('b'), 30_000)
    gatherer.shown('MAIN', page('a', 0), 50_000)
    expect(gatherer.flush(60_000)).toEqual([
      {
        ...{ id: 'id-1', sequence: 1, gathering: 1, kind: 'NOTICE', hash: 'a', extent: 'WHOLE' },
        ...{ began: 0, ended: 60_000, lasted: 40_000, pagesShown: 2, pagesTotal: 3 },
      },
      {
        ...{ id: 'id-2', sequence: 2, gathering: 1, kind: 'NOTICE', hash: 'b', extent: 'WHOLE' },
        ...{ began: 30_000, ended: 50_000, lasted: 20_000, pagesShown: 1, pagesTotal: 3 },
      },
    ])
  })

  it('looking does not end a record; after it was handed over the next begins where it ended', () => {
    gatherer.shown('MAIN', page('a'), 0)
    expect(gatherer.peek(10_000)).toMatchObject([{ id: 'id-1', lasted: 10_000 }])
    expect(gatherer.flush(20_000)).toMatchObject([{ id: 'id-1', lasted: 20_000 }])
    expect(gatherer.peek(30_000)).toMatchObject([{ id: 'id-2', began: 20_000, lasted: 10_000 }])
  })

  it('a computer that slept proves nothing of its sleep: no record reaches over it', () => {
    gatherer.shown('MAIN', page('a'), 0)
    live(10_000, 30_000)
    gatherer.beat(3_600_000)
    live(3_610_000, 3_620_000)
    expect(gatherer.flush(3_620_000)).toMatchObject([
      { began: 0, ended: 30_000, lasted: 30_000, gathering: 1 },
      { began: 3_600_000, ended: 3_620_000, lasted: 20_000, gathering: 2 },
    ])
  })

  it('a sleep of ten minutes within a quarter of an hour is a gap between two records', () => {
    gatherer.shown('MAIN', page('a'), 0)
    live(10_000, 2 * MINUTE)
    live(12 * MINUTE, 15 * MINUTE)
    expect(gatherer.flush(15 * MINUTE).map(({ began, ended }) => [began, ended])).toEqual([
      [0, 2 * MINUTE],
      [12 * MINUTE, 15 * MINUTE],
    ])
  })

  it('after a quarter of an hour a gathering is over, also while nobody asks for it', () => {
    gatherer.shown('MAIN', page('a'), 0)
    live(10_000, 40 * MINUTE)
    expect(gatherer.take(40 * MINUTE).map(({ began, ended }) => [began, ended])).toEqual([
      [0, 15 * MINUTE],
      [15 * MINUTE, 30 * MINUTE],
    ])
    expect(gatherer.take(40 * MINUTE)).toEqual([])
    expect(gatherer.peek(40 * MINUTE)).toMatchObject([{ began: 30 * MINUTE, gathering: 3 }])
  })

  it('the same notice in two parts is not longer on the glass than time went by', () => {
    gatherer.shown('MAIN', page('a'), 0)
    gatherer.shown('SIDE', page('a'), 0)
    gatherer.shown('MAIN', page('b'), 5000)
    gatherer.shown('SIDE', page('b'), 10_000)
    live(10_000, 60_000)
    gatherer.shown('MAIN', page('a'), 60_000)
    expect(gatherer.flush(70_000)).toMatchObject([
      { hash: 'a', began: 0, ended: 70_000, lasted: 20_000 },
      { hash: 'b', began: 5000, ended: 70_000, lasted: 65_000 },
    ])
  })

  it('a notice counts by the most of it that stands: its title on the ticker adds nothing to its whole text', () => {
    gatherer.shown('TICKER', page('a', 0, { extent: 'TITLE' }), 0)
    gatherer.shown('MAIN', page('a'), 10_000)
    gatherer.gone('MAIN', 25_000)
    expect(
      gatherer.flush(30_000).map(({ extent, began, ended, lasted }) => [extent, began, ended, lasted]),
    ).toEqual([
      ['TITLE', 0, 30_000, 15_000],
      ['WHOLE', 10_000, 25_000, 15_000],
    ])
  })

  it('a part that was emptied counts no more', () => {
    gatherer.shown('MAIN', page('a'), 0)
    gatherer.gone('MAIN', 10_000)
    expect(gatherer.flush(40_000)).toMatchObject([{ lasted: 10_000, ended: 10_000 }])
  })
})

it('whatever turns, one part is never longer on the glass than the page ran, and what is kept stays bounded', () => {
  const turn = fc.record({
    wait: fc.integer({ min: 0, max: 59_000 }),
    hash: fc.integer({ min: 0, max: 400 }),
  })
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 500 }), (turns) => {
      const one = openGatherer(() => 'id')
      let at = 0
      for (const { wait, hash } of turns) {
        one.shown('MAIN', page(String(hash)), at)
        at += wait
      }
      const records = one.flush(at)
      expect(records.length).toBeLessThanOrEqual(200)
      expect(records.reduce((sum, { lasted }) => sum + lasted, 0)).toBeLessThanOrEqual(at)
    }),
  )
})
