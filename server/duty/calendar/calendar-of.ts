import { createHash } from 'node:crypto'
import type { Reads } from '../../../db/store.ts'
import { canonicalJson } from '../../../domain/exchange/canonical-json.ts'
import { calendarOver } from '../../../domain/duty/calendar/calendar-over.ts'
import { NATIONAL_YEARS } from '../../../domain/duty/calendar/national-calendar.ts'
import type { CalendarYear, WorkingCalendar } from '../../../domain/duty/calendar/working-calendar.ts'

/** A year that holds; version 0 came with the program. */
export type EffectiveYear = CalendarYear & { readonly version: number }

/** The calendar that holds, and the digest of all that it is made of. */
type Known = { readonly digest: string; readonly calendar: WorkingCalendar }

let latest: Known | undefined

/**
 * The years that hold, ascending: those of the program, and over them what was taken in.
 * @example effectiveYears(deps.store.read).at(-1)?.year // 2026
 */
export function effectiveYears(read: Pick<Reads, 'calendar'>): readonly EffectiveYear[] {
  const years = new Map<number, EffectiveYear>(
    NATIONAL_YEARS.map((year) => [year.year, { ...year, version: 0 }]),
  )
  for (const year of read.calendar.years()) years.set(year.year, year)
  return [...years.values()].toSorted((one, other) => one.year - other.year)
}

function known(read: Pick<Reads, 'calendar'>): Known {
  const national = effectiveYears(read)
  const local = read.calendar.localDays().map(({ date, kind, name }) => ({ date, kind, name }))
  const days = national.map(({ year, days: of }) => ({ year, days: of }))
  const digest = createHash('sha256')
    .update(canonicalJson({ national: days, local }))
    .digest('hex')
  // By content, not by the number of the last change: a number is given again after a transaction that failed.
  if (latest?.digest !== digest) latest = { digest, calendar: calendarOver({ national, local }) }
  return latest
}

/**
 * The calendar that holds, with everything that was taken in; the same object as long as nothing changes, so that what it
 * has worked out is kept.
 * @example calendarOf(deps.store.read).meaning('2026-10-10').working // true
 */
export function calendarOf(read: Pick<Reads, 'calendar'>): WorkingCalendar {
  return known(read).calendar
}

/**
 * SHA-256 (hex) of all days that hold, those of the program among them: when it is not what duties were reckoned with,
 * they are reckoned anew.
 * @example calendarDigest(deps.store.read) // '9c1e…'
 */
export function calendarDigest(read: Pick<Reads, 'calendar'>): string {
  return known(read).digest
}
