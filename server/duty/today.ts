import type { Reads } from '../../db/store.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { civilDateOf } from '../clock.ts'

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
