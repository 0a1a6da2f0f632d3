import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { arithmeticParts } from '../../../domain/duty/arithmetic-parts.ts'
import { calendarOver } from '../../../domain/duty/calendar/calendar-over.ts'
import { dateOf, dayNumber, isReckonable } from '../../../domain/duty/calendar/day-number.ts'
import { displayEnd } from '../../../domain/duty/display-end.ts'
import { dueOf, targetFrom } from '../../../domain/duty/due-of.ts'
import { NATIONAL_YEARS } from '../../../domain/duty/calendar/national-calendar.ts'
import { addWorkdays, previousWorkday, workdaysBetween } from '../../../domain/duty/calendar/workdays.ts'

const calendar = calendarOver({ national: NATIONAL_YEARS, local: [] })
const workdays = (start: string, amount: number) => dueOf({ amount, unit: 'workday', start }, calendar)
const days = (start: string, amount: number) => dueOf({ amount, unit: 'day', start }, calendar)

describe('working days after an event', () => {
  it.each([
    ['2026-02-12', ['02-24', '02-26', '02-28', '03-04', '03-11', '03-18', '04-16']],
    ['2026-09-16', ['09-20', '09-22', '09-24', '09-30', '10-13', '10-20', '11-17']],
    ['2026-09-28', ['10-08', '10-10', '10-13', '10-16', '10-23', '10-30', '11-27']],
    ['2026-11-02', ['11-05', '11-09', '11-11', '11-16', '11-23', '11-30', '12-28']],
  ])('from %s fall on the days of the table', (start, expected) => {
    const found = [3, 5, 7, 10, 15, 20, 40].map((amount) => workdays(start, amount))
    expect(found.map(({ due }) => due.slice(5))).toEqual(expected)
    for (const { due, target, provisional, dueAt } of found) {
      expect({ target, provisional, dueAt }).toEqual({
        target: due,
        provisional: due >= '2026-12-25',
        dueAt: null,
      })
    }
  })

  it.each([
    ['quarterly items: 20 working days after the quarter', '2026-09-30', 20, '2026-11-03'],
    ['征收土地预公告: must hang through the tenth working day', '2026-03-02', 10, '2026-03-16'],
    ['征收土地公告: 15 working days after the approval came', '2026-07-06', 15, '2026-07-27'],
    ['合法性审查: 7 working days', '2026-09-03', 7, '2026-09-14'],
    ['an interpretation is due on the Sunday that works', '2026-09-18', 3, '2026-09-22'],
    ['补正 notice within 7 working days', '2026-09-14', 7, '2026-09-22'],
    ['time to correct: 10 working days', '2026-09-16', 10, '2026-09-30'],
    ['the reply clock that starts anew', '2026-09-24', 20, '2026-10-29'],
    ['the opinion of the third party', '2026-09-29', 15, '2026-10-26'],
    ['the reply after the pause and the extension', '2026-11-11', 20, '2026-12-09'],
  ])('%s', (_, start, amount, due) => {
    expect(workdays(start, amount).due).toBe(due)
  })

  it('are explained run by run, with every day accounted for', () => {
    const { steps, due } = workdays('2026-09-30', 20)
    expect(steps.slice(0, 6)).toEqual([
      { kind: 'START', from: '2026-09-30', to: '2026-09-30', days: 1, name: '' },
      { kind: 'HOLIDAY', from: '2026-10-01', to: '2026-10-07', days: 7, name: '国庆节' },
      { kind: 'COUNTED', from: '2026-10-08', to: '2026-10-09', days: 2, name: '' },
      { kind: 'MAKE_UP_WORKDAY', from: '2026-10-10', to: '2026-10-10', days: 1, name: '国庆节' },
      { kind: 'WEEKEND', from: '2026-10-11', to: '2026-10-11', days: 1, name: '' },
      { kind: 'COUNTED', from: '2026-10-12', to: '2026-10-16', days: 5, name: '' },
    ])
    expect(steps.at(-1)?.to).toBe(due)
    expect(steps.reduce((sum, { days: of }) => sum + of, 0)).toBe(
      dayNumber(due) - dayNumber('2026-09-30') + 1,
    )
  })

  it('beyond the calendar are provisional and name the year that is missing', () => {
    expect(workdays('2026-12-28', 5)).toMatchObject({
      due: '2027-01-05',
      provisional: true,
      missingYears: [2027],
    })
    expect(workdays('2026-12-21', 3)).toMatchObject({
      due: '2026-12-24',
      provisional: false,
      missingYears: [],
    })
  })

  it('in the last days of December wait for the notice of the next year, which arranges 元旦', () => {
    expect(workdays('2026-12-21', 4)).toMatchObject({
      due: '2026-12-25',
      provisional: true,
      missingYears: [2027],
    })
    expect(dueOf({ date: '2026-12-31' }, calendar)).toMatchObject({ provisional: true, missingYears: [2027] })
    // On record, as every year before: 2022-12-31 rested by the notice for 2023.
    expect(dueOf({ date: '2022-12-30' }, calendar).provisional).toBe(false)
    const next = calendarOver({
      national: [...NATIONAL_YEARS, { year: 2027, source: '', days: [] }],
      local: [],
    })
    expect(dueOf({ date: '2026-12-31' }, next)).toMatchObject({ provisional: false, missingYears: [] })
  })

  it('which the notices so far have moved, lie from 25 December on', () => {
    const moved = NATIONAL_YEARS.flatMap(({ year, days: of }) =>
      of.flatMap(({ date }) => (date < `${year}` ? [date.slice(5)] : [])),
    )
    expect(moved.toSorted()[0]).toBe('12-29')
  })
})

