import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Programme, programmeAt, type ProgrammeSource } from '../../../domain/signage/programme.ts'
import type { TimeWindow } from '../../../domain/signage/time-window.ts'
import { screenWith, subscription, wall } from './screens-to-test.ts'

const START = Date.parse(wall('2026-11-23', '00:00'))
const MINUTE = 60_000
const WEEK = 10_080
const at = (minute: number) => new Date(START + minute * MINUTE).toISOString()

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 1, 30, 59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const window: fc.Arbitrary<TimeWindow> = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  from: time,
  to: fc.oneof(time, fc.constant('24:00')),
})
const end = fc.option(
  fc.integer({ min: -WEEK, max: WEEK }).map((minute) => at(minute)),
  { nil: null },
)
const day = fc.option(
  fc.integer({ min: -5, max: 10 }).map((days) => at(days * 1440 + 480).slice(0, 10)),
  { nil: null },
)

const source: fc.Arbitrary<ProgrammeSource> = fc
  .record({
    subscriptions: fc.array(
      fc.record({
        windows: fc.array(window, { maxLength: 2 }),
        validFrom: day,
        validUntil: day,
        priority: fc.integer({ min: 0, max: 3 }),
        mostNotices: fc.integer({ min: 1, max: 3 }),
        ends: fc.array(end, { maxLength: 4 }),
      }),
      { maxLength: 3 },
    ),
    openingHours: fc.array(window, { maxLength: 2 }),
    takeovers: fc.array(fc.record({ until: fc.integer({ min: -WEEK, max: WEEK }), mine: fc.boolean() }), {
      maxLength: 2,
    }),
  })
  .map(({ subscriptions, openingHours, takeovers }) => ({
    screen: screenWith(
      subscriptions.map(({ ends: _, ...rest }, index) => subscription({ ...rest, id: `s${String(index)}` })),
      { openingHours },
    ),
    entries: Object.fromEntries(
      subscriptions.map(({ ends }, index) => [
        `s${String(index)}`,
        ends.map((expiresAt, place) => ({ hash: `${String(index)}-${String(place)}`, expiresAt })),
      ]),
    ),
    takeovers: takeovers.map(({ until, mine }, index) => ({
      ...{ hash: `t${String(index)}`, until: at(until), screenIds: mine ? null : ['other'] },
    })),
  }))

function named(programme: Programme): string[] {
  switch (programme.state) {
    case 'CLOSED':
      return []
    case 'TAKEOVER':
      return [...programme.hashes]
    case 'RUNNING':
      return programme.panes.flatMap((pane) => [pane, ...pane.beneath].flatMap(({ hashes }) => hashes))
  }
}

describe('whatever a screen subscribes to', () => {
  it('no programme ever names a notice whose minute has come, or one that its columns do not hold', () => {
    fc.assert(
      fc.property(source, fc.integer({ min: 0, max: WEEK }), (given, minute) => {
        const now = at(minute)
        const standing = new Set([
          ...Object.values(given.entries)
            .flat()
            .flatMap(({ hash, expiresAt }) => (expiresAt === null || expiresAt > now ? [hash] : [])),
          ...given.takeovers.flatMap(({ hash, until }) => (until > now ? [hash] : [])),
        ])
        expect(named(programmeAt(given, now)).filter((hash) => !standing.has(hash))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('nothing changes before the next change it names: a screen that sleeps until then misses nothing', () => {
    fc.assert(
      fc.property(
        source,
        fc.integer({ min: 0, max: WEEK }),
        fc.integer({ min: 1, max: WEEK }),
        (given, minute, on) => {
          const before = programmeAt(given, at(minute))
          const change = before.nextChange
          const later = at(minute + on)
          if (change !== null && later >= change) return
          const { nextChange: _a, ...then } = programmeAt(given, later)
          const { nextChange: _b, ...now } = before
          expect(then).toEqual(now)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('the next change always lies ahead', () => {
    fc.assert(
      fc.property(source, fc.integer({ min: 0, max: WEEK }), (given, minute) => {
        const { nextChange } = programmeAt(given, at(minute))
        expect(nextChange === null || nextChange > at(minute)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
