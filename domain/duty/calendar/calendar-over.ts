import type { CivilDate } from '../../notice/content.ts'
import { dateOf, dayNumber, isWeekend } from './day-number.ts'
import { FIXED_HOLIDAYS } from './fixed-holidays.ts'
import type { CalendarDay, CalendarYear, DayMeaning, WorkingCalendar } from './working-calendar.ts'

type Layers = {
  readonly years: ReadonlySet<number>
  readonly national: ReadonlyMap<CivilDate, CalendarDay>
  readonly local: ReadonlyMap<CivilDate, CalendarDay>
}

/** From this day (`MM-DD`) on the notice of the next year may move working days: 元旦 has reached back to 12-29 so far. */
const NEXT_YEAR_DECIDES = '12-25'

type PlainMeaning = Omit<DayMeaning, 'covered' | 'missingYear'>

function nationalMeaning(layers: Layers, date: CivilDate, weekend: boolean): PlainMeaning {
  const day = layers.national.get(date)
  if (day) {
    return day.kind === 'HOLIDAY'
      ? { working: false, reason: 'HOLIDAY', name: day.name }
      : { working: true, reason: 'MAKE_UP_WORKDAY', name: day.name }
  }
  const fixed = layers.years.has(Number(date.slice(0, 4))) ? undefined : FIXED_HOLIDAYS.get(date.slice(5))
  if (fixed !== undefined) return { working: false, reason: 'HOLIDAY', name: fixed }
  return { working: !weekend, reason: weekend ? 'WEEKEND' : 'WEEKDAY', name: '' }
}

/** The year whose notice decides on a day and is not on record. */
function missingYear({ years }: Layers, date: CivilDate): number | null {
  const year = Number(date.slice(0, 4))
  if (!years.has(year)) return year
  return date.slice(5) >= NEXT_YEAR_DECIDES && !years.has(year + 1) ? year + 1 : null
}

function meaningOf(layers: Layers, date: CivilDate): DayMeaning {
  const missing = missingYear(layers, date)
  const cover = { covered: missing === null, missingYear: missing }
  const local = layers.local.get(date)
  if (local) {
    return local.kind === 'HOLIDAY'
      ? { working: false, reason: 'LOCAL_HOLIDAY', name: local.name, ...cover }
      : { working: true, reason: 'LOCAL_WORKDAY', name: local.name, ...cover }
  }
  return { ...nationalMeaning(layers, date, isWeekend(dayNumber(date))), ...cover }
}

/**
 * Lays calendars over one another: the last entry of a year in `national` counts (the program's own years first, then
 * what was taken in), and local days over everything. In a year that is not on record weekends rest, and the holidays with
 * a fixed date; `covered` is then false and whatever is reckoned with it provisional (暂算). So are the last days of
 * December as long as the next year is not on record, because its notice arranges the days around 元旦.
 * `coverage` ends at the first gap; a year beyond the gap is on record all the same.
 * Throws a RangeError when there is no year at all, or for a text that is not a civil date.
 * @example calendarOver({ national: NATIONAL_YEARS, local: [] }).meaning('2026-10-10').reason // 'MAKE_UP_WORKDAY'
 */
export function calendarOver(layers: {
  readonly national: readonly CalendarYear[]
  readonly local: readonly CalendarDay[]
}): WorkingCalendar {
  const byYear = new Map(layers.national.map((year) => [year.year, year]))
  const years = [...byYear.keys()].toSorted((one, other) => one - other)
  const [first] = years
  if (first === undefined) throw new RangeError('a calendar has one year at least')
  let last = first
  while (byYear.has(last + 1)) last += 1
  const known: Layers = {
    years: new Set(years),
    // Ascending, so that for a day of December the notice of the year after has the last word.
    national: new Map(years.flatMap((year) => (byYear.get(year)?.days ?? []).map((day) => [day.date, day]))),
    local: new Map(layers.local.map((day) => [day.date, day])),
  }
  const meanings = new Map<CivilDate, DayMeaning>()
  return {
    coverage: { from: `${first}-01-01`, to: `${last}-12-31` },
    meaning: (date) => {
      let meaning = meanings.get(date)
      if (meaning === undefined) {
        meaning = meaningOf(known, dateOf(dayNumber(date)))
        meanings.set(date, meaning)
      }
      return meaning
    },
  }
}
