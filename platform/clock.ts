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
 * An instant as people in Asia/Shanghai read it, to the minute.
 * @example shanghaiTime('2026-07-18T18:40:00.000Z') // '2026-07-19 02:40'
 */
export function shanghaiTime(instant: string): string {
  const { year, month, day, hour, minute } =
    Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai')
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`
}

/**
 * The civil date of an instant in Asia/Shanghai, `YYYY-MM-DD`; all dates of the board are dates there.
 * @example civilDateOf('2026-11-22T16:30:00.000Z') // '2026-11-23'
 */
export function civilDateOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
}
