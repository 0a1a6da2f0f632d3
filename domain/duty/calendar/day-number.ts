import type { CivilDate } from '../../notice/content.ts'

/** First and last day that is reckoned with; what lies outside is a slip of the keyboard. */
export const RECKONABLE = { from: '1980-01-01', to: '2199-12-31' } as const

const texts: CivilDate[] = []

/**
 * Days since 1970-01-01 of a civil date: due dates are counted day by day for many thousands of duties, and integers are
 * a hundred times faster for that than date objects. Throws a RangeError when the text is not a civil date.
 * @example dayNumber('1970-01-02') // 1
 */
export function dayNumber(date: CivilDate): number {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8))
  // Years begin in March, so that the leap day is the last of its year.
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  const number = era * 146_097 + dayOfEra - 719_468
  // Written back it must be the same text: 2026-02-30 and 26-2-3 are not.
  if (!Number.isInteger(number) || dateOf(number) !== date) throw new RangeError(`not a civil date: ${date}`)
  return number
}

/**
 * The civil date of a day number.
 * @example dateOf(1) // '1970-01-02'
 */
export function dateOf(number: number): CivilDate {
  const known = texts[number]
  if (known !== undefined) return known
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  // Only days of our time are kept, or a stray date would make a hole of millions in the list.
  if (number >= 0 && number < 90_000) texts[number] = text
  return text
}

/**
 * Whether a day number is a Saturday or Sunday.
 * @example isWeekend(dayNumber('2026-11-21')) // true
 */
export function isWeekend(number: number): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (((number + 3) % 7) + 7) % 7
  return weekday >= 5
}

/**
 * Whether a text is a civil date that due dates are reckoned from: a day that exists, within `RECKONABLE`.
 * @example isReckonable('2026-02-30') // false
 */
export function isReckonable(date: string): boolean {
  if (date < RECKONABLE.from || date > RECKONABLE.to) return false
  try {
    dayNumber(date)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