describe('calendar days and fixed dates', () => {
  it.each([
    ['公示 for 7 days', '2026-09-22', 7, '2026-09-29', '2026-09-29'],
    ['30 days end in the May holidays and extend past them', '2026-04-01', 30, '2026-04-30', '2026-05-06'],
    ['consultation of 30 days', '2026-08-03', 30, '2026-09-02', '2026-09-02'],
    ['the last day is a Sunday that works', '2026-09-13', 7, '2026-09-20', '2026-09-20'],
    [
      'from a Friday to a Saturday: not before the day after the event',
      '2026-11-20',
      1,
      '2026-11-23',
      '2026-11-23',
    ],
    ['no working day lies before the last day', '2026-11-21', 1, '2026-11-23', '2026-11-23'],
  ])('%s', (_, start, amount, target, due) => {
    expect(days(start, amount)).toMatchObject({ target, due, provisional: false })
  })

  it('names the holiday over which the last day rolls', () => {
    expect(days('2026-04-01', 30).steps).toEqual([
      { kind: 'START', from: '2026-04-01', to: '2026-04-01', days: 1, name: '' },
      { kind: 'COUNTED', from: '2026-04-02', to: '2026-05-01', days: 30, name: '' },
      { kind: 'ROLLED', from: '2026-05-02', to: '2026-05-06', days: 5, name: '劳动节' },
    ])
    expect(arithmeticParts(days('2026-04-01', 30)).rolled).toEqual({
      ...{ last: '2026-05-01', to: '2026-05-06', name: '劳动节' },
    })
  })

  it('the 15th is a Sunday: done by Friday, late after Monday', () => {
    expect(dueOf({ date: '2026-11-15' }, calendar)).toMatchObject({ target: '2026-11-13', due: '2026-11-16' })
  })

  it('the 1st is a Sunday, and the duty begins the day before: there is no Friday to be done by', () => {
    const found = dueOf({ date: '2026-11-01' }, calendar)
    expect(found).toMatchObject({ target: '2026-10-30', due: '2026-11-02' })
    expect(targetFrom(found, '2026-10-31')).toBe('2026-11-02')
    expect(targetFrom(found, '2026-10-30')).toBe('2026-10-30')
  })

  it('31 January 2027 is a Sunday beyond the calendar', () => {
    expect(dueOf({ date: '2027-01-31' }, calendar)).toMatchObject({
      ...{ target: '2027-01-29', due: '2027-02-01', provisional: true, missingYears: [2027] },
    })
  })

  it('a 公示 ends after its days, its working days, or never', () => {
    expect(displayEnd('2026-09-22', { min: 7, unit: 'day' }, calendar)?.due).toBe('2026-09-29')
    expect(displayEnd('2026-09-22', { min: 7, unit: 'workday' }, calendar)?.due).toBe('2026-10-09')
    expect(displayEnd('2026-09-22', { min: null, unit: 'day' }, calendar)).toBeNull()
  })
})

describe('hours', () => {
  it('run through the night and the weekend', () => {
    const from = '2026-07-18T13:40:00.000Z' // Saturday, 21:40 in Shanghai
    expect(dueOf({ amount: 5, unit: 'hour', start: from }, calendar)).toMatchObject({
      ...{ due: '2026-07-19', target: '2026-07-19', dueAt: '2026-07-18T18:40:00.000Z', provisional: false },
    })
    expect(dueOf({ amount: 24, unit: 'hour', start: from }, calendar).dueAt).toBe('2026-07-19T13:40:00.000Z')
  })

  it('are never provisional, since they need no calendar', () => {
    const answer = dueOf({ amount: 48, unit: 'hour', start: '2027-01-01T00:00:00Z' }, calendar)
    expect(answer).toMatchObject({ due: '2027-01-03', provisional: false, missingYears: [] })
  })
})

describe('the sentence that explains a due date', () => {
  it('has the holidays that were passed over and the weekend days that were counted, and no weekend', () => {
    expect(arithmeticParts(workdays('2026-09-30', 20))).toEqual({
      start: '2026-09-30',
      counted: 20,
      skipped: [{ from: '2026-10-01', to: '2026-10-07', days: 7, name: '国庆节', local: false }],
      madeUp: [{ from: '2026-10-10', to: '2026-10-10', days: 1, name: '国庆节', local: false }],
      rolled: null,
      target: '2026-11-03',
      due: '2026-11-03',
      dueAt: null,
      provisional: false,
      missingYears: [],
    })
  })

  it('tells days of this place from days of the nation', () => {
    const local = calendarOver({
      national: NATIONAL_YEARS,
      local: [{ date: '2026-11-25', kind: 'HOLIDAY', name: '火把节' }],
    })
    const parts = arithmeticParts(dueOf({ amount: 3, unit: 'workday', start: '2026-11-23' }, local))
    expect(parts).toMatchObject({ due: '2026-11-27', skipped: [{ name: '火把节', local: true }] })
  })
})

