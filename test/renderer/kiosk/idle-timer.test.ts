import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  idlePhase,
  idleTimes,
  startIdleTimer,
  type IdleClock,
  type IdlePhase,
} from '../../../renderer/kiosk/idle/idle-timer.ts'

const clock: IdleClock = {
  now: () => performance.now(),
  later: (callback, delay) => {
    const timer = setTimeout(callback, delay)
    return () => {
      clearTimeout(timer)
    }
  },
}

const TIMES = { after: 90_000, warning: 10_000 }
let times = TIMES
let held = false

function start(begun = true) {
  const seen: IdlePhase[] = []
  const watch = { times: () => times, held: () => held, begun }
  return { seen, timer: startIdleTimer(clock, watch, (phase) => seen.push(phase)) }
}

beforeEach(() => {
  vi.useFakeTimers()
  times = TIMES
  held = false
})

afterEach(() => {
  vi.useRealTimers()
})

test('nothing is shown for the first eighty seconds', () => {
  expect(idlePhase(79_999, TIMES)).toEqual({ phase: 'active' })
  expect(idlePhase(80_000, TIMES)).toEqual({ phase: 'warning', secondsLeft: 10 })
  expect(idlePhase(89_999, TIMES)).toEqual({ phase: 'warning', secondsLeft: 1 })
  expect(idlePhase(90_000, TIMES)).toEqual({ phase: 'over' })
})

test('the office sets the times in seconds', () => {
  expect(idleTimes({ idleSeconds: 120, warningSeconds: 20 })).toEqual({ after: 120_000, warning: 20_000 })
})

test('the countdown runs from ten to one and then the visit is over', () => {
  const { seen } = start()
  vi.advanceTimersByTime(90_000)
  const countdown = Array.from({ length: 10 }, (_, index) => ({ phase: 'warning', secondsLeft: 10 - index }))
  expect(seen).toEqual([...countdown, { phase: 'over' }])
})

test('a touch during the countdown keeps the page', () => {
  const { seen, timer } = start()
  vi.advanceTimersByTime(85_000)
  timer.touch()
  expect(seen.at(-1)).toEqual({ phase: 'active' })
  vi.advanceTimersByTime(79_000)
  expect(seen.at(-1)).toEqual({ phase: 'active' })
  vi.advanceTimersByTime(11_000)
  expect(seen.at(-1)).toEqual({ phase: 'over' })
})

test('somebody who keeps typing is never warned', () => {
  const { seen, timer } = start()
  for (let minute = 0; minute < 20; minute += 1) {
    vi.advanceTimersByTime(60_000)
    timer.touch()
  }
  expect(seen).toEqual([])
})

test('what is read aloud holds the visit open, and the time starts anew when it ends', () => {
  const { seen } = start()
  held = true
  vi.advanceTimersByTime(20 * 60_000)
  expect(seen).toEqual([])
  held = false
  vi.advanceTimersByTime(79_000)
  expect(seen).toEqual([])
  vi.advanceTimersByTime(90_000)
  expect(seen.at(-1)).toEqual({ phase: 'over' })
})

test('a clock that is set forward or back neither ends a visit nor prolongs it', () => {
  const { seen } = start()
  vi.setSystemTime('2036-01-01T00:00:00.000Z')
  vi.advanceTimersByTime(79_999)
  expect(seen).toEqual([])
  vi.setSystemTime('1999-01-01T00:00:00.000Z')
  vi.advanceTimersByTime(10_001)
  expect(seen.at(-1)).toEqual({ phase: 'over' })
})

test('shorter times of the office hold at once, for the visit under way too', () => {
  const { seen, timer } = start()
  vi.advanceTimersByTime(10_000)
  times = { after: 30_000, warning: 10_000 }
  timer.retime()
  vi.advanceTimersByTime(20_000)
  expect(seen.at(-1)).toEqual({ phase: 'over' })
  timer.touch()
  vi.advanceTimersByTime(30_000)
  expect(seen.at(-1)).toEqual({ phase: 'over' })
})

test('an empty hall is left alone until somebody comes, and then the time starts anew', () => {
  const { seen, timer } = start()
  vi.advanceTimersByTime(24 * 3_600_000)
  expect(seen.filter((phase) => phase.phase === 'over')).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
  timer.touch()
  expect(seen.at(-1)).toEqual({ phase: 'active' })
  vi.advanceTimersByTime(90_000)
  expect(seen.filter((phase) => phase.phase === 'over')).toHaveLength(2)
})

test('a glass that was just switched on counts nobody down', () => {
  const { seen, timer } = start(false)
  vi.advanceTimersByTime(24 * 3_600_000)
  expect(seen).toEqual([])
  timer.touch()
  expect(seen).toEqual([{ phase: 'active' }])
})

test('a visit that ended by its key is not counted down once more', () => {
  const { seen, timer } = start()
  timer.end()
  vi.advanceTimersByTime(3_600_000)
  expect(seen).toEqual([{ phase: 'over' }])
})

test('a stopped timer says nothing more', () => {
  const { seen, timer } = start()
  timer.stop()
  vi.advanceTimersByTime(90_000)
  expect(seen).toEqual([])
})
