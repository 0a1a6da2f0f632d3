import { Temporal } from 'temporal-polyfill'
import { accept, refuse } from '../refusal.ts'
import type { Result } from '../refusal.ts'
import type { CivilDate } from './content.ts'

/** The value of each character; both zeros of documents (〇 ○), and the letter O that stands in for them. */
const HAN_DIGITS: ReadonlyMap<string, number> = new Map([
  ...Array.from('〇一二三四五六七八九', (digit, value) => [digit, value] as const),
  ...Array.from('○零Oo', (zero) => [zero, 0] as const),
])

/** Reads 二十五, 十二, 九 and arabic digits; NaN when it is neither. */
function readSmallNumber(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const [tens = '', ones = '', ...more] = text.split('十')
  if (more.length > 0) return Number.NaN
  if (!text.includes('十')) return HAN_DIGITS.get(text) ?? Number.NaN
  const ten = tens === '' ? 1 : (HAN_DIGITS.get(tens) ?? Number.NaN)
  return ten * 10 + (ones === '' ? 0 : (HAN_DIGITS.get(ones) ?? Number.NaN))
}

function readYear(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text)
  return Array.from(text).reduce((year, digit) => year * 10 + (HAN_DIGITS.get(digit) ?? Number.NaN), 0)
}

/**
 * Says whether a text is a civil date that exists.
 * @example isCivilDate('2026-02-30') // false
 */
export function isCivilDate(text: string): text is CivilDate {
  return toCivilDate(text) === text
}

function toCivilDate(text: string): CivilDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? civilDate(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (![year, month, day].every(Number.isInteger)) return null
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/**
 * Reads a date as documents write it; null when the text is not a date or the day does not exist.
 * Understands 二○○七年六月二十五日, 2013年4月22日, 2008-03-15, 2008/3/15, 2008.3.15 and 20080315.
 * @example readCivilDate('二○○七年六月二十五日') // '2007-06-25'
 */
export function readCivilDate(text: string): CivilDate | null {
  const compact = text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]/g, '')
  const match =
    /^([\d〇○零Oo一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})[日号]$/.exec(
      compact,
    ) ??
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(compact)?.filter((_, index) => index !== 2) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(compact)
  if (!match) return null
  const [, year = '', month = '', day = ''] = match
  return civilDate(readYear(year), readSmallNumber(month), readSmallNumber(day))
}

/**
 * Writes a date as official documents do: full year, no leading zeros (GB/T 9704-2012, 7.3.5.4).
 * Throws a RangeError when the text is not a civil date.
 * @example formatCivilDate('2026-03-05') // '2026年3月5日'
 */
export function formatCivilDate(date: CivilDate): string {
  const { year, month, day } = Temporal.PlainDate.from(date)
  return `${year}年${month}月${day}日`
}

/** The dates a handler gives, and the day it is in Asia/Shanghai. */
export type NoticeDates = {
  readonly documentDate: CivilDate | null
  readonly issueDate: CivilDate | null
  readonly today: CivilDate
}

/**
 * Checks the order of the dates: a document is signed before it is printed (成文日期 ≤ 印发日期), and both before
 * today. Dates still missing are not judged here.
 * Refuses `notice.date-order` with `earlier` and `later`, the names (`documentDate`, `issueDate`, `today`) of the
 * date that must come first and of the one that must not precede it, and their values `earlierDate`, `laterDate`;
 * `request.invalid` with the `field` that is not a date.
 * @example checkNoticeDates({ documentDate: '2026-03-05', issueDate: '2026-03-04', today: '2026-03-06' })
 */
export function checkNoticeDates(dates: NoticeDates): Result<true> {
  for (const field of ['documentDate', 'issueDate', 'today'] as const) {
    const date = dates[field]
    if (date !== null && !isCivilDate(date)) return refuse('request.invalid', { field })
  }
  const order = [
    ['documentDate', 'issueDate'],
    ['documentDate', 'today'],
    ['issueDate', 'today'],
  ] as const
  for (const [earlier, later] of order) {
    const [earlierDate, laterDate] = [dates[earlier], dates[later]]
    // Civil dates of one length compare as text.
    if (earlierDate !== null && laterDate !== null && earlierDate > laterDate) {
      return refuse('notice.date-order', { earlier, later, earlierDate, laterDate })
    }
  }
  return accept(true)
}
