import { Temporal } from 'temporal-polyfill'
import { accept, refuse, type Result } from '../refusal.ts'

const MINUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00(\.0+)?Z$/
const YEAR_DAYS = 366
const DAY_MS = 86_400_000

/** A clock further ahead of everything on record than this is not believed without a person. */
export const MOST_AHEAD_DAYS = 31

/** Milliseconds between two instants as ISO texts. */
function between(from: string, to: string): number {
  return Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds
}

/**
 * Whether a minute can be set for publication: a whole one, later than now, at most a year ahead, and before the notice runs
 * out. Refuses `notice.schedule-time-invalid`, `notice.expires-past`.
 * @example checkPublishTime({ publishAt: '2026-11-24T00:00:00.000Z', now: '2026-11-23T01:42:00.000Z', expiresAt: null })
 */
export function checkPublishTime(input: {
  readonly publishAt: string
  readonly now: string
  readonly expiresAt: string | null
}): Result<true> {
  const { publishAt, now, expiresAt } = input
  const ahead = MINUTE.test(publishAt) ? between(now, publishAt) : 0
  if (ahead <= 0 || ahead > YEAR_DAYS * DAY_MS) return refuse('notice.schedule-time-invalid')
  return checkExpiry(expiresAt, publishAt)
}

/**
 * Whether a notice still shows at an instant: `expiresAt` is later, or it has none. Refuses `notice.expires-past`.
 * @example checkExpiry(null, now).ok // true
 */
export function checkExpiry(expiresAt: string | null, at: string): Result<true> {
  return expiresAt === null || between(at, expiresAt) > 0 ? accept(true) : refuse('notice.expires-past')
}

/** How far a clock is to be believed when nobody looks at it. */
export type ClockState = 'TRUSTED' | 'BEHIND' | 'AHEAD'

/**
 * Whether the clock may publish and end notices by itself: not when it is older than the newest record, and not when it is more
 * than `MOST_AHEAD_DAYS` beyond it. Anything a person records under the clock vouches for it, and so does the running program.
 * @example clockState('2020-01-01T00:00:00.000Z', '2026-11-23T01:42:00.000Z') // 'BEHIND'
 */
export function clockState(now: string, newestRecord: string | null): ClockState {
  if (newestRecord === null) return 'TRUSTED'
  const ahead = between(newestRecord, now)
  if (ahead < 0) return 'BEHIND'
  return ahead > MOST_AHEAD_DAYS * DAY_MS ? 'AHEAD' : 'TRUSTED'
}

const STEADY_MS = 60_000

/** The clock beside the milliseconds the program has counted. */
export type ClockReading = { readonly now: string; readonly elapsed: number }

/**
 * Whether the clock went on by as much as the program counted, to a minute: nobody set it, and the computer did not sleep.
 * @example isSteady({ now: '2026-11-23T01:42:00.000Z', elapsed: 0 }, { now: '2026-11-24T01:42:00.000Z', elapsed: 0 }) // false
 */
export function isSteady(before: ClockReading, after: ClockReading): boolean {
  return Math.abs(between(before.now, after.now) - (after.elapsed - before.elapsed)) <= STEADY_MS
}

/**
 * Whether an instant lies a day or more back: nobody has recorded anything for so long.
 * @example quietDay('2026-11-22T01:42:00.000Z', '2026-11-23T01:42:00.000Z') // true
 */
export function quietDay(newestRecord: string, now: string): boolean {
  return between(newestRecord, now) >= DAY_MS
}
