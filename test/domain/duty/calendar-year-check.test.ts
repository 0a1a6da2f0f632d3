import { describe, expect, it } from 'vitest'
import {
  calendarDifference,
  type CalendarYearList,
  checkCalendarYears,
} from '../../../domain/duty/calendar/calendar-year-check.ts'
import { NATIONAL_YEARS } from '../../../domain/duty/calendar/national-calendar.ts'

const day = (date: string, name = '元旦') => ({ date, name })
const year2027: CalendarYearList = {
  year: 2027,
  source: '国办发明电〔2026〕9号',
  holidays: [
    ...['01-01', '01-02', '01-03'].map((monthDay) => day(`2027-${monthDay}`)),
    ...['05-01', '05-02', '05-03'].map((monthDay) => day(`2027-${monthDay}`, '劳动节')),
    ...['10-01', '10-02', '10-03'].map((monthDay) => day(`2027-${monthDay}`, '国庆节')),
  ],
  workdays: [day('2027-05-08', '劳动节')],
}
const check = (change: Partial<CalendarYearList>) => checkCalendarYears([{ ...year2027, ...change }])

describe('a year of a calendar file', () => {
  it('is taken with its days in order when all fit together', () => {
    const checked = check({})
    expect(checked.ok && checked.value[0]).toMatchObject({ year: 2027, warnings: [] })
    expect(checked.ok && checked.value[0]?.days.map(({ date }) => date).slice(6, 8)).toEqual([
      ...['2027-05-08', '2027-10-01'],
    ])
  })

  it('may set days of the December before, and no others of another year', () => {
    expect(check({ holidays: [...year2027.holidays, day('2026-12-31')] })).toMatchObject({ ok: true })
    expect(check({ holidays: [...year2027.holidays, day('2026-11-30')] })).toMatchObject({
      code: 'calendar.date-wrong-year',
      params: { year: 2027, date: '2026-11-30' },
    })
    expect(check({ workdays: [day('2028-01-01')] })).toMatchObject({ code: 'calendar.date-wrong-year' })
  })

  it.each([
    ['a day listed twice', { workdays: [day('2027-05-08'), day('2027-05-08')] }, 'date-repeated'],
    ['a day that rests and works', { workdays: [day('2027-01-01')] }, 'date-both'],
    ['a day that does not exist', { workdays: [day('2027-02-29')] }, 'date-invalid'],
    ['a day in other writing', { workdays: [day('2027/5/8')] }, 'date-invalid'],
    ['a day without a name', { workdays: [day('2027-05-08', ' ')] }, 'name-required'],
    ['half a character as a name', { workdays: [day('2027-05-08', '\ud800')] }, 'name-required'],
    ['a source with control signs', { source: '通知\u0000' }, 'source-required'],
    ['no holiday at all', { holidays: [] }, 'year-empty'],
    ['no source', { source: '' }, 'source-required'],
    ['a year of two digits', { year: 27 }, 'year-invalid'],
    ['a year that is none', { year: 2027.5 }, 'year-invalid'],
  ])('is refused for %s', (_, change, code) => {
    expect(check(change)).toMatchObject({ ok: false, code: `calendar.${code}` })
  })

  it('twice in one file, or a file without any year, is refused', () => {
    expect(checkCalendarYears([year2027, year2027])).toMatchObject({ code: 'calendar.year-repeated' })
    expect(checkCalendarYears([])).toMatchObject({ code: 'calendar.not-a-calendar' })
  })

  it('says what looks odd: few holidays, a fixed holiday that works, a weekday that would work anyway', () => {
    const warnings = (change: Partial<CalendarYearList>) => {
      const checked = check(change)
      return checked.ok ? checked.value[0]?.warnings : checked.code
    }
    expect(warnings({ holidays: year2027.holidays.slice(0, 6) })).toEqual([
      ...['FEW_HOLIDAYS', 'FIXED_HOLIDAY_WORKS'],
    ])
    expect(warnings({ workdays: [day('2027-05-06')] })).toEqual(['WORKDAY_ON_WEEKDAY'])
  })

  it('finds nothing odd in the years that come with the program since 2010', () => {
    const lists = NATIONAL_YEARS.filter(({ year }) => year >= 2010).map(({ year, source, days }) => ({
      ...{ year, source },
      holidays: days.filter(({ kind }) => kind === 'HOLIDAY'),
      workdays: days.filter(({ kind }) => kind === 'WORKDAY'),
    }))
    const checked = checkCalendarYears(lists)
    expect(checked.ok && checked.value.filter(({ warnings }) => warnings.length > 0)).toEqual([])
  })

  it('is compared with what is on record by day and kind', () => {
    const rest = { date: '2027-01-01', kind: 'HOLIDAY' as const, name: '元旦' }
    const work = { date: '2027-01-01', kind: 'WORKDAY' as const, name: '元旦' }
    expect(calendarDifference([rest], [work])).toEqual({ added: [work], removed: [rest] })
    expect(calendarDifference([rest], [{ ...rest, name: '新年' }])).toEqual({ added: [], removed: [] })
  })
})
