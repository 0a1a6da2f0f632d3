import { Temporal } from 'temporal-polyfill'
import { isCivilDate } from '../notice/notice-dates.ts'
import { markMatches } from './mark-matches.ts'
import type { WordingCheck } from './wording-finding.ts'

const WEEKDAYS = '一二三四五六日'
const two = (number: string): string => number.padStart(2, '0')

/**
 * Dates in a text: no leading zeros (GB/T 9704-2012, 7.3.5.4), full years, days that exist, weekdays that are right, dates with dots in
 * running text, 〇 in years written in Han digits (GB/T 15835).
 * @example checkDates('2026年03月05日', { table: false })[0]?.suggestion // '2026年3月5日'
 */
export const checkDates: WordingCheck = (text, { table }) => [
  ...markMatches(text, /(?<!\d)(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})([日号]))?/gu, (match) => {
    const [, year, month = '', day, sign = ''] = match
    if (!month.startsWith('0') && !day?.startsWith('0')) return null
    if (Number(month) === 0 || (day !== undefined && Number(day) === 0)) return null
    const suggestion = `${year === undefined ? '' : `${year}年`}${Number(month)}月${day === undefined ? '' : `${Number(day)}${sign}`}`
    return { rule: 'DATE_ZERO', severity: 'FIX', suggestion }
  }),
  ...markMatches(
    text,
    /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日(?:\s*[（(]?(?:星期|周|礼拜)([一二三四五六日天]))?/gu,
    (match) => {
      const [whole, year = '', month = '', day = '', weekday] = match
      const date = `${year}-${two(month)}-${two(day)}`
      if (!isCivilDate(date)) {
        return {
          rule: 'NO_SUCH_DAY',
          severity: 'CHECK',
          suggestion: null,
          part: [0, whole.indexOf('日') + 1],
        }
      }
      const right = WEEKDAYS.charAt(Temporal.PlainDate.from(date).dayOfWeek - 1)
      if (weekday === undefined || weekday === right || (weekday === '天' && right === '日')) return null
      const part = [whole.length - 1, whole.length] as const
      return { rule: 'WEEKDAY', severity: 'CHECK', suggestion: right, part }
    },
  ),
  ...(table
    ? []
    : markMatches(
        text,
        /(?<![\w.\-/〔])((?:19|20)\d{2})([.\-/])(\d{1,2})\2(\d{1,2})(?![\w.\-/])/gu,
        ([, year = '', , month = '', day = '']) =>
          isCivilDate(`${year}-${two(month)}-${two(day)}`)
            ? {
                rule: 'DATE_FORM',
                severity: 'CHECK',
                suggestion: `${year}年${Number(month)}月${Number(day)}日`,
              }
            : null,
      )),
  ...markMatches(text, /(?<![\d.])['’‘]?([0-4]\d)年(?=\d{1,2}月(?!\d*个))/gu, ([, year = '']) => ({
    rule: 'YEAR_SHORT',
    severity: 'CHECK',
    suggestion: `20${year}年`,
  })),
  ...markMatches(text, /[一二][一二三四五六七八九〇○零OoＯ0]{3}年/gu, ([year]) => {
    if (!/[○零OoＯ0]/u.test(year)) return null
    return {
      rule: 'HAN_ZERO',
      // 零 is a word and may be meant; the others are look-alikes.
      severity: /[○OoＯ0]/u.test(year) ? 'FIX' : 'CHECK',
      suggestion: year.replaceAll(/[○零OoＯ0]/gu, '〇'),
    }
  }),
]
