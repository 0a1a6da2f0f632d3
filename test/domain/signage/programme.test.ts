import { describe, expect, it } from 'vitest'
import { type Programme, programmeAt, withoutEditions } from '../../../domain/signage/programme.ts'
import { screenWith, sourceOf, subscription, wall } from './screens-to-test.ts'

const NOON = wall('2026-11-23', '12:00')
const WORKDAY = [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }]

function hashesOf(programme: Programme): readonly string[] {
  return programme.state === 'RUNNING' ? programme.panes.flatMap(({ hashes }) => hashes) : []
}

describe('what a screen shows', () => {
  it('the highest priority that has something to show wins its part', () => {
    const screen = screenWith([
      subscription({ id: 'low', priority: 10 }),
      subscription({ id: 'high', priority: 90 }),
    ])
    expect(hashesOf(programmeAt(sourceOf(screen, { low: ['a'], high: ['b'] }), NOON))).toEqual(['b'])
    expect(hashesOf(programmeAt(sourceOf(screen, { low: ['a'], high: [] }), NOON))).toEqual(['a'])
  })

  it('equal priorities share in turn, and a notice of both comes once a round', () => {
    const screen = screenWith([subscription({ id: 'one' }), subscription({ id: 'two' })])
    const source = sourceOf(screen, { one: ['a', 'b', 'c'], two: ['x', 'b'] })
    expect(hashesOf(programmeAt(source, NOON))).toEqual(['a', 'x', 'b', 'c'])
  })

  it('each part of the layout has a programme of its own, an empty one too', () => {
    const screen = screenWith([subscription({ id: 'main' }), subscription({ id: 'side', pane: 'SIDE' })], {
      layout: 'SPLIT_TICKER',
    })
    const programme = programmeAt(sourceOf(screen, { main: ['a'], side: ['b'] }), NOON)
    expect(programme).toMatchObject({
      state: 'RUNNING',
      panes: [
        { pane: 'MAIN', subscriptionIds: ['main'], hashes: ['a'] },
        { pane: 'SIDE', subscriptionIds: ['side'], hashes: ['b'] },
        { pane: 'TICKER', subscriptionIds: [], hashes: [] },
      ],
    })
  })

  it('when the last notice of a column runs out the part is empty and says whose it is: the notice does not stay', () => {
    const end = wall('2026-11-23', '12:30')
    const source = sourceOf(screenWith([subscription()]), { all: [{ hash: 'a', expiresAt: end }] })
    expect(hashesOf(programmeAt(source, wall('2026-11-23', '12:29')))).toEqual(['a'])
    const empty = programmeAt(source, end)
    expect(empty).toMatchObject({ panes: [{ subscriptionIds: ['all'], hashes: [] }], nextChange: null })
  })

  it('what follows a notice that ran out moves up, so that as many show as were asked for', () => {
    const screen = screenWith([subscription({ mostNotices: 2 })])
    const source = sourceOf(screen, { all: [{ hash: 'a', expiresAt: NOON }, 'b', 'c', 'd'] })
    expect(hashesOf(programmeAt(source, wall('2026-11-23', '11:00')))).toEqual(['a', 'b'])
    expect(hashesOf(programmeAt(source, NOON))).toEqual(['b', 'c'])
  })

  it('is black outside its opening hours, and says when it opens', () => {
    const screen = screenWith([subscription()], { openingHours: WORKDAY })
    const source = sourceOf(screen, { all: ['a'] })
    expect(programmeAt(source, wall('2026-11-23', '18:00'))).toEqual({
      state: 'CLOSED',
      nextChange: wall('2026-11-24', '08:00'),
    })
    expect(programmeAt(source, wall('2026-11-27', '18:00')).nextChange).toBe(wall('2026-11-30', '08:00'))
  })

  it('is empty where no subscription runs, and what lies beneath is named for while the winner must rest', () => {
    const screen = screenWith([
      subscription({ id: 'night', windows: [{ weekdays: [1], from: '20:00', to: '22:00' }], priority: 90 }),
      subscription({ id: 'day', windows: WORKDAY, priority: 10 }),
    ])
    const source = sourceOf(screen, { night: ['n'], day: ['d'] })
    expect(programmeAt(source, wall('2026-11-23', '19:00'))).toMatchObject({
      panes: [{ subscriptionIds: [], hashes: [], beneath: [] }],
    })
    const always = sourceOf(
      screenWith([subscription({ id: 'high', priority: 90 }), subscription({ id: 'low', priority: 10 })]),
      { high: ['h'], low: ['l'] },
    )
    expect(programmeAt(always, NOON)).toMatchObject({
      panes: [{ hashes: ['h'], beneath: [{ subscriptionIds: ['low'], hashes: ['l'] }] }],
    })
  })
})