describe('amounts and dates nobody can mean', () => {
  it.each([0, -1, 1.5, Number.NaN, 3651, 1e12])('%s is no amount', (amount) => {
    expect(() => workdays('2026-11-23', amount)).toThrow(RangeError)
    expect(() => days('2026-11-23', amount)).toThrow(RangeError)
  })

  it.each(['2026-02-30', '1949-10-01', '9999-12-31', '23.11.2026', ''])(
    '%j is no day to start from',
    (start) => {
      expect(() => workdays(start, 3)).toThrow(RangeError)
      expect(() => dueOf({ date: start }, calendar)).toThrow(RangeError)
    },
  )

  it('the largest amount is still answered', () => {
    expect(workdays('2026-11-23', 3650).provisional).toBe(true)
    expect(dueOf({ amount: 87_600, unit: 'hour', start: '2026-11-23T00:00:00Z' }, calendar).due).toBe(
      '2036-11-20',
    )
  })
})

describe('counting working days', () => {
  it('goes forward and back, and 0 stays', () => {
    expect(addWorkdays('2026-09-28', 5, calendar)).toBe('2026-10-10')
    expect(addWorkdays('2026-10-10', -5, calendar)).toBe('2026-09-28')
    expect(addWorkdays('2026-10-03', 0, calendar)).toBe('2026-10-03')
    expect(previousWorkday('2026-11-15', calendar)).toBe('2026-11-13')
    expect(() => addWorkdays('2026-11-15', 1e9, calendar)).toThrow(RangeError)
  })

  it('tells how many are left, and how many too late', () => {
    expect(workdaysBetween('2026-11-23', '2026-11-26', calendar)).toBe(3)
    expect(workdaysBetween('2026-11-23', '2026-11-16', calendar)).toBe(-5)
    expect(workdaysBetween('2026-11-23', '2026-11-23', calendar)).toBe(0)
  })
})

const date = fc.integer({ min: dayNumber('2004-01-02'), max: dayNumber('2028-12-31') }).map(dateOf)
const local = fc.uniqueArray(
  fc.record({
    date,
    kind: fc.constantFrom('HOLIDAY' as const, 'WORKDAY' as const),
    name: fc.constant('本地'),
  }),
  { maxLength: 40, selector: (day) => day.date },
)

/** Counts one day after another with date objects, from the very lists, without the product's own reckoning. */
function countedByHand(
  start: string,
  amount: number,
  unit: 'workday' | 'day',
  localDays: readonly { date: string; kind: string }[],
): string {
  const listed = (text: string): string | undefined =>
    localDays.find((day) => day.date === text)?.kind ??
    NATIONAL_YEARS.flatMap((year) => year.days).findLast((day) => day.date === text)?.kind
  const works = (day: Temporal.PlainDate): boolean => {
    const kind = listed(day.toString())
    if (kind !== undefined) return kind === 'WORKDAY'
    const { month, day: of } = day
    const fixed = (month === 1 && of === 1) || (month === 5 && of <= 2) || (month === 10 && of <= 3)
    if (day.year > 2026 && fixed) return false
    return day.dayOfWeek < 6
  }
  let day = Temporal.PlainDate.from(start)
  let count = 0
  while (count < amount) {
    day = day.add({ days: 1 })
    if (unit === 'day' || works(day)) count += 1
  }
  while (!works(day)) day = day.add({ days: 1 })
  return day.toString()
}

describe('against a count by hand', () => {
  it('every due date is the same, with local days and beyond the calendar', () => {
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: 1, max: 45 }),
        fc.constantFrom('workday' as const, 'day' as const),
        local,
        (start, amount, unit, localDays) => {
          const over = calendarOver({ national: NATIONAL_YEARS, local: localDays })
          const { due, target, steps, provisional, missingYears } = dueOf({ amount, unit, start }, over)
          expect(due).toBe(countedByHand(start, amount, unit, localDays))
          expect(target <= due && target >= start).toBe(true)
          expect(steps.reduce((sum, step) => sum + step.days, 0)).toBe(dayNumber(due) - dayNumber(start) + 1)
          expect(provisional).toBe(missingYears.length > 0)
          if (unit === 'workday') expect(workdaysBetween(start, due, over)).toBe(amount)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('day numbers are those of the calendar, leap years too', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber('1600-01-01'), max: dayNumber('2400-12-31') }), (number) => {
        const day = Temporal.PlainDate.from('1970-01-01').add({ days: number })
        expect(dateOf(number)).toBe(day.toString())
        expect(dayNumber(day.toString())).toBe(number)
      }),
    )
    expect(isReckonable('2028-02-29')).toBe(true)
    expect(isReckonable('2026-02-29')).toBe(false)
  })
})
