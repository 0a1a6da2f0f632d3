import { describe, expect, it } from 'vitest'
import { NATIONAL_YEARS } from '../../../../domain/duty/calendar/national-calendar.ts'
import { dayRuns } from '../../../../renderer/desk/calendar/day-runs.ts'
import { monthWeeks } from '../../../../renderer/desk/calendar/month-days.ts'
import { lineFault, linesOf, typedYear } from '../../../../renderer/desk/calendar/typed-year.ts'

const line = { name: '', from: '', to: '', workdays: '' }

describe('a year typed in from the holiday notice', () => {
  it('has every day of a holiday and the weekend days that work for it', () => {
    const year = typedYear(2026, '国办通知', [
      { name: '元旦', from: '2026-01-01', to: '2026-01-03', workdays: '2026-01-04' },
      line,
      { name: '国庆节', from: '2026-10-01', to: '2026-10-02', workdays: '2026-09-20、2026-10-10' },
    ])
    expect(year).toEqual({
      year: 2026,
      source: '国办通知',
      holidays: [
        { date: '2026-01-01', name: '元旦' },
        { date: '2026-01-02', name: '元旦' },
        { date: '2026-01-03', name: '元旦' },
        { date: '2026-10-01', name: '国庆节' },
        { date: '2026-10-02', name: '国庆节' },
      ],
      workdays: [
        { date: '2026-01-04', name: '元旦' },
        { date: '2026-09-20', name: '国庆节' },
        { date: '2026-10-10', name: '国庆节' },
      ],
    })
  })

  it('is written as notices word it: without the year, the last day alone, weekdays in brackets', () => {
    const year = typedYear(2027, '通知', [
      { name: '元旦', from: '2026-12-31', to: '1月2日', workdays: '' },
      { name: '春节', from: '2月5日（星期五）', to: '７日', workdays: '1月31日（周日）、2-14' },
      { ...line, name: '清明节', from: '4-5' },
    ])
    expect(year.holidays.map(({ date }) => date)).toEqual([
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-04-05',
    ])
    expect(year.workdays.map(({ date }) => date)).toEqual(['2027-01-31', '2027-02-14'])
  })

  it.each([
    [{ ...line, from: '1月1日' }, 'name', 'nameMissing'],
    [{ ...line, name: '端午节' }, 'from', 'dayMissing'],
    [{ ...line, name: '端午节', to: '6月9日' }, 'from', 'dayMissing'],
    [{ ...line, name: '端午节', from: '六月九日' }, 'from', 'dayUnread'],
    [{ ...line, name: '春节', from: '2月30日' }, 'from', 'dayUnread'],
    [{ ...line, name: '春节', from: '2月5日', to: '下周' }, 'to', 'dayUnread'],
    [{ ...line, name: '春节', from: '2月5日', to: '1日' }, 'to', 'lastBeforeFirst'],
    [{ ...line, name: '元旦', from: '12月31日', to: '1月2日' }, 'to', 'lastBeforeFirst'],
    [{ ...line, name: '春节', from: '2027-02-05', to: '2072-02-11' }, 'to', 'tooLong'],
    [{ ...line, name: '春节', from: '2月5日', workdays: '1月31日、2月' }, 'workdays', 'dayUnread'],
  ] as const)('names the field that is not right: %o', (typed, field, fault) => {
    expect(lineFault(typed, 2027)).toEqual({ field, fault })
  })

  it('has nothing to say of an empty line or of one with working days alone', () => {
    expect(lineFault(line, 2027)).toBeNull()
    expect(lineFault({ ...line, name: '国庆节', workdays: '10月9日' }, 2027)).toBeNull()
    expect(lineFault({ ...line, name: '元旦', from: '2026-12-31', to: '1月2日' }, 2027)).toBeNull()
  })

  it('does not run away over a slip of the year', () => {
    const slip = [{ ...line, name: '春节', from: '2027-02-05', to: '2072-02-11' }]
    expect(typedYear(2027, '通知', slip).holidays.length).toBeLessThan(30)
  })
})

describe('a year on record, to be corrected', () => {
  it.each(NATIONAL_YEARS.map((year) => [year.year, year] as const))(
    '%i comes back from its lines as it was',
    (number, { source, days }) => {
      const lines = linesOf(days, number)
      expect(lines.map((typed) => lineFault(typed, number))).toEqual(lines.map(() => null))
      const { holidays, workdays } = typedYear(number, source, lines)
      const again = [
        ...holidays.map((day) => ({ ...day, kind: 'HOLIDAY' })),
        ...workdays.map((day) => ({ ...day, kind: 'WORKDAY' })),
      ].toSorted((one, other) => one.date.localeCompare(other.date))
      expect(again).toEqual(days.toSorted((one, other) => one.date.localeCompare(other.date)))
    },
  )
})

describe('days put together', () => {
  it('are one run as long as day follows day under one name', () => {
    const days = [
      { date: '2026-09-30', kind: 'HOLIDAY', name: '国庆节' },
      { date: '2026-10-02', kind: 'HOLIDAY', name: '国庆节' },
      { date: '2026-10-01', kind: 'HOLIDAY', name: '国庆节' },
      { date: '2026-10-03', kind: 'HOLIDAY', name: '中秋节' },
      { date: '2026-10-10', kind: 'WORKDAY', name: '国庆节' },
    ] as const
    expect(dayRuns(days).map(({ from, to, count }) => [from, to, count])).toEqual([
      ['2026-09-30', '2026-10-02', 3],
      ['2026-10-03', '2026-10-03', 1],
      ['2026-10-10', '2026-10-10', 1],
    ])
  })
})

describe('the sheet of a year', () => {
  const year = {
    year: 2026,
    source: '',
    version: 0,
    days: [
      { date: '2026-10-01', kind: 'HOLIDAY', name: '国庆节' },
      { date: '2026-10-10', kind: 'WORKDAY', name: '国庆节' },
    ],
    localDays: [{ id: 1, date: '2026-10-12', kind: 'HOLIDAY', name: '那达慕', reason: '旗政府通知' }],
  } as const

  it('begins weeks on Monday and leaves places before the first day empty', () => {
    const [first] = monthWeeks(year, 10)
    expect(first?.map((day) => day?.day ?? null)).toEqual([null, null, null, 1, 2, 3, 4])
  })

  it('marks holidays, make-up workdays and local days, and nothing else', () => {
    const days = monthWeeks(year, 10)
      .flat()
      .filter((day) => day?.turned === true)
    expect(days.map((day) => [day?.day, day?.rest, day?.local])).toEqual([
      [1, true, false],
      [10, false, false],
      [12, true, true],
    ])
  })
})
