import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  climb,
  forgetGone,
  HEALTHY_MS,
  type Ladder,
  type LadderEvent,
  RECREATIONS_AN_HOUR,
  TRIAL_MS,
  type Remedy,
  WELL_LADDER,
} from '../../../domain/signage/recovery-ladder.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Walks the ladder with an event every ten seconds; gives where it stands and every remedy. */
function walk(events: readonly LadderEvent[], from: Ladder = WELL_LADDER, begin = 0) {
  let ladder = from
  let now = begin
  const remedies: Remedy['kind'][] = []
  for (const event of events) {
    const [next, remedy] = climb(ladder, event, now)
    ladder = next
    remedies.push(remedy.kind)
    now += 10_000
  }
  return { ladder, remedies, now }
}

const failed = (hash: string): LadderEvent => ({ kind: 'FAILED', hash })
const stalled = (hash: string | null): LadderEvent => ({ kind: 'STALLED', hash })
const drew = (hash: string | null): LadderEvent => ({ kind: 'DREW', hash })
const passed: LadderEvent = { kind: 'PASSED' }

describe('a notice that was given up on', () => {
  const given = walk([failed('a'), failed('a'), failed('a')]).ladder
  const rested = (now: number, from = given) => climb(from, { kind: 'RESTED' }, now)[0]

  it('has one trial a night: one more failure and it is left out until the next', () => {
    expect(rested(TRIAL_MS - 1)).toBe(given)
    const trial = rested(TRIAL_MS + MINUTE)
    expect(trial).toMatchObject({ skipped: [], onTrial: ['a'] })
    const [again, remedy] = climb(trial, failed('a'), TRIAL_MS + 2 * MINUTE)
    expect([remedy.kind, again.skipped, again.onTrial]).toEqual(['SKIP', ['a'], []])
    expect(rested(TRIAL_MS + 3 * MINUTE, again)).toBe(again)
    expect(rested(3 * TRIAL_MS, again).skipped).toEqual([])
  })

  it('is like any other once it has been drawn, and a calm does not forget its trial before', () => {
    const trial = rested(TRIAL_MS + MINUTE)
    const calm = walk([drew('b'), ...Array.from({ length: 70 }, () => passed)], trial, TRIAL_MS + MINUTE)
    expect(calm.ladder).toMatchObject({ rung: 'WELL', onTrial: ['a'] })
    const [drawn] = climb(calm.ladder, drew('a'), 2 * TRIAL_MS)
    expect(drawn.onTrial).toEqual([])
    expect(climb(drawn, failed('a'), 2 * TRIAL_MS)[1].kind).toBe('RETRY')
  })

  it('is tried again also where the clock was set back by years', () => {
    expect(rested(-300 * 24 * HOUR).onTrial).toEqual(['a'])
  })
})

describe('a notice that cannot be drawn', () => {
  it('is tried again twice, then left out, and asks for nothing any more', () => {
    const { ladder, remedies } = walk([failed('a'), failed('a'), failed('a'), failed('a')])
    expect(remedies).toEqual(['RETRY', 'RETRY', 'SKIP', 'NONE'])
    expect(ladder).toMatchObject({ rung: 'SKIPPING', skipped: ['a'] })
  })

  it('begins anew when it was drawn in between', () => {
    const { remedies } = walk([failed('a'), failed('a'), drew('a'), failed('a')])
    expect(remedies).not.toContain('SKIP')
  })

  it('stays left out after a calm, until its content is another', () => {
    const { ladder, now } = walk([failed('a'), failed('a'), failed('a'), drew('b')])
    const [calmed] = climb(ladder, { kind: 'PASSED' }, now + HEALTHY_MS)
    expect(calmed).toMatchObject({ rung: 'WELL', skipped: ['a'], failures: {} })
    expect(forgetGone(calmed, new Set(['b'])).skipped).toEqual([])
  })

  it('does not pull the others down', () => {
    expect(walk([failed('a'), failed('b'), failed('a'), failed('b')]).ladder.skipped).toEqual([])
  })
})

describe('a picture that does not move', () => {
  it('is drawn again, then the notice is left out, then the page is recreated', () => {
    expect(walk([stalled('a'), stalled('a'), stalled('b')]).remedies).toEqual(['RETRY', 'SKIP', 'RECREATE'])
    expect(walk([stalled(null), stalled(null)]).remedies).toEqual(['RETRY', 'RECREATE'])
  })

  it('ends on the safe page after three recreations in an hour, and there stays', () => {
    const { ladder, remedies } = walk(Array.from({ length: 12 }, () => stalled(null)))
    expect(remedies.filter((kind) => kind === 'RECREATE')).toHaveLength(RECREATIONS_AN_HOUR)
    expect(remedies.filter((kind) => kind === 'SAFE')).toHaveLength(1)
    expect(ladder.rung).toBe('SAFE')
  })

  it('gets one more trial after an hour of calm on the safe page', () => {
    const { ladder, now } = walk(Array.from({ length: 6 }, () => stalled(null)))
    const [safe] = climb(ladder, drew(null), now)
    expect(climb(safe, { kind: 'PASSED' }, now + HEALTHY_MS)[0].rung).toBe('SAFE')
    const [tried, remedy] = climb(safe, { kind: 'PASSED' }, now + HOUR)
    expect([tried.rung, remedy.kind]).toEqual(['WELL', 'RETRY'])
  })

  it('is forgotten only when nothing failed for ten minutes', () => {
    const { ladder, now } = walk([stalled(null), stalled(null), drew(null)])
    expect(climb(ladder, { kind: 'PASSED' }, now + HEALTHY_MS - 20_000)[0].rung).toBe('RECREATED')
    expect(climb(ladder, { kind: 'PASSED' }, now + HEALTHY_MS)[0].rung).toBe('WELL')
  })
})

it('whatever happens, pages are recreated at most three times in any hour, and what is kept stays small', () => {
  const hash = fc.constantFrom('a', 'b', 'c', null)
  const event = fc.oneof(
    fc.record({ kind: fc.constant('FAILED' as const), hash: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ kind: fc.constantFrom('STALLED' as const, 'DREW' as const), hash }),
    fc.record({ kind: fc.constantFrom('PASSED' as const, 'RESTED' as const) }),
  )
  const step = fc.record({ event, wait: fc.integer({ min: 0, max: 40 * MINUTE }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      let ladder = WELL_LADDER
      let now = 0
      const recreated: number[] = []
      for (const { event: happened, wait } of steps) {
        now += wait
        const [next, remedy] = climb(ladder, happened, now)
        ladder = next
        if (remedy.kind === 'RECREATE') recreated.push(now)
      }
      for (const at of recreated) {
        expect(recreated.filter((other) => other >= at && other - at < HOUR).length).toBeLessThanOrEqual(3)
      }
      expect(ladder.recreations.length).toBeLessThanOrEqual(6)
    }),
  )
})
