import { Temporal } from 'temporal-polyfill'

/**
 * A span of the week on the wall clock of Asia/Shanghai. `from` is in it, `to` is not; where `to` is not later than `from` it
 * goes on past midnight and belongs to the day it began on. `00:00` to `24:00` is a whole day.
 */
export type TimeWindow = {
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  readonly weekdays: readonly number[]
  /** `HH:MM`. */
  readonly from: string
  readonly to: string
}

/** Civil dates on which a window may begin; null is open. An overnight window that begins on the last one runs to its end. */
export type WindowDates = { readonly validFrom: string | null; readonly validUntil: string | null }

/** Dates that are open at both ends. */
export const ALL_DATES: WindowDates = { validFrom: null, validUntil: null }

/** One occurrence of a window, in milliseconds since the epoch; `to` is not in it. */
export type WindowSpan = { readonly from: number; readonly to: number }

const ZONE = 'Asia/Shanghai'
const DAY_MINUTES = 1440
// A week, and a day on each side: an overnight window may have begun the day before.
const DAYS_AHEAD = 8

function minuteOf(text: string): number {
  const [hours, minutes] = text.split(':').map(Number)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

function startOfDay(date: Temporal.PlainDate): number {
  return date.toZonedDateTime(ZONE).epochMilliseconds
}

function at(date: Temporal.PlainDate, minute: number): number {
  const day = minute >= DAY_MINUTES ? date.add({ days: 1 }) : date
  const rest = minute % DAY_MINUTES
  return day.toZonedDateTime({
    timeZone: ZONE,
    plainTime: Temporal.PlainTime.from({ hour: Math.floor(rest / 60), minute: rest % 60 }),
  }).epochMilliseconds
}

/**
 * Whether a text is a time of day, `00:00` to `23:59`; as an end also `24:00`.
 * @example isTimeOfDay('24:00', 'to') // true
 */
export function isTimeOfDay(text: string, end: 'from' | 'to'): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) || (end === 'to' && text === '24:00')
}

/**
 * The civil date of an instant in Asia/Shanghai.
 * @example dateAt(Date.parse('2026-11-22T16:00:00Z')) // 2026-11-23
 */
export function dateAt(milliseconds: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(ZONE).toPlainDate()
}

/**
 * Occurrences of windows that begin on a civil date; without windows the date is one whole day. Nothing outside the dates.
 * @example spansOn([{ weekdays: [7], from: '22:00', to: '06:00' }], ALL_DATES, sunday).length // 1
 */
export function spansOn(
  windows: readonly TimeWindow[],
  dates: WindowDates,
  date: Temporal.PlainDate,
): WindowSpan[] {
  const text = date.toString()
  if (dates.validFrom !== null && text < dates.validFrom) return []
  if (dates.validUntil !== null && text > dates.validUntil) return []
  if (windows.length === 0) return [{ from: startOfDay(date), to: startOfDay(date.add({ days: 1 })) }]
  return windows
    .filter(({ weekdays }) => weekdays.includes(date.dayOfWeek))
    .map((window) => {
      const from = minuteOf(window.from)
      const to = minuteOf(window.to)
      return { from: at(date, from), to: at(date, to > from ? to : to + DAY_MINUTES) }
    })
}

/** Spans that may hold an instant: those of its own day, and those of the day before that went past midnight. */
function spansAround(windows: readonly TimeWindow[], dates: WindowDates, instant: number): WindowSpan[] {
  const today = dateAt(instant)
  return [...spansOn(windows, dates, today.subtract({ days: 1 })), ...spansOn(windows, dates, today)]
}

/**
 * Whether an instant lies in one of the windows; without windows it does on every day of the dates.
 * @example isWithin([{ weekdays: [7], from: '22:00', to: '06:00' }], ALL_DATES, mondayFive) // true
 */
export function isWithin(windows: readonly TimeWindow[], dates: WindowDates, instant: number): boolean {
  return spansAround(windows, dates, instant).some(({ from, to }) => from <= instant && instant < to)
}

/**
 * The first instant after another at which a window begins or ends, the dates included; null when none ever will again.
 * @example nextEdge([], ALL_DATES, instant) // null
 */
export function nextEdge(windows: readonly TimeWindow[], dates: WindowDates, instant: number): number | null {
  const today = dateAt(instant)
  // Dates that begin later than a week ahead are looked at from their first day on.
  const start = dates.validFrom === null ? null : Temporal.PlainDate.from(dates.validFrom)
  const first = start !== null && Temporal.PlainDate.compare(start, today) > 0 ? start : today
  const edges: number[] = []
  if (windows.length === 0) {
    if (start !== null) edges.push(startOfDay(start))
    if (dates.validUntil !== null) {
      edges.push(startOfDay(Temporal.PlainDate.from(dates.validUntil).add({ days: 1 })))
    }
  } else {
    for (let day = -1; day <= DAYS_AHEAD; day += 1) {
      for (const { from, to } of spansOn(windows, dates, first.add({ days: day }))) edges.push(from, to)
    }
  }
  const later = edges.filter((edge) => edge > instant)
  return later.length === 0 ? null : Math.min(...later)
}
