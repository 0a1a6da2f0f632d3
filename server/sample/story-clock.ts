import type { Clock } from '../../platform/clock.ts'

/** A clock that the story of the sample office sets. */
export type StoryClock = Clock & { readonly set: (instant: string) => void }

/**
 * A clock that stands still until the story moves it, starting on Monday 2026-01-05 at nine in Shanghai.
 * @example storyClock().now() // '2026-01-05T01:00:00.000Z'
 */
export function storyClock(): StoryClock {
  let at = '2026-01-05T01:00:00.000Z'
  return {
    now: () => at,
    elapsed: () => performance.now(),
    set: (instant) => {
      if (instant < at) throw new Error('the story goes forward only')
      at = instant
    },
  }
}
