import type { Reads } from '../../db/store.ts'
import { dateOf, dayNumber } from '../../domain/duty/calendar/day-number.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { civilDateOf } from '../../platform/clock.ts'

/** The day duties go by, and whether the computer's clock is to be believed. */
export type Today = {
  readonly today: CivilDate
  /** The instant duties in hours go by. */
  readonly now: string
  readonly clock: { readonly trusted: boolean; readonly now: string; readonly newestRecord: string | null }
}

/**
 * The day duties go by: the clock's, or that of the newest record when the clock is older than that, so that a clock that
 * was set back makes nothing less overdue (design §4.5).
 * @example todayOf(read, '2026-11-23T01:42:00.000Z').today // '2026-11-23'
 */
export function todayOf(read: Pick<Reads, 'audit'>, clockNow: string): Today {
  const newestRecord = read.audit.latestInstant()
  const trusted = newestRecord === null || newestRecord <= clockNow
  const now = trusted ? clockNow : newestRecord
  return { today: civilDateOf(now), now, clock: { trusted, now: clockNow, newestRecord } }
}

/** With the three months that are planned ahead of a day: fifteen months. */
const AHEAD_OF_RECORD_DAYS = 365

/**
 * The day from which duties are planned: today, but at most a year after the newest record, so that a clock that was ahead
 * for an hour makes no duties for ten years. When something is recorded again, planning goes on.
 * @example planningDay(todayOf(read, '2036-11-02T01:42:00.000Z')) // '2027-11-02'
 */
export function planningDay({ today, clock }: Today): CivilDate {
  if (clock.newestRecord === null) return today
  const most = dateOf(dayNumber(civilDateOf(clock.newestRecord)) + AHEAD_OF_RECORD_DAYS)
  return today > most ? most : today
}
