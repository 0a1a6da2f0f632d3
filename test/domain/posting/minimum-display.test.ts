import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayTerm, reckonDisplay } from '../../../domain/display/display-run.ts'
import { calendarOver } from '../../../domain/duty/calendar/calendar-over.ts'
import { dateOf, dayNumber } from '../../../domain/duty/calendar/day-number.ts'
import { NATIONAL_YEARS } from '../../../domain/duty/calendar/national-calendar.ts'
import { dueDown } from '../../../domain/posting/due-down.ts'
import { checkRemoval } from '../../../domain/posting/early-removal.ts'
import { minimumDisplay, type MinimumGround } from '../../../domain/posting/minimum-display.ts'
import { type PostingRule, ruleFor } from '../../../domain/posting/posting-rule.ts'

const calendar = calendarOver({ national: NATIONAL_YEARS, local: [] })

function run(count: number, unit: 'WORKING_DAY' | 'CALENDAR_DAY', start: string): MinimumGround['run'] {
  const term = displayTerm({ count, unit }, start)
  return { term, lastDay: reckonDisplay(term, calendar).due, basis: '土地管理法', verified: 'LAW' }
}

const last = (ground: Partial<MinimumGround> & Pick<MinimumGround, 'postedOn'>) =>
  minimumDisplay({ run: null, rule: null, gaps: [], ...ground }, calendar)?.lastDay

const RULE: PostingRule & { readonly days: number } = {
  regime: 'VILLAGE',
  effectiveFrom: '2026-01-01',
  days: 10,
  unit: 'day',
  basis: '县里规定',
  verified: 'UNVERIFIED',
}

describe('how long a sheet must hang at least', () => {
  it('ten working days from 2 March 2026 end on the 16th (S4)', () => {
    expect(last({ run: run(10, 'WORKING_DAY', '2026-03-02'), postedOn: '2026-03-02' })).toBe('2026-03-16')
  })

  it('thirty days from 1 April 2026 end on 1 May, a holiday, and roll to 6 May (S4)', () => {
    const found = minimumDisplay(
      { run: run(30, 'CALENDAR_DAY', '2026-04-01'), rule: null, postedOn: '2026-04-01', gaps: [] },
      calendar,
    )
    expect(found?.lastDay).toBe('2026-05-06')
    expect(found?.reckoned.steps.at(-1)).toMatchObject({ kind: 'ROLLED', to: '2026-05-06' })
  })

  it('seven days of a 低保 display end on the seventh day after', () => {
    expect(last({ run: run(7, 'CALENDAR_DAY', '2026-11-16'), postedOn: '2026-11-16' })).toBe('2026-11-23')
  })

  it('on a board where it was put up later, the days count from then', () => {
    expect(last({ run: run(10, 'WORKING_DAY', '2026-03-02'), postedOn: '2026-03-04' })).toBe('2026-03-18')
  })

  it('put up before its first day, the announced last day holds', () => {
    expect(last({ run: run(10, 'WORKING_DAY', '2026-03-02'), postedOn: '2026-02-27' })).toBe('2026-03-16')
  })

  it('days on which it was damaged do not count; put right on the same day it loses none', () => {
    const ground = { run: run(10, 'WORKING_DAY', '2026-03-02'), postedOn: '2026-03-02' }
    expect(last({ ...ground, gaps: [{ from: '2026-03-06', to: '2026-03-06' }] })).toBe('2026-03-16')
    expect(last({ ...ground, gaps: [{ from: '2026-03-06', to: '2026-03-10' }] })).toBe('2026-03-19')
  })

  it('a second gap within the days that the first one added counts as well', () => {
    const ground = { run: run(10, 'WORKING_DAY', '2026-03-02'), postedOn: '2026-03-02' }
    const gaps = [
      { from: '2026-03-06', to: '2026-03-10' },
      { from: '2026-03-18', to: '2026-03-20' },
    ]
    expect(last({ ...ground, gaps })).toBe('2026-03-24')
  })

  it('new paper of the same days goes on where the old one left off, less the days between', () => {
    const ground = { run: run(7, 'CALENDAR_DAY', '2026-11-23'), postedOn: '2026-11-27' }
    const earlier = { postedOn: '2026-11-23', until: '2026-11-27', gaps: [] }
    expect(last(ground)).toBe('2026-12-04')
    expect(last({ ...ground, earlier: [earlier] })).toBe('2026-11-30')
    expect(last({ ...ground, earlier: [{ ...earlier, until: '2026-11-26' }] })).toBe('2026-12-02')
    const gaps = [{ from: '2026-11-24', to: '2026-11-25' }]
    expect(last({ ...ground, earlier: [{ ...earlier, gaps }] })).toBe('2026-12-02')
    expect(last({ ...ground, earlier: [{ ...earlier, until: null }] })).toBe('2026-11-30')
  })

  it('damage after the days were over changes nothing', () => {
    const ground = { run: run(10, 'WORKING_DAY', '2026-03-02'), postedOn: '2026-03-02' }
    expect(last({ ...ground, gaps: [{ from: '2026-03-20', to: '2026-03-25' }] })).toBe('2026-03-16')
  })

  it('a local rule counts from putting up and says that it is unverified (S2)', () => {
    const found = minimumDisplay({ run: null, rule: RULE, postedOn: '2026-11-16', gaps: [] }, calendar)
    expect(found).toMatchObject({ lastDay: '2026-11-26', source: 'LOCAL_RULE', verified: 'UNVERIFIED' })
  })

  it('where 公示 and local rule both ask for something, the later day holds', () => {
    const short = run(3, 'CALENDAR_DAY', '2026-11-16')
    const both = minimumDisplay({ run: short, rule: RULE, postedOn: '2026-11-16', gaps: [] }, calendar)
    expect(both).toMatchObject({ lastDay: '2026-11-26', source: 'LOCAL_RULE' })
  })

  it('nothing asks for a number of days of a plain notice', () => {
    expect(last({ postedOn: '2026-11-16' })).toBeUndefined()
  })

  it('putting up later, or a gap, never makes the last day earlier', () => {
    const first = dayNumber('2026-03-02')
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        (late, gapAfter, gapDays) => {
          const postedOn = dateOf(first + late)
          const ground = { run: run(10, 'WORKING_DAY', '2026-03-02'), postedOn }
          const whole = last(ground) ?? ''
          const from = dateOf(first + late + gapAfter)
          const gaps = [{ from, to: dateOf(dayNumber(from) + gapDays) }]
          expect(whole >= '2026-03-16').toBe(true)
          expect((last({ ...ground, gaps }) ?? '') >= whole).toBe(true)
        },
      ),
    )
  })
})

