import { Temporal } from 'temporal-polyfill'

/** Time as the server sees it; tests put their own in. */
export type Clock = {
  /** The instant now, ISO 8601 in UTC with milliseconds. */
  readonly now: () => string
  /** Milliseconds that only grow, for idle times: the wall clock may be set back at any moment. */
  readonly elapsed: () => number
}

/**
 * The computer's own clock.
 * @example systemClock().now() // '2026-11-23T01:42:00.000Z'
 */
export function systemClock(): Clock {
  return {
    now: () => Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }),
    elapsed: () => performance.now(),
  }
}

/**
 * The civil date of an instant in Asia/Shanghai, `YYYY-MM-DD`; all dates of the board are dates there.
 * @example civilDateOf('2026-11-22T16:30:00.000Z') // '2026-11-23'
 */
export function civilDateOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
}
