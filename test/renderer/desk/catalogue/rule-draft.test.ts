import { describe, expect, it } from 'vitest'
import type { DeadlineRule } from '../../../../domain/duty/deadline/deadline-rule.ts'
import { DEADLINE_CLASSES } from '../../../../domain/duty/deadline/deadline-rule.ts'
import { nextPeriodDay } from '../../../../renderer/desk/catalogue/rule/next-period-day.ts'
import { draftOf, formsOf, valueOf, withClass } from '../../../../renderer/desk/catalogue/rule/rule-draft.ts'

const RULES: readonly DeadlineRule[] = [
  { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'formed_or_changed' },
  { class: 'IMMEDIATE' },
  { class: 'QUARTERLY', monthday: 20, offset: 'nextQuarterFirstMonth' },
  { class: 'YEARLY', date: '01-31' },
  { class: 'STAGED', stages: [{ name: '受理', amount: 5, unit: 'workday', from: 'accepted' }] },
]

describe('the fields of the rule editor', () => {
  it.each(RULES)('give the rule back as it was: %o', (rule) => {
    const value = { rule, displayPeriod: { min: 7, unit: 'workday' } as const }
    expect(valueOf(draftOf(value))).toEqual(value)
  })

  it('are no rule while a number is missing or is none', () => {
    const draft = withClass(draftOf({ rule: null, displayPeriod: null }), 'ON_EVENT')
    expect(valueOf(draft)).toBeNull()
    expect(valueOf({ ...draft, amount: '二十' })).toBeNull()
    expect(valueOf({ ...draft, amount: '０' })).toBeNull()
    expect(valueOf({ ...draft, amount: '２０' })?.rule?.amount).toBe(20)
  })

  it('refuse a day that a month never has', () => {
    const draft = {
      ...withClass(draftOf({ rule: null, displayPeriod: null }), 'YEARLY'),
      month: '2',
      day: '30',
    }
    expect(valueOf(draft)).toBeNull()
    expect(valueOf({ ...draft, day: '28' })?.rule?.date).toBe('02-28')
  })

  it('count periods from their end and put the day into the month after, when a class is chosen', () => {
    const monthly = withClass(draftOf({ rule: null, displayPeriod: null }), 'QUARTERLY')
    expect(monthly.from).toBe('period_end')
    expect(valueOf({ ...monthly, monthday: '15' })?.rule).toEqual({
      class: 'QUARTERLY',
      monthday: 15,
      offset: 'nextQuarterFirstMonth',
    })
  })

  it('offer a way to say nothing but the class for every class', () => {
    for (const kind of DEADLINE_CLASSES) expect(formsOf(kind)).toContain('NONE')
  })

  it('leave the deadline unset while no class is chosen, and keep the display period', () => {
    const value = { rule: null, displayPeriod: { min: null, unit: 'day' } as const }
    expect(valueOf(draftOf(value))).toEqual(value)
  })
})

describe('the example of a periodic rule', () => {
  it('lies in the month after the period today is in', () => {
    const rule: DeadlineRule = { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' }
    expect(nextPeriodDay(rule, '2026-11-23')).toEqual({ period: '2026-11', date: '2026-12-15' })
    expect(nextPeriodDay(rule, '2026-12-01')).toEqual({ period: '2026-12', date: '2027-01-15' })
  })

  it('takes the last day of a shorter month for the 31st', () => {
    const rule: DeadlineRule = { class: 'MONTHLY', monthday: 31, offset: 'nextMonth' }
    expect(nextPeriodDay(rule, '2027-01-10')?.date).toBe('2027-02-28')
    expect(nextPeriodDay(rule, '2028-01-10')?.date).toBe('2028-02-29')
  })

  it('knows quarters, half-years and fixed dates', () => {
    const quarter: DeadlineRule = { class: 'QUARTERLY', monthday: 20, offset: 'nextQuarterFirstMonth' }
    expect(nextPeriodDay(quarter, '2026-11-23')).toEqual({ period: '2026-Q4', date: '2027-01-20' })
    const half: DeadlineRule = { class: 'HALF_YEARLY', monthday: 10, offset: 'nextHalfFirstMonth' }
    expect(nextPeriodDay(half, '2026-03-01')).toEqual({ period: '2026-H1', date: '2026-07-10' })
    expect(nextPeriodDay({ class: 'YEARLY', date: '01-31' }, '2026-11-23')).toEqual({
      period: '2027',
      date: '2027-01-31',
    })
  })
})
