import { dateOf, dayNumber } from '../../../domain/duty/calendar/day-number.ts'
import type { CivilDate } from '../../../domain/notice/content.ts'
import { instantText } from '../ui/instant-text.ts'

const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function partsOf(date: CivilDate): { readonly year: string; readonly month: number; readonly day: number } {
  return { year: date.slice(0, 4), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/**
 * A day without its year where that is the year of `today`: 11月3日, 2027年1月29日; 3 Nov, 29 Jan 2027.
 */
export function dayText(date: CivilDate, today: CivilDate, language: string): string {
  const { year, month, day } = partsOf(date)
  const near = year === today.slice(0, 4)
  if (language === 'en') {
    const text = `${day} ${ENGLISH_MONTHS[month - 1] ?? ''}`
    return near ? text : `${text} ${year}`
  }
  const text = `${month}月${day}日`
  return near ? text : `${year}年${text}`
}

/** A run of days, naming the month once where it is one: 10月1–7日, 9月30日–10月3日; 1–7 Oct, 30 Sep – 3 Oct. */
export function runText(from: CivilDate, to: CivilDate, today: CivilDate, language: string): string {
  if (from === to) return dayText(from, today, language)
  const [first, last] = [partsOf(from), partsOf(to)]
  if (first.year === last.year && first.month === last.month) {
    const end = dayText(to, today, language)
    return language === 'en'
      ? `${first.day}–${end}`
      : end.replace(`${last.day}日`, `${first.day}–${last.day}日`)
  }
  const dash = language === 'en' ? ' – ' : '–'
  return `${dayText(from, today, language)}${dash}${dayText(to, today, language)}`
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(date: CivilDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // 1970-01-01 was a Thursday.
  return (((dayNumber(date) + 3) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}

/** The day some days later, or earlier for a negative number. */
export function plusDays(date: CivilDate, days: number): CivilDate {
  return dateOf(dayNumber(date) + days)
}

/** An instant on the office's wall clock: 7月19日 2:40; 19 Jul 02:40. */
export function instantDayText(instant: string, today: CivilDate, language: string): string {
  const [day = '', time = ''] = instantText(instant).split(' ')
  return `${dayText(day, today, language)} ${time}`
}
