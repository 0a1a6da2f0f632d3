import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { isWorkday } from 'chinese-workday'
import { describe, expect, it } from 'vitest'
import { calendarText, daysOfPackage } from '../../../build/make-calendar-data.mjs'
import { calendarOver } from '../../../domain/duty/calendar/calendar-over.ts'
import { dateOf, dayNumber, isWeekend } from '../../../domain/duty/calendar/day-number.ts'
import { NATIONAL_YEARS } from '../../../domain/duty/calendar/national-calendar.ts'
import { readFileSync } from 'node:fs'

const calendar = calendarOver({ national: NATIONAL_YEARS, local: [] })

/** Days from the first of January of a year to the end of 2026 on which a package says otherwise than the shipped data. */
function departures(firstYear: number, works: (date: string) => boolean): string[] {
  const found: string[] = []
  for (let day = dayNumber(`${firstYear}-01-01`); day <= dayNumber('2026-12-31'); day += 1) {
    const date = dateOf(day)
    if (works(date) !== calendar.meaning(date).working) found.push(date)
  }
  return found
}

const ofHolidayCalendar = new Map(
  Array.from({ length: 23 }, (_, index) => 2004 + index)
    .flatMap(daysOfPackage)
    .map(({ date, kind }) => [date, kind]),
)

describe('the working-day data that comes with the program', () => {
  it('covers 2004 to 2026 without a gap, each year with its source', () => {
    expect(calendar.coverage).toEqual({ from: '2004-01-01', to: '2026-12-31' })
    expect(NATIONAL_YEARS.map(({ year }) => year)).toEqual(
      Array.from({ length: 23 }, (_, index) => 2004 + index),
    )
    for (const { source } of NATIONAL_YEARS) expect(source).toContain('holiday-calendar 1.3.3')
  })

  it('is what the generator writes from the package and the notices', () => {
    const normal = (text: string): string => text.replaceAll(/[\s,]/g, '')
    const file = new URL('../../../domain/duty/calendar/national-years.ts', import.meta.url)
    expect(normal(readFileSync(file, 'utf8'))).toBe(normal(calendarText()))
  })

  it('never makes a weekday a 调休 working day, nor names a day twice', () => {
    const days = NATIONAL_YEARS.flatMap(({ days: of }) => of)
    expect(days.filter(({ date, kind }) => kind === 'WORKDAY' && !isWeekend(dayNumber(date)))).toEqual([])
    expect(new Set(days.map(({ date }) => date)).size).toBe(days.length)
  })

  it('departs from holiday-calendar only where the notice of the year says otherwise', () => {
    const works = (date: string): boolean => {
      const kind = ofHolidayCalendar.get(date)
      return kind === undefined ? !isWeekend(dayNumber(date)) : kind === 'WORKDAY'
    }
    expect(departures(2004, works)).toEqual([
      ...['2004-01-02', '2004-04-25', '2004-05-09', '2004-09-26', '2004-10-10'],
      ...['2007-12-29', '2007-12-31', '2008-05-04', '2008-06-07', '2008-09-13'],
      ...['2009-01-04', '2009-09-27', '2011-12-31', '2015-01-04', '2016-04-02', '2018-06-16', '2018-09-22'],
    ])
  })

  it('departs from chinese-days on one day, on which the notice for 2006 lets people work', () => {
    const { holidays, workdays } = chineseDays as Record<'holidays' | 'workdays', Record<string, string>>
    const works = (date: string): boolean =>
      date in workdays || (!isWeekend(dayNumber(date)) && !(date in holidays))
    expect(departures(2004, works)).toEqual(['2005-12-31'])
  })

  it('departs from chinese-workday where that package alone lacks a day or has one too many', () => {
    expect(departures(2011, (date) => isWorkday(date))).toEqual([
      ...['2011-01-29', '2011-02-12', '2011-04-02', '2011-12-31'],
      ...['2012-01-29', '2012-03-31', '2012-04-01', '2012-04-28', '2012-09-30', '2012-10-08'],
      ...['2013-04-07', '2013-04-27', '2013-04-28', '2013-06-08', '2013-06-09', '2013-10-12', '2013-12-29'],
      ...['2014-06-03', '2014-06-04', '2014-09-09', '2014-09-10', '2014-10-11'],
      ...['2015-09-03', '2015-09-04', '2018-01-01', '2020-01-31', '2020-02-01', '2023-01-03'],
    ])
  })

  it('has the arrangement of 2026 as it was announced', () => {
    const year = NATIONAL_YEARS.find((one) => one.year === 2026)
    const of = (kind: string): string[] =>
      year?.days.filter((day) => day.kind === kind).map(({ date }) => date.slice(5)) ?? []
    const range = (month: number, from: number, to: number): string[] =>
      Array.from({ length: to - from + 1 }, (_, index) =>
        [month, from + index].map((part) => String(part).padStart(2, '0')).join('-'),
      )
    expect(of('HOLIDAY')).toEqual([
      ...[range(1, 1, 3), range(2, 15, 23), range(4, 4, 6), range(5, 1, 5)].flat(),
      ...[range(6, 19, 21), range(9, 25, 27), range(10, 1, 7)].flat(),
    ])
    expect(of('WORKDAY')).toEqual(['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'])
  })
})

