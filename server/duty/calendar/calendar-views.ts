import type { StoredCalendarChange } from '../../../db/repos/calendar-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { CalendarChangeView, CalendarView, CalendarYearView } from '../views.ts'
import { calendarOf, effectiveYears } from './calendar-of.ts'

/** Of the duties a change moved, the first so many are named; `movedCount` counts them all. */
const MOVED_SHOWN = 100

function yearView(read: Reads, year: number): CalendarYearView | null {
  const found = effectiveYears(read).find((one) => one.year === year)
  const localDays = read.calendar.localDays().filter(({ date }) => date.startsWith(`${year}-`))
  if (found) return { ...found, localDays }
  // A year that is not on record yet may have local days all the same.
  return localDays.length === 0 ? null : { year, source: '', version: 0, days: [], localDays }
}

/**
 * The calendar page: how far the calendar reaches, one of its years, the keys whose files are believed.
 * @example calendarView(deps.store.read, 2026).year?.days.length // 39
 */
export function calendarView(read: Reads, year: number): CalendarView {
  return {
    coverage: calendarOf(read).coverage,
    years: effectiveYears(read).map((one) => one.year),
    year: yearView(read, year),
    keys: read.calendar
      .keys()
      .map(({ fingerprint, name, acceptedAt }) => ({ fingerprint, name, acceptedAt })),
  }
}

/**
 * A change of the calendar as it goes over the wire, with the first of the duties it moved.
 * @example changeView(deps.store.read, change).movedCount // 12
 */
export function changeView(read: Reads, change: StoredCalendarChange): CalendarChangeView {
  const { id, kind, summary, fileName, signedBy, accountId, byName, at, movedCount } = change
  const moved = read.calendar.moved(id, MOVED_SHOWN)
  const units = new Map(moved.length === 0 ? [] : read.unit.list().map((unit) => [unit.id, unit]))
  return {
    id,
    kind,
    summary,
    fileName,
    signedBy,
    by: { id: accountId, name: byName },
    at,
    movedCount,
    moved: moved.flatMap(({ unitId, ...duty }) => {
      const unit = units.get(unitId)
      return unit ? [{ ...duty, unit: { id: unit.id, name: unit.name, kind: unit.kind } }] : []
    }),
  }
}

/**
 * One change by its id, right after it was made. Throws when there is none.
 * @example changeViewOf(deps.store.read, id)
 */
export function changeViewOf(read: Reads, id: number): CalendarChangeView {
  const change = read.calendar.change(id)
  if (!change) throw new Error(`no change of the calendar ${id}`)
  return changeView(read, change)
}
