import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PaneProgramme, programmeAt, type ProgrammeSource } from '../../../domain/signage/programme.ts'
import { type BegunTurn, nextTurn, TURN_SPAN } from '../../../domain/signage/turn.ts'
import { screenWith, sourceOf, subscription, wall } from './screens-to-test.ts'

const MINUTE = 60_000

function paneOf(source: ProgrammeSource): PaneProgramme {
  const programme = programmeAt(source, wall('2026-11-23', '12:00'))
  const pane = programme.state === 'RUNNING' ? programme.panes[0] : undefined
  if (!pane) throw new Error('the screen runs')
  return pane
}

const begun = (...turns: [hash: string, minutesAgo: number][]): BegunTurn[] =>
  turns.map(([hash, minutes]) => ({ hash, beganAgo: minutes * MINUTE }))

describe('whose turn it is on a screen', () => {
  const source = sourceOf(screenWith([subscription()]), { all: ['a', 'b', 'c'] })
  it.each([
    ['the first, when nothing has begun', begun(), 'a'],
    ['the one after the last', begun(['a', 1]), 'b'],
    ['the first again after the last of all', begun(['a', 3], ['b', 2], ['c', 1]), 'a'],
    ['the first, when what began last is gone', begun(['z', 1]), 'a'],
  ])('%s', (_, turns, hash) => {
    expect(nextTurn(source, paneOf(source), turns)).toEqual({ hash })
  })

  const limited = sourceOf(screenWith([subscription({ mostPerHour: 2 })]), { all: ['a', 'b'] })
  it('a notice that has begun as often as it may is passed over', () => {
    const turns = begun(['a', 40], ['a', 20], ['b', 10])
    expect(nextTurn(limited, paneOf(limited), turns)).toEqual({ hash: 'b' })
  })

  it('when all have, nothing is shown until the oldest beginning is an hour back', () => {
    const turns = begun(['a', 50], ['b', 40], ['a', 30], ['b', 20])
    expect(nextTurn(limited, paneOf(limited), turns)).toEqual({ hash: null, freeIn: 10 * MINUTE })
    const later = turns.map((turn) => ({ ...turn, beganAgo: turn.beganAgo + 10 * MINUTE }))
    expect(nextTurn(limited, paneOf(limited), later)).toEqual({ hash: 'a' })
  })

  it('while the winning notices rest, the next lower priority fills the time', () => {
    const source = sourceOf(
      screenWith([
        subscription({ id: 'high', priority: 90, mostPerHour: 1 }),
        subscription({ id: 'low', priority: 10 }),
      ]),
      { high: ['h'], low: ['x', 'y'] },
    )
    expect(nextTurn(source, paneOf(source), begun())).toEqual({ hash: 'h' })
    expect(nextTurn(source, paneOf(source), begun(['h', 1]))).toEqual({ hash: 'x' })
    expect(nextTurn(source, paneOf(source), begun(['h', 3], ['x', 1]))).toEqual({ hash: 'y' })
    expect(nextTurn(source, paneOf(source), begun(['h', 60], ['x', 1]))).toEqual({ hash: 'h' })
  })

  it('the loosest of two subscriptions that hold a notice counts', () => {
    const source = sourceOf(
      screenWith([subscription({ id: 'one', mostPerHour: 1 }), subscription({ id: 'two', mostPerHour: 3 })]),
      { one: ['a'], two: ['a'] },
    )
    expect(nextTurn(source, paneOf(source), begun(['a', 3], ['a', 1]))).toEqual({ hash: 'a' })
  })

  it('says that there is nothing at all', () => {
    const empty = sourceOf(screenWith([subscription()]), { all: [] })
    expect(nextTurn(empty, paneOf(empty), begun())).toEqual({ hash: null, freeIn: null })
  })

  it('however long it runs, none begins more often within any sixty minutes than it may', () => {
    const plan = fc.array(fc.integer({ min: 5_000, max: 900_000 }), { minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(plan, fc.integer({ min: 1, max: 5 }), (lasts, most) => {
        const source = sourceOf(screenWith([subscription({ mostPerHour: most })]), { all: ['a', 'b', 'c'] })
        const pane = paneOf(source)
        const started: { hash: string; at: number }[] = []
        let now = 0
        for (const last of lasts) {
          const turns = started.map(({ hash, at }) => ({ hash, beganAgo: now - at }))
          const turn = nextTurn(source, pane, turns)
          if (turn.hash === null) {
            now += turn.freeIn ?? 0
            continue
          }
          started.push({ hash: turn.hash, at: now })
          now += last
        }
        for (const { hash, at } of started) {
          const within = started.filter((one) => one.hash === hash && one.at <= at && at - one.at < TURN_SPAN)
          expect(within.length).toBeLessThanOrEqual(most)
        }
      }),
      { numRuns: 100 },
    )
  })
})
