/** What a screen and its subscriptions may say; beyond it a value is refused when written and clamped when read. */
export const SCREEN_LIMITS = {
  /** Pixels a side; the smallest LED ticker has 16 rows. */
  pixels: { least: 16, most: 16_384 },
  /** Millimetres a side. */
  millimetres: { least: 50, most: 100_000 },
  /** Millimetres from the eye to the screen. */
  distance: { least: 200, most: 200_000 },
  /** Degrees of sight of a Han character. */
  degrees: { least: 0.3, most: 5 },
  priority: { least: 0, most: 100 },
  mostNotices: { least: 1, most: 50 },
  mostPerHour: { least: 1, most: 120 },
  subscriptions: { least: 0, most: 24 },
  windows: { least: 0, most: 14 },
} as const

/** One of the limits. */
export type ScreenLimit = keyof typeof SCREEN_LIMITS

/**
 * Whether a number keeps to a limit; whole numbers only, but for degrees.
 * @example keepsTo('priority', 101) // false
 */
export function keepsTo(limit: ScreenLimit, value: number): boolean {
  const { least, most } = SCREEN_LIMITS[limit]
  const whole = limit === 'degrees' ? Number.isFinite(value) : Number.isSafeInteger(value)
  return whole && value >= least && value <= most
}

/**
 * A number brought within a limit; what is no number becomes the least.
 * @example clampTo('mostNotices', 9999999999999) // 50
 */
export function clampTo(limit: ScreenLimit, value: number): number {
  const { least, most } = SCREEN_LIMITS[limit]
  if (Number.isNaN(value)) return least
  const within = Math.min(most, Math.max(least, value))
  return limit === 'degrees' ? within : Math.round(within)
}
