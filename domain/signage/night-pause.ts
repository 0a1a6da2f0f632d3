const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
// Asia/Shanghai has known no other offset since 1991; the kiosk's first load has no room for a calendar.
const OFFSET_MINUTES = 480
const BEGIN = 210
const END = 270
const LEAST_MS = 12 * 60 * MINUTE_MS

/**
 * Whether a page may begin anew now, so that none runs for months: while the screen is dark, or between 03:30 and 04:30 in Shanghai;
 * at least twelve hours lie between two.
 * @example isNightPause({ isLit: true, instant: Date.parse('2026-03-09T19:40:00Z'), runningFor: 86_400_000 }) // true
 */
export function isNightPause(given: {
  readonly isLit: boolean
  /** Milliseconds since the epoch. */
  readonly instant: number
  /** Milliseconds since the page began. */
  readonly runningFor: number
}): boolean {
  if (given.runningFor < LEAST_MS) return false
  const minute = (Math.trunc(given.instant / MINUTE_MS) + OFFSET_MINUTES) % DAY_MINUTES
  return !given.isLit || (minute >= BEGIN && minute < END)
}
