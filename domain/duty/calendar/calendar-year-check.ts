import type { CivilDate } from '../../notice/content.ts'
import { accept, refuse, type Result } from '../../refusal.ts'
import { dayNumber, isReckonable, isWeekend } from './day-number.ts'
import { FIXED_HOLIDAYS } from './fixed-holidays.ts'
import type { CalendarDay, CalendarYear } from './working-calendar.ts'

/** The days of a year as a calendar file (`board-calendar/1`) lists them; nothing of it is believed yet. */
export type CalendarYearList = {
  readonly year: number
  readonly source: string
  readonly holidays: readonly { readonly date: string; readonly name: string }[]
  readonly workdays: readonly { readonly date: string; readonly name: string }[]
}

/** What looks odd in a year and is left to a person. */
export const CALENDAR_WARNINGS = [
  'FEW_HOLIDAYS', // fewer than eight: part of the notice is probably missing
  'FIXED_HOLIDAY_WORKS', // 元旦, 劳动节 or 国庆节 does not rest
  'WORKDAY_ON_WEEKDAY', // a make-up workday that works anyway
] as const
/** One warning. */
export type CalendarWarning = (typeof CALENDAR_WARNINGS)[number]

/** A year that can be taken in, with what looks odd in it. */
export type CheckedCalendarYear = CalendarYear & { readonly warnings: readonly CalendarWarning[] }

const FEWEST_HOLIDAYS = 8
const LONGEST_TEXT = 200

/**
 * Whether a text can name a day or a source: 1 to 200 signs; half of a character or a control sign is damage, not a name.
 * @example isCalendarText('元旦') // true
 */
export function isCalendarText(text: string): boolean {
  return text !== '' && text.length <= LONGEST_TEXT && text.isWellFormed() && !/\p{Cc}/u.test(text)
}

function daysOf(list: CalendarYearList): CalendarDay[] {
  return [
    ...list.holidays.map(({ date, name }) => ({ date, kind: 'HOLIDAY' as const, name: name.trim() })),
    ...list.workdays.map(({ date, name }) => ({ date, kind: 'WORKDAY' as const, name: name.trim() })),
  ].toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}

/** The notice of a year also sets days of the December before: 元旦2023 began on 2022-12-31. */
function belongs(date: CivilDate, year: number): boolean {
  return date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`)
}

function warningsOf(year: number, days: readonly CalendarDay[]): CalendarWarning[] {
  const resting = new Set(days.filter(({ kind }) => kind === 'HOLIDAY').map(({ date }) => date))
  const works = (monthDay: string): boolean => !resting.has(`${year}-${monthDay}`)
  const fixedWorks = [...FIXED_HOLIDAYS.keys()].some(
    // The second of May rests since 2025.
    (monthDay) => (monthDay !== '05-02' || year >= 2025) && works(monthDay),
  )
  const weekdayWorks = days.some(({ date, kind }) => kind === 'WORKDAY' && !isWeekend(dayNumber(date)))
  return [
    ...(resting.size < FEWEST_HOLIDAYS ? (['FEW_HOLIDAYS'] as const) : []),
    ...(fixedWorks ? (['FIXED_HOLIDAY_WORKS'] as const) : []),
    ...(weekdayWorks ? (['WORKDAY_ON_WEEKDAY'] as const) : []),
  ]
}

function checkYear(list: CalendarYearList): Result<CheckedCalendarYear> {
  const { year } = list
  if (!Number.isInteger(year) || !isReckonable(`${year}-01-01`)) {
    return refuse('calendar.year-invalid', { year: String(year).slice(0, 20) })
  }
  const source = list.source.trim()
  if (!isCalendarText(source)) return refuse('calendar.source-required', { year })
  const days = daysOf(list)
  if (!days.some(({ kind }) => kind === 'HOLIDAY')) return refuse('calendar.year-empty', { year })
  for (const [index, { date, kind, name }] of days.entries()) {
    if (!isReckonable(date)) return refuse('calendar.date-invalid', { year, value: date.slice(0, 20) })
    if (!belongs(date, year)) return refuse('calendar.date-wrong-year', { year, date })
    if (!isCalendarText(name)) return refuse('calendar.name-required', { date })
    const former = days[index - 1]
    if (former?.date === date) {
      return refuse(former.kind === kind ? 'calendar.date-repeated' : 'calendar.date-both', { date })
    }
  }
  return accept({ year, source, days, warnings: warningsOf(year, days) })
}

/**
 * Checks the years of a calendar file before anything of them is taken: every date exists and belongs to its year (or the
 * December before it), none stands there twice or as holiday and working day at once, every day has a name.
 * Refuses `calendar.not-a-calendar` without a year, `calendar.year-invalid`, `calendar.year-repeated`,
 * `calendar.source-required`, `calendar.year-empty` without a holiday, `calendar.date-invalid`,
 * `calendar.date-wrong-year`, `calendar.date-repeated`, `calendar.date-both`, `calendar.name-required`.
 * @example checkCalendarYears([{ year: 2027, source: '国办通知', holidays: [{ date: '2027-01-01', name: '元旦' }], workdays: [] }])
 */
export function checkCalendarYears(
  lists: readonly CalendarYearList[],
): Result<readonly CheckedCalendarYear[]> {
  if (lists.length === 0) return refuse('calendar.not-a-calendar')
  const checked: CheckedCalendarYear[] = []
  for (const list of lists) {
    const year = checkYear(list)
    if (!year.ok) return year
    if (checked.some((one) => one.year === year.value.year)) {
      return refuse('calendar.year-repeated', { year: year.value.year })
    }
    checked.push(year.value)
  }
  return accept(checked.toSorted((one, other) => one.year - other.year))
}

/**
 * What a new arrangement of a year adds and takes away; a day that only changes its name is neither.
 * @example calendarDifference([], [{ date: '2027-01-01', kind: 'HOLIDAY', name: '元旦' }]).added.length // 1
 */
export function calendarDifference(
  former: readonly CalendarDay[],
  next: readonly CalendarDay[],
): { readonly added: readonly CalendarDay[]; readonly removed: readonly CalendarDay[] } {
  const without = (days: readonly CalendarDay[], others: readonly CalendarDay[]): CalendarDay[] => {
    const known = new Set(others.map(({ date, kind }) => `${date} ${kind}`))
    return days.filter(({ date, kind }) => !known.has(`${date} ${kind}`))
  }
  return { added: without(next, former), removed: without(former, next) }
}
