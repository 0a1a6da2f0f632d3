import { describe, expect, it } from 'vitest'
import { openJumpWatch } from '../../../server/signage/jump-watch.ts'
import { openReportPace } from '../../../server/signage/report-pace.ts'
import { testClock } from '../../support/test-clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('the clock of the office is watched over all reports', () => {
  it('a clock that was set stays in doubt, however steadily it runs on, until it is right again', () => {
    const clock = testClock()
    const watch = openJumpWatch(clock)
    const started = clock.now()
    clock.set(new Date(Date.parse(started) + 48 * HOUR).toISOString())
    for (let time = 0; time < 3; time++) {
      clock.advance(15 * MINUTE)
      expect(watch.isSet(started)).toBe(true)
    }
    clock.set(new Date(Date.parse(started) + 45 * MINUTE).toISOString())
    expect(watch.isSet(started)).toBe(false)
  })

  it('a clock that was set right is believed again when somebody has recorded something under it', () => {
    const clock = testClock()
    const watch = openJumpWatch(clock)
    const before = clock.now()
    clock.set(new Date(Date.parse(before) + 5 * HOUR).toISOString())
    expect(watch.isSet(before)).toBe(true)
    clock.advance(MINUTE)
    const recorded = clock.now()
    clock.advance(MINUTE)
    expect([watch.isSet(recorded), watch.isSet(before)]).toEqual([false, false])
  })

  it('seconds that a clock gains over months are no jump', () => {
    const clock = testClock()
    const watch = openJumpWatch(clock)
    for (let day = 0; day < 100; day++) {
      clock.advance(24 * HOUR)
      clock.set(new Date(Date.parse(clock.now()) + 2000).toISOString())
      expect(watch.isSet(null)).toBe(false)
    }
  })
})

it('tokens that are made up, a thousand of them, make no screen that reports too often forgotten', () => {
  const pace = openReportPace(testClock())
  for (let time = 0; time < 20; time++) pace.took('a screen')
  for (let number = 0; number < 1000; number++) expect(pace.begin(`made up ${number}`).ok).toBe(true)
  expect(pace.begin('a screen')).toMatchObject({ ok: false, code: 'request.busy' })
})
