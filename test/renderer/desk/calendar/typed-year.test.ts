import { describe, expect, it } from 'vitest'
import { monthWeeks } from '../../../../renderer/desk/calendar/month-days.ts'
import { typedYear } from '../../../../renderer/desk/calendar/typed-year.ts'

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

  it('takes a line without a last day for one day, and keeps a line without a first day for the server to name', () => {
    const year = typedYear(2027, '通知', [
      { ...line, name: '清明节', from: '2027-04-05' },
      { ...line, name: '端午节' },
    ])
    expect(year.holidays).toEqual([
      { date: '2027-04-05', name: '清明节' },
      { date: '', name: '端午节' },
    ])
  })

  it('does not run away over a slip of the year', () => {
    const slip = [{ ...line, name: '春节', from: '2027-02-05', to: '2072-02-11' }]
    expect(typedYear(2027, '通知', slip).holidays.length).toBeLessThan(30)
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