describe('an emergency', () => {
  const until = wall('2026-11-23', '23:00')
  const takeover = (screenIds: readonly string[] | null) => [{ hash: 'storm', until, screenIds }]
  const screen = screenWith([subscription()], { openingHours: WORKDAY })

  it('takes a screen over at any hour, a closed one too, and gives it back at its minute', () => {
    const source = sourceOf(screen, { all: ['a'] }, takeover(null))
    expect(programmeAt(source, NOON)).toEqual({
      ...{ state: 'TAKEOVER', hashes: ['storm'], nextChange: wall('2026-11-23', '18:00') },
    })
    expect(programmeAt(source, wall('2026-11-23', '22:59')).state).toBe('TAKEOVER')
    expect(programmeAt(source, until).state).toBe('CLOSED')
  })

  it('leaves the screens alone that it was not meant for', () => {
    expect(programmeAt(sourceOf(screen, { all: ['a'] }, takeover(['screen-2'])), NOON).state).toBe('RUNNING')
    expect(programmeAt(sourceOf(screen, { all: ['a'] }, takeover(['screen-1'])), NOON).state).toBe('TAKEOVER')
    expect(programmeAt(sourceOf(screen, { all: ['a'] }, takeover([])), NOON).state).toBe('RUNNING')
  })
})

describe('a clock in doubt', () => {
  it('closes no screen and shuts no window: all subscriptions share in turn', () => {
    const screen = screenWith(
      [
        subscription({ id: 'high', priority: 90, windows: WORKDAY }),
        subscription({ id: 'low', priority: 10 }),
      ],
      { openingHours: WORKDAY },
    )
    const source = sourceOf(screen, { high: ['h'], low: ['l'] })
    const night = wall('2026-11-23', '03:00')
    expect(programmeAt(source, night).state).toBe('CLOSED')
    expect(hashesOf(programmeAt(source, night, 'BEHIND'))).toEqual(['h', 'l'])
  })

  it('still brings nothing back that ran out by the newest record', () => {
    const source = sourceOf(screenWith([subscription()]), { all: [{ hash: 'a', expiresAt: NOON }, 'b'] })
    expect(hashesOf(programmeAt(source, NOON, 'AHEAD'))).toEqual(['b'])
  })
})

describe('one bad value never takes a screen down', () => {
  it.each([
    ['a priority beyond all numbers', { priority: 9999999999999 }],
    ['a priority that is none', { priority: Number.NaN }],
    ['no notices at all', { mostNotices: 0 }],
    ['nine trillion notices', { mostNotices: 9999999999999 }],
    ['a day that does not exist', { validFrom: '2026-02-30' }],
    ['a window nobody can read', { windows: [{ weekdays: [1], from: '25:99', to: 'never' }] }],
    ['a window on no day', { windows: [{ weekdays: [], from: '08:00', to: '09:00' }] }],
  ])('%s', (_, change) => {
    const source = sourceOf(screenWith([subscription(change)]), { all: ['a'] })
    expect(hashesOf(programmeAt(source, NOON))).toEqual(['a'])
  })

  it('an instant that is none is no end', () => {
    const source = sourceOf(screenWith([subscription()]), {
      all: [{ hash: 'a', expiresAt: '9999999999999' }],
    })
    expect(programmeAt(source, NOON)).toMatchObject({ panes: [{ hashes: ['a'] }], nextChange: null })
  })
})

describe('what was withdrawn', () => {
  it('is gone from columns and takeovers at once', () => {
    const source = sourceOf(screenWith([subscription()]), { all: ['a', 'b'] }, [
      { hash: 'a', until: wall('2027-01-01', '00:00'), screenIds: null },
    ])
    const left = withoutEditions(source, new Set(['a']))
    expect(programmeAt(left, NOON)).toMatchObject({ state: 'RUNNING', panes: [{ hashes: ['b'] }] })
  })
})
