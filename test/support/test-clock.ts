import type { Clock } from '../../platform/clock.ts'

/** A clock that moves only when told to. */
export type TestClock = Clock & {
  readonly set: (instant: string) => void
  readonly advance: (milliseconds: number) => void
}

/** Starts on Monday 2026-11-23, 09:42 in Shanghai (scenario S1). */
export function testClock(start = '2026-11-23T01:42:00.000Z'): TestClock {
  let wall = Date.parse(start)
  let elapsed = 0
  return {
    now: () => new Date(wall).toISOString(),
    elapsed: () => elapsed,
    set: (instant) => {
      wall = Date.parse(instant)
    },
    advance: (milliseconds) => {
      wall += milliseconds
      elapsed += milliseconds
    },
  }
}