describe('the local rule of a board', () => {
  const later: PostingRule = { ...RULE, days: null, effectiveFrom: '2026-12-01' }
  it('is that of its kind which held on the day the sheet was put up', () => {
    expect(ruleFor([RULE], 'GOV', '2026-11-16')).toBeNull()
    expect(ruleFor([later, RULE], 'VILLAGE', '2026-11-16')?.days).toBe(10)
    expect(ruleFor([later, RULE], 'VILLAGE', '2026-12-01')).toBeNull()
    expect(ruleFor([RULE], 'VILLAGE', '2025-12-31')).toBeNull()
  })
  it('of two for one day the one entered last counts; one for an earlier day does not push a later one aside', () => {
    expect(ruleFor([{ ...RULE, days: 15 }, RULE], 'VILLAGE', '2026-11-16')?.days).toBe(15)
    const earlier = { ...RULE, days: 20, effectiveFrom: '2025-06-01' }
    expect(ruleFor([earlier, RULE], 'VILLAGE', '2026-11-16')?.days).toBe(10)
  })
})

describe('taking a sheet down', () => {
  it('before or on its last day asks for a reason, and is early with one', () => {
    const refused = { ok: false, code: 'posting.early-removal', params: { lastDay: '2026-03-16' } }
    expect(checkRemoval({ on: '2026-03-16', reason: '  ' }, '2026-03-16')).toEqual(refused)
    expect(checkRemoval({ on: '2026-03-10', reason: '名单有误' }, '2026-03-16')).toEqual({
      ok: true,
      value: { reason: '名单有误', earlyBefore: '2026-03-16' },
    })
  })
  it('from the day after it needs none', () => {
    expect(checkRemoval({ on: '2026-03-17', reason: '' }, '2026-03-16')).toEqual({
      ok: true,
      value: { reason: '', earlyBefore: null },
    })
  })
})

describe('from which day a sheet should be gone', () => {
  const nothing = {
    withdrawn: null,
    correctedOn: null,
    outOfScopeOn: null,
    stoppedOn: null,
    expiresOn: null,
    minimum: null,
  }
  const display = { lastDay: '2026-03-16', ends: true }
  it('the day after its 公示 is over; a local rule takes nothing down', () => {
    expect(dueDown({ ...nothing, minimum: display })).toEqual({ from: '2026-03-17', reason: 'PERIOD_OVER' })
    expect(dueDown({ ...nothing, minimum: { ...display, ends: false } })).toBeNull()
  })
  it('also when the local rule of its board asked for the later day', () => {
    const minimum = minimumDisplay(
      { run: run(7, 'CALENDAR_DAY', '2026-11-16'), rule: RULE, postedOn: '2026-11-16', gaps: [] },
      calendar,
    )
    expect(dueDown({ ...nothing, minimum })).toEqual({ from: '2026-11-27', reason: 'PERIOD_OVER' })
  })
  it('on the day its 公示 was ended early', () => {
    expect(dueDown({ ...nothing, stoppedOn: '2026-03-05' })).toEqual({
      from: '2026-03-05',
      reason: 'STOPPED',
    })
  })
  it('on the day its notice expires', () => {
    expect(dueDown({ ...nothing, expiresOn: '2026-03-10', minimum: display })?.reason).toBe('EXPIRED')
  })
  it('at once when its notice was taken down or corrected', () => {
    const withdrawn = { on: '2026-03-05', expired: false }
    expect(dueDown({ ...nothing, withdrawn, minimum: display })).toEqual({
      from: '2026-03-05',
      reason: 'WITHDRAWN',
    })
    expect(dueDown({ ...nothing, correctedOn: '2026-03-04' })?.reason).toBe('CORRECTED')
    expect(dueDown({ ...nothing, withdrawn: { ...withdrawn, expired: true } })?.reason).toBe('EXPIRED')
  })
})
