import type { CalendarYearList } from '../../../domain/duty/calendar/calendar-year-check.ts'
import { dateOf, dayNumber, isReckonable } from '../../../domain/duty/calendar/day-number.ts'
import type { CalendarDay } from '../../../domain/duty/calendar/working-calendar.ts'
import type { CivilDate } from '../../../domain/notice/content.ts'
import { dayRuns } from './day-runs.ts'

/** A line of the holiday notice as it is typed in: 国庆节 from, to, and the weekend days that work for it. */
export type TypedHoliday = {
  readonly name: string
  readonly from: string
  readonly to: string
  /** Days with blanks or commas between them. */
  readonly workdays: string
}

/** What is wrong with a line, and in which of its fields. */
export type LineFault = {
  readonly field: keyof TypedHoliday
  readonly fault: 'nameMissing' | 'dayMissing' | 'dayUnread' | 'lastBeforeFirst' | 'tooLong'
}

/** No holiday lasts three weeks; a slip of the month or year would make hundreds of days. */
const LONGEST = 21
const DAY = /^(?:(\d{4})[-年./])?(\d{1,2})[-月./](\d{1,2})日?$/u
const DAY_ONLY = /^(\d{1,2})日?$/u

/**
 * A day as notices write it: 10月1日, 10-1, 2026-12-31, with the weekday in brackets or without; a day alone (7日) is in the
 * month of `near`. Null for what is no day. @example readNoticeDay('10月1日（星期四）', 2026) // '2026-10-01'
 */
export function readNoticeDay(text: string, year: number, near: CivilDate | null = null): CivilDate | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/\s/g, '')
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0')
  const full = DAY.exec(plain)
  const alone = near === null ? null : DAY_ONLY.exec(plain)
  const date = full
    ? `${full[1] ?? year}-${two(full[2])}-${two(full[3])}`
    : `${near?.slice(0, 7) ?? ''}-${two(alone?.[1])}`
  return isReckonable(date) ? date : null
}

function workdayWords(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .split(/[\s,、;和]+/u)
    .filter((word) => word !== '')
}

function isEmpty(line: TypedHoliday): boolean {
  return `${line.name}${line.from}${line.to}${line.workdays}`.trim() === ''
}

/** The first fault of a line, or null; a line that is wholly empty has none. */
export function lineFault(line: TypedHoliday, year: number): LineFault | null {
  if (isEmpty(line)) return null
  if (line.name.trim() === '') return { field: 'name', fault: 'nameMissing' }
  const onlyWorkdays = line.from.trim() === '' && line.to.trim() === '' && line.workdays.trim() !== ''
  if (!onlyWorkdays) {
    if (line.from.trim() === '') return { field: 'from', fault: 'dayMissing' }
    const from = readNoticeDay(line.from, year)
    if (from === null) return { field: 'from', fault: 'dayUnread' }
    const to = line.to.trim() === '' ? from : readNoticeDay(line.to, year, from)
    if (to === null) return { field: 'to', fault: 'dayUnread' }
    if (to < from) return { field: 'to', fault: 'lastBeforeFirst' }
    if (dayNumber(to) - dayNumber(from) >= LONGEST) return { field: 'to', fault: 'tooLong' }
  }
  const unread = workdayWords(line.workdays).some((word) => readNoticeDay(word, year) === null)
  return unread ? { field: 'workdays', fault: 'dayUnread' } : null
}

function daysOf({ from, to }: TypedHoliday, year: number): readonly string[] {
  const first = readNoticeDay(from, year)
  if (first === null) return from.trim() === '' ? [] : [from]
  const last = readNoticeDay(to, year, first) ?? first
  const length = Math.min(Math.max(dayNumber(last) - dayNumber(first) + 1, 1), LONGEST)
  return Array.from({ length }, (_, index) => dateOf(dayNumber(first) + index))
}

/**
 * The year of a calendar file from lines without faults. Lines that are wholly empty are left out.
 * @example typedYear(2027, '国办通知', [{ name: '元旦', from: '1月1日', to: '3日', workdays: '' }])
 */
export function typedYear(year: number, source: string, lines: readonly TypedHoliday[]): CalendarYearList {
  const filled = lines.filter((line) => !isEmpty(line)).map((line) => ({ ...line, name: line.name.trim() }))
  return {
    year,
    source: source.trim(),
    holidays: filled.flatMap((line) => daysOf(line, year).map((date) => ({ date, name: line.name }))),
    workdays: filled.flatMap(({ name, workdays }) =>
      workdayWords(workdays).map((word) => ({ date: readNoticeDay(word, year) ?? word, name })),
    ),
  }
}

/** A day as it is typed: without the year it is of. */
function dayToType(date: CivilDate, year: number): string {
  return date.startsWith(`${year}-`) ? `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日` : date
}

/** The lines of a year on record, to be corrected: a line for each run of rest days, with the working days of its name. */
export function linesOf(days: readonly CalendarDay[], year: number): readonly TypedHoliday[] {
  const runs = dayRuns(days)
  const works = runs.filter(({ kind }) => kind === 'WORKDAY')
  const named = new Set<string>()
  const lines = runs.flatMap(({ kind, name, from, to }): TypedHoliday[] => {
    if (kind === 'WORKDAY') return []
    // Two runs of one name: the working days stand once, with the first.
    const workdays = named.has(name) ? [] : works.filter((run) => run.name === name)
    named.add(name)
    return [
      {
        name,
        from: dayToType(from, year),
        to: from === to ? '' : dayToType(to, year),
        workdays: workdays.flatMap((run) => spread(run, year)).join(' '),
      },
    ]
  })
  const alone = works.filter(({ name }) => !named.has(name))
  return [
    ...lines,
    ...alone.map((run) => ({ name: run.name, from: '', to: '', workdays: spread(run, year).join(' ') })),
  ]
}

function spread(
  { from, count }: { readonly from: CivilDate; readonly count: number },
  year: number,
): string[] {
  return Array.from({ length: count }, (_, index) => dayToType(dateOf(dayNumber(from) + index), year))
}