describe('a calendar laid over others', () => {
  it('reads an ordinary weekday, a weekend, a holiday and a weekend day that works', () => {
    const reason = (date: string) => calendar.meaning(date).reason
    expect(['2026-11-23', '2026-11-21', '2026-10-01', '2026-10-10'].map(reason)).toEqual([
      ...['WEEKDAY', 'WEEKEND', 'HOLIDAY', 'MAKE_UP_WORKDAY'],
    ])
    expect(calendar.meaning('2026-10-01').name).toBe('国庆节')
  })

  it('beyond the years on record lets weekends and the holidays of fixed date rest, and says so', () => {
    const resting = [
      '2027-01-01',
      '2027-05-01',
      '2027-05-02',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
      '2027-03-06',
    ]
    for (const date of resting)
      expect(calendar.meaning(date)).toMatchObject({ working: false, covered: false })
    expect(calendar.meaning('2027-01-04')).toMatchObject({ working: true, covered: false })
    expect(calendar.meaning('2003-12-31')).toMatchObject({ covered: false })
  })

  it('takes the last entry of a year, whole, and a local day over everything', () => {
    const over = calendarOver({
      national: [
        ...NATIONAL_YEARS,
        { year: 2027, source: '录入', days: [{ date: '2027-01-04', kind: 'HOLIDAY', name: '元旦' }] },
        { year: 2027, source: '国办通知', days: [{ date: '2026-12-31', kind: 'HOLIDAY', name: '元旦' }] },
      ],
      local: [
        { date: '2026-10-10', kind: 'HOLIDAY', name: '停电检修' },
        { date: '2026-11-22', kind: 'WORKDAY', name: '普查' },
      ],
    })
    expect(over.coverage.to).toBe('2027-12-31')
    expect(over.meaning('2027-01-04')).toMatchObject({ working: true, reason: 'WEEKDAY', covered: true })
    expect(over.meaning('2026-12-31')).toMatchObject({ working: false, reason: 'HOLIDAY', name: '元旦' })
    expect(over.meaning('2026-10-10')).toMatchObject({
      working: false,
      reason: 'LOCAL_HOLIDAY',
      name: '停电检修',
    })
    expect(over.meaning('2026-11-22')).toMatchObject({ working: true, reason: 'LOCAL_WORKDAY' })
  })

  it('shows its coverage up to the first gap only', () => {
    const over = calendarOver({
      national: [...NATIONAL_YEARS, { year: 2028, source: '', days: [] }],
      local: [],
    })
    expect(over.coverage.to).toBe('2026-12-31')
    expect(over.meaning('2028-06-01').covered).toBe(true)
    expect(over.meaning('2027-06-01').covered).toBe(false)
  })
})
