/** From how many milliseconds on two clocks are said to differ. */
export const CLOCK_TOLERANCE = 5 * 60_000

/**
 * How far the office's clock is ahead of the screen's, in milliseconds; 0 when they agree well enough.
 * Both are shown when they differ: a screen with a flat battery must not pass its own time off as the office's.
 * @example clockGap('2026-11-23T01:42:00.000Z', Date.parse('2026-11-23T01:30:00.000Z')) // 720000
 */
export function clockGap(asOf: string, receivedAt: number): number {
  const gap = Date.parse(asOf) - receivedAt
  return Number.isFinite(gap) && Math.abs(gap) > CLOCK_TOLERANCE ? gap : 0
}
