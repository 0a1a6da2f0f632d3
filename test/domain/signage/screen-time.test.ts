import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ProvedShowing, screenTime, type TimeSpan } from '../../../domain/signage/screen-time.ts'

const MINUTE = 60_000
const A = 'a'
const at = (time: string) => Date.parse(`2026-03-09T${time}:00.000+08:00`)
const DAY: TimeSpan = { from: at('00:00'), until: at('00:00') + 24 * 60 * MINUTE }
const HOURS: TimeSpan = { from: at('08:00'), until: at('18:00') }

function row(from: string, until: string, some: Partial<ProvedShowing> = {}): ProvedShowing {
  const [began, ended] = [at(from), at(until)]
  return { hash: A, began, ended, lasted: ended - began, extent: 'WHOLE', isUnproved: false, ...some }
}

function time(showings: readonly ProvedShowing[], some: Partial<Parameters<typeof screenTime>[0]> = {}) {
  return screenTime({ showings, hashes: new Set([A]), period: DAY, open: [HOURS], ...some })
}

describe('what a screen proves of a notice', () => {
  it('a power cut from 08:12 to 08:52 is a gap with its times', () => {
    const { gaps, recorded, open, shown } = time([row('08:00', '08:12'), row('08:52', '18:00')])
    expect(gaps).toEqual([{ from: at('08:12'), until: at('08:52') }])
    expect([shown, recorded, open]).toEqual([560 * MINUTE, 560 * MINUTE, 600 * MINUTE])
  })

  it('other notices in turn are no gap, and their time is not that of this one', () => {
    const others = row('12:00', '18:00', { hash: 'b', lasted: 60 * MINUTE })
    const { gaps, shown, spans } = time([row('08:00', '12:00', { lasted: 30 * MINUTE }), others])
    expect([gaps, shown]).toEqual([[], 30 * MINUTE])
    expect(spans).toEqual([{ from: at('08:00'), until: at('12:00') }])
  })

  it('outside its hours nothing is missing; a hole of a minute is the turning of a page', () => {
    expect(time([row('08:00', '12:00'), row('12:01', '18:00')]).gaps).toEqual([])
  })

  it('what ran under a clock in doubt stands apart, and its hours have no record', () => {
    const { shown, unproved, gaps, spans } = time([
      row('08:00', '12:00'),
      row('12:00', '18:00', { isUnproved: true }),
    ])
    expect([shown, unproved]).toEqual([240 * MINUTE, 360 * MINUTE])
    expect(gaps).toEqual([{ from: at('12:00'), until: at('18:00') }])
    expect(spans).toEqual([{ from: at('08:00'), until: at('12:00') }])
  })

  it('records that overlap are no longer together than the span they lie in', () => {
    const four = Array.from({ length: 4 }, () => row('08:00', '08:15'))
    expect(time([...four, row('08:10', '08:20'), row('09:00', '09:05')]).shown).toBe(25 * MINUTE)
    const turns = row('08:00', '08:15', { lasted: 4 * MINUTE })
    expect(time([turns, turns]).shown).toBe(8 * MINUTE)
  })

  it('a title beside the whole notice takes nothing from it, and alone proves only a title', () => {
    const ticker = row('08:00', '09:00', { extent: 'TITLE' })
    const cut = row('08:30', '08:50', { extent: 'PART' })
    const { shown, part, title } = time([row('08:00', '08:30'), cut, ticker])
    expect([shown, part, title]).toEqual([60 * MINUTE, 20 * MINUTE, 10 * MINUTE])
  })

  it('a screen without any record says nothing, which is not zero', () => {
    expect(time([])).toMatchObject({ shown: null, spans: [], recorded: 0, gaps: [HOURS] })
    expect(time([row('08:00', '18:00', { hash: 'b' })]).shown).toBe(0)
  })

  it('only what lies within the period counts', () => {
    const period = { from: at('17:00'), until: at('17:30') }
    expect(time([row('08:00', '18:00')], { period }).shown).toBe(30 * MINUTE)
    expect(time([row('08:00', '18:00', { lasted: 10 * MINUTE })], { period }).shown).toBe(10 * MINUTE)
  })
})

it('whatever a screen told, gaps and records make up its hours, but for holes too short to be gaps', () => {
  const showing = fc.record({
    begin: fc.integer({ min: 0, max: 1400 }),
    minutes: fc.integer({ min: 1, max: 90 }),
  })
  fc.assert(
    fc.property(fc.array(showing, { maxLength: 30 }), (rows) => {
      const showings = rows.map(({ begin, minutes }) => {
        const began = DAY.from + begin * MINUTE
        return {
          hash: A,
          began,
          ended: began + minutes * MINUTE,
          lasted: MINUTE,
          extent: 'WHOLE',
          isUnproved: false,
        } as const
      })
      const { open, recorded, gaps } = time(showings)
      const missing = gaps.reduce((sum, { from, until }) => sum + until - from, 0)
      expect(recorded + missing).toBeLessThanOrEqual(open)
      expect(open - recorded - missing).toBeLessThanOrEqual(2 * 2 * MINUTE)
    }),
  )
})
