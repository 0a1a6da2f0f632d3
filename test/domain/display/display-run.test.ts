import { describe, expect, it } from 'vitest'
import { checkExpiry, checkPlan } from '../../../domain/display/check-plan.ts'
import type { DisplayPlan } from '../../../domain/display/display-plan.ts'
import {
  daysHung,
  type DisplayTerm,
  displayTerm,
  firstDay,
  lastDay,
  reckonDisplay,
  termAfterGap,
} from '../../../domain/display/display-run.ts'
import { calendarOver } from '../../../domain/duty/calendar/calendar-over.ts'
import { NATIONAL_YEARS } from '../../../domain/duty/calendar/national-calendar.ts'
import { arithmeticParts } from '../../../domain/duty/arithmetic-parts.ts'

const calendar = calendarOver({ national: NATIONAL_YEARS, local: [] })
const days = (count: number) => ({ count, unit: 'CALENDAR_DAY' }) as const
const workdays = (count: number) => ({ count, unit: 'WORKING_DAY' }) as const
const end = (term: DisplayTerm) => reckonDisplay(term, calendar).due

describe('the last day of a public display', () => {
  it('of an advance notice of land expropriation put up on 2 March is 16 March (S4)', () => {
    expect(end(displayTerm(workdays(10), '2026-03-02'))).toBe('2026-03-16')
  })

  it('of a compensation plan put up on 1 April is 6 May: the thirtieth day is the holiday of 1 May (S4)', () => {
    const answer = reckonDisplay(displayTerm(days(30), '2026-04-01'), calendar)
    expect(answer.due).toBe('2026-05-06')
    expect(arithmeticParts(answer).rolled).toEqual({ last: '2026-05-01', to: '2026-05-06', name: '劳动节' })
  })

  it('skips the holidays of 国庆 in working days and counts the Saturday that works', () => {
    expect(end(displayTerm(days(7), '2026-09-22'))).toBe('2026-09-29')
    expect(end(displayTerm(workdays(7), '2026-09-22'))).toBe('2026-10-09')
    // Seven days from 28 September end on 5 October, a holiday.
    expect(end(displayTerm(days(7), '2026-09-28'))).toBe('2026-10-08')
    expect(end(displayTerm(workdays(5), '2026-09-28'))).toBe('2026-10-10')
  })

  it('is provisional where the notice on the next year’s holidays is not on record', () => {
    const answer = reckonDisplay(displayTerm(workdays(10), '2026-12-24'), calendar)
    expect(answer).toMatchObject({ provisional: true, missingYears: [2027] })
  })

  it('is never moved forward by a new calendar, and is moved back by one', () => {
    const term = displayTerm(workdays(5), '2026-12-28')
    const announced = { term, endsOn: end(term) }
    const newYear = (kind: 'HOLIDAY' | 'WORKDAY', date: string) =>
      calendarOver({ national: NATIONAL_YEARS, local: [{ date, kind, name: '元旦' }] })
    expect(announced.endsOn).toBe('2027-01-05')
    expect(lastDay(announced, newYear('WORKDAY', '2027-01-02'))).toBe('2027-01-05')
    expect(lastDay(announced, newYear('HOLIDAY', '2027-01-04'))).toBe('2027-01-06')
  })

  it('is not counted from a day before the notice was published', () => {
    expect(firstDay('2026-03-01', '2026-03-02')).toBe('2026-03-02')
    expect(firstDay('2026-03-05', '2026-03-02')).toBe('2026-03-05')
    expect(firstDay(null, '2026-03-02')).toBe('2026-03-02')
  })
})

describe('putting something up again after a gap', () => {
  // Put up on Monday 2 March; on Friday the 6th the board is gone.
  const term = displayTerm(workdays(10), '2026-03-02')
  const gap = { gapOn: '2026-03-06', startsOn: '2026-03-10' } as const

  it('knows how many of its days it had hung whole', () => {
    expect(daysHung(term, '2026-03-06', calendar)).toBe(3)
    expect(daysHung(term, '2026-03-07', calendar)).toBe(4)
    expect(daysHung(term, '2026-03-02', calendar)).toBe(0)
    expect(daysHung(displayTerm(days(7), '2026-03-02'), '2026-03-06', calendar)).toBe(3)
  })

  it('counts the days that were left, or all of them anew, as the person chooses', () => {
    const remaining = termAfterGap(term, { ...gap, counting: 'REMAINING' }, calendar)
    expect(remaining).toEqual({ amount: 7, unit: 'workday', start: '2026-03-10' })
    expect(end(remaining)).toBe('2026-03-19')
    expect(end(termAfterGap(term, { ...gap, counting: 'ANEW' }, calendar))).toBe('2026-03-24')
  })

  it('after a second gap begins anew with the whole length, not with what the first had left', () => {
    const left = termAfterGap(term, { ...gap, counting: 'REMAINING' }, calendar)
    const again = { gapOn: '2026-03-12', startsOn: '2026-03-13', whole: term } as const
    expect(termAfterGap(left, { ...again, counting: 'ANEW' }, calendar).amount).toBe(10)
    expect(termAfterGap(left, { ...again, counting: 'REMAINING' }, calendar).amount).toBe(6)
  })

  it('leaves one day at least, also when only the rest days at the end were missed', () => {
    const long = displayTerm(days(30), '2026-04-01')
    const late = { gapOn: '2026-05-05', startsOn: '2026-05-07', counting: 'REMAINING' } as const
    expect(termAfterGap(long, late, calendar).amount).toBe(1)
  })
})

describe('what a 公示 has to say before it is handed in', () => {
  const plan: DisplayPlan = {
    startsOn: null,
    length: days(7),
    places: [{ boardId: null, name: '镇政府公开栏' }],
    objection: { telephone: '0999-6100105', address: '', person: '', email: '' },
    basis: '',
  }
  const refused = (change: Partial<DisplayPlan> | null) => {
    const answer = checkPlan(change && { ...plan, ...change })
    return answer.ok ? 'accepted' : answer.code
  }

  it('is for how long, where, and how to object', () => {
    expect(refused({})).toBe('accepted')
    expect(refused(null)).toBe('display.length-required')
    expect(refused({ places: [] })).toBe('display.place-required')
    expect(refused({ places: [{ boardId: null, name: ' ' }] })).toBe('display.place-required')
    // A name alone is no way to object.
    const nobody = { telephone: '', address: '', email: '', person: '周敏' }
    expect(refused({ objection: nobody })).toBe('display.objection-required')
  })

  it('and that it hangs until its last day is over', () => {
    const expires = (at: string) => checkExpiry(at, plan, '2026-11-16', calendar)
    expect(expires('2026-11-23T15:59:00.000Z')).toMatchObject({ params: { lastDay: '2026-11-23' } })
    expect(expires('2026-11-23T16:00:00.000Z').ok).toBe(true)
    expect(checkExpiry(undefined, plan, '2026-11-16', calendar).ok).toBe(true)
  })
})
