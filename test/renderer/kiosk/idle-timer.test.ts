import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  IDLE_AFTER,
  idlePhase,
  startIdleTimer,
  type IdleClock,
  type IdlePhase,
} from '../../../renderer/kiosk/idle/idle-timer.ts'

const clock: IdleClock = {
  now: () => Date.now(),
  later: (callback, delay) => {
    const timer = setTimeout(callback, delay)
    return () => {
      clearTimeout(timer)
    }
  },
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

test('nothing is shown for the first eighty seconds', () => {
  expect(idlePhase(79_999)).toEqual({ phase: 'active' })
  expect(idlePhase(80_000)).toEqual({ phase: 'warning', secondsLeft: 10 })
  expect(idlePhase(89_999)).toEqual({ phase: 'warning', secondsLeft: 1 })
  expect(idlePhase(IDLE_AFTER)).toEqual({ phase: 'over' })
})

test('the countdown runs from ten to one and then the visit is over', () => {
  const seen: IdlePhase[] = []
  startIdleTimer(clock, (phase) => seen.push(phase))
  vi.advanceTimersByTime(IDLE_AFTER)
  const countdown = Array.from({ length: 10 }, (_, index) => ({ phase: 'warning', secondsLeft: 10 - index }))
  expect(seen).toEqual([...countdown, { phase: 'over' }])
})

test('a touch during the countdown keeps the page', () => {
  const seen: IdlePhase[] = []
  const timer = startIdleTimer(clock, (phase) => seen.push(phase))
  vi.advanceTimersByTime(85_000)
  timer.touch()
  expect(seen.at(-1)).toEqual({ phase: 'active' })
  vi.advanceTimersByTime(79_000)
  expect(seen.at(-1)).toEqual({ phase: 'active' })
  vi.advanceTimersByTime(11_000)
  expect(seen.at(-1)).toEqual({ phase: 'over' })
})

test('somebody who keeps typing is never warned', () => {
  const seen: IdlePhase[] = []
  const timer = startIdleTimer(clock, (phase) => seen.push(phase))
  for (let minute = 0; minute < 20; minute += 1) {
    vi.advanceTimersByTime(60_000)
    timer.touch()
  }
  expect(seen).toEqual([])
})

test('an empty hall is left alone until somebody comes, and then the time starts anew', () => {
  const seen: IdlePhase[] = []
  const timer = startIdleTimer(clock, (phase) => seen.push(phase))
  vi.advanceTimersByTime(24 * 3_600_000)
  expect(seen.filter((phase) => phase.phase === 'over')).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
  timer.touch()
  expect(seen.at(-1)).toEqual({ phase: 'active' })
  vi.advanceTimersByTime(IDLE_AFTER)
  expect(seen.filter((phase) => phase.phase === 'over')).toHaveLength(2)
})

test('a stopped timer says nothing more', () => {
  const seen: IdlePhase[] = []
  startIdleTimer(clock, (phase) => seen.push(phase)).stop()
  vi.advanceTimersByTime(IDLE_AFTER)
  expect(seen).toEqual([])
})
