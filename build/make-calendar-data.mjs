import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'

/** @typedef {{ readonly date: string, readonly kind: 'HOLIDAY' | 'WORKDAY', readonly name: string }} Day */

const FIRST = 2004
const LAST = 2026
// Before 2004 only one package carries data, and for 2003 it has the long May holiday that was called off.

/**
 * Where the packages differ, the notice of the State Council office decides. `null`: a day like its weekday.
 * The day stands with the year of its notice, which may be the one after the date's own.
 * @type {readonly { readonly notice: number, readonly document: string, readonly days: Readonly<Record<string, readonly ['HOLIDAY' | 'WORKDAY', string] | null>> }[]}
 */
export const DECIDED = [
  {
    notice: 2004,
    document: '国务院办公厅关于2004年部分节假日安排的通知',
    days: {
      '2004-01-02': null,
      '2004-01-03': null,
      '2004-04-25': null,
      '2004-05-09': ['WORKDAY', '劳动节'],
      '2004-09-26': null,
      '2004-10-10': ['WORKDAY', '国庆节'],
    },
  },
  {
    notice: 2006,
    document: '国务院办公厅关于2006年部分节假日安排的通知',
    days: { '2005-12-31': ['WORKDAY', '元旦'] },
  },
  {
    notice: 2008,
    document: '国务院办公厅关于2008年部分节假日安排的通知',
    days: {
      '2007-12-29': ['WORKDAY', '元旦'],
      '2007-12-30': ['HOLIDAY', '元旦'],
      '2007-12-31': ['HOLIDAY', '元旦'],
      '2008-05-04': ['WORKDAY', '劳动节'],
      '2008-06-07': ['HOLIDAY', '端午节'],
      '2008-09-13': ['HOLIDAY', '中秋节'],
    },
  },
  {
    notice: 2009,
    document: '国务院办公厅关于2009年部分节假日安排的通知',
    days: { '2009-01-04': ['WORKDAY', '元旦'], '2009-09-27': ['WORKDAY', '国庆节、中秋节'] },
  },
  {
    notice: 2012,
    document: '国务院办公厅关于2012年部分节假日安排的通知',
    days: { '2011-12-31': ['WORKDAY', '元旦'] },
  },
  {
    notice: 2015,
    document: '国务院办公厅关于2015年部分节假日安排的通知',
    days: { '2015-01-04': ['WORKDAY', '元旦'] },
  },
  {
    notice: 2016,
    document: '国务院办公厅关于2016年部分节假日安排的通知',
    days: { '2016-04-02': null },
  },
  {
    notice: 2018,
    document: '国务院办公厅关于2018年部分节假日安排的通知（国办发明电〔2017〕12号）',
    days: { '2018-06-16': null, '2018-09-22': null },
  },
  {
    notice: 2020,
    document: '国务院办公厅关于延长2020年春节假期的通知',
    days: { '2020-02-02': ['HOLIDAY', '春节'] },
  },
]

const NAMES = new Map([
  ['国庆节和中秋节', '国庆节、中秋节'],
  ['中秋节和国庆节', '国庆节、中秋节'],
])

const require = createRequire(import.meta.url)

/**
 * The days of one notice as holiday-calendar has them.
 * @param {number} year
 * @returns {Day[]}
 */
export function daysOfPackage(year) {
  const file = join(require.resolve('holiday-calendar/package.json'), '..', 'data', 'CN', `${year}.json`)
  /** @type {{ readonly dates: readonly { readonly date: string, readonly name_cn: string, readonly type: string }[] }} */
  const { dates } = JSON.parse(readFileSync(file, 'utf8'))
  return dates.map(({ date, name_cn, type }) => {
    const plain = name_cn.replace(/补班$/, '')
    return { date, kind: type === 'public_holiday' ? 'HOLIDAY' : 'WORKDAY', name: NAMES.get(plain) ?? plain }
  })
}

/**
 * The days that are shipped for a year: the package's, with what the notices decided.
 * @param {number} year
 * @returns {Day[]}
 */
function daysOf(year) {
  const days = new Map(daysOfPackage(year).map((day) => [day.date, day]))
  for (const { days: decided } of DECIDED.filter(({ notice }) => notice === year)) {
    for (const [date, day] of Object.entries(decided)) {
      if (day === null) days.delete(date)
      else days.set(date, { date, kind: day[0], name: day[1] })
    }
  }
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1))
}

/** @param {string} date */
function nextDay(date) {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10)
}

/** @param {readonly Day[]} days */
function entriesOf(days) {
  /** @type {Map<string, Record<'HOLIDAY' | 'WORKDAY', { from: string, to: string }[]>>} */
  const byName = new Map()
  for (const { date, kind, name } of days) {
    const spans = byName.get(name) ?? { HOLIDAY: [], WORKDAY: [] }
    byName.set(name, spans)
    const last = spans[kind].at(-1)
    if (last && nextDay(last.to) === date) last.to = date
    else spans[kind].push({ from: date, to: date })
  }
  /** @param {readonly { from: string, to: string }[]} spans */
  const written = (spans) => spans.map(({ from, to }) => (from === to ? from : `${from}/${to}`)).join(' ')
  return [...byName].map(
    ([name, { HOLIDAY, WORKDAY }]) => `    ['${name}', '${written(HOLIDAY)}', '${written(WORKDAY)}'],`,
  )
}

// Years in which chinese-workday stands alone against the two others.
const OUTVOTED = [2011, 2012, 2013, 2014, 2015, 2018, 2020, 2023]

/** @param {number} year */
function sourceOf(year) {
  const agreed =
    year < 2011 || OUTVOTED.includes(year)
      ? 'chinese-days 1.5.7'
      : 'chinese-days 1.5.7、chinese-workday 1.16.1'
  const decided = DECIDED.find(({ notice }) => notice === year)
  return [
    `holiday-calendar 1.3.3，与${agreed}核对`,
    ...(OUTVOTED.includes(year) ? ['chinese-workday 1.16.1另有出入，未采用'] : []),
    ...(decided ? [`不一致处依《${decided.document}》`] : []),
  ].join('；')
}

/** The text of `domain/duty/calendar/national-years.ts`. */
export function calendarText() {
  const years = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index)
  return [
    '// Written by build/make-calendar-data.mjs; not edited by hand.',
    '',
    '/** A holiday: its name, its rest days and its 调休 working days, as days and `first/last`, parted by spaces. */',
    'export type NationalHoliday = readonly [string, string, string]',
    '',
    '/** The arrangements that come with the program: year of the notice, where it was taken from, its holidays. */',
    'export const NATIONAL_HOLIDAYS: readonly (readonly [number, string, readonly NationalHoliday[]])[] = [',
    ...years.flatMap((year) => [`  [${year}, '${sourceOf(year)}', [`, ...entriesOf(daysOf(year)), '  ]],']),
    ']',
    '',
  ].join('\n')
}

if (import.meta.main)
  writeFileSync(join(ROOT, 'domain', 'duty', 'calendar', 'national-years.ts'), calendarText())
