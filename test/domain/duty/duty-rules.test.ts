import { describe, expect, it } from 'vitest'
import { calendarOver } from '../../../domain/duty/calendar/calendar-over.ts'
import { dueOf } from '../../../domain/duty/due-of.ts'
import { groundFor } from '../../../domain/duty/duty-ground.ts'
import { disclosedHere, planDuties } from '../../../domain/duty/duty-plan.ts'
import { dutyState, momentOf } from '../../../domain/duty/duty-state.ts'
import { NATIONAL_YEARS } from '../../../domain/duty/calendar/national-calendar.ts'
import { nextPeriod, periodOf, periodsFrom, readPeriod } from '../../../domain/duty/period.ts'
import type { RuleRecord } from '../../../domain/duty/rule-record.ts'
import { defaultRule, ruleInForce } from '../../../domain/duty/rule-set.ts'
import { STARTER_RULES } from '../../../domain/duty/starter-rules.ts'
import { eventTerm, periodClassOf, periodTerm } from '../../../domain/duty/term.ts'
import type { DeadlineRule } from '../../../domain/duty/deadline/deadline-rule.ts'
import type { DutyClosing } from '../../../domain/duty/duty.ts'

const calendar = calendarOver({ national: NATIONAL_YEARS, local: [] })
const TODAY = '2026-11-23'

function period(name: string) {
  const found = readPeriod(name)
  if (!found) throw new Error(name)
  return found
}

function dueFor(rule: DeadlineRule, name: string) {
  const found = periodTerm(rule, period(name))
  if (!found) throw new Error(`no term for ${name}`)
  const { target, due } = dueOf(found.term, calendar)
  return { startsOn: found.startsOn, target, due }
}

describe('the starter rules', () => {
  it('hold every rule of the domain book, with how far each was checked', () => {
    const told = STARTER_RULES.map(({ ruleId }) => ruleId)
    for (const id of 'OGI26 OGI30 OGI33 OGI32 OGI34 OGI49 SEED3D EMER24 EMER5 OPIN48 LAND10 LAND30 LAND15 MAD30 BUDG20 CQ15M CQ15Q CQ10D CQ10B DIBAO7 OBJ3 OBJ10 XF15 XF60'.split(
      ' ',
    )) {
      expect(told).toContain(id)
    }
    expect(new Set(told).size).toBe(told.length)
    const verified = (id: string) => STARTER_RULES.find(({ ruleId }) => ruleId === id)?.verified
    expect(['OGI26', 'SEED3D', 'EMER5', 'DIBAO7'].map(verified)).toEqual([
      'LAW',
      'SOURCE',
      'PAGE',
      'UNVERIFIED',
    ])
  })

  it('say so wherever another place’s rule, or none at all, stands in as a default', () => {
    for (const rule of STARTER_RULES.filter(({ defaultFor }) => defaultFor.length > 0)) {
      if (rule.ruleId === 'OGI26') continue
      expect(rule.note, rule.ruleId).toMatch(/以本地规定为准/)
      if (rule.basis === '') expect(rule.verified, rule.ruleId).toBe('UNVERIFIED')
    }
  })

  it('of versions the newest that has begun is in force; an ended rule does not come back', () => {
    const [first] = STARTER_RULES
    if (!first) throw new Error('no rules')
    const second: RuleRecord = { ...first, version: 2, effectiveFrom: '2026-12-01' }
    const ended: RuleRecord = { ...first, version: 3, effectiveFrom: '2027-01-01', effectiveTo: '2027-03-31' }
    const rules = [first, second, ended]
    expect(ruleInForce(rules, first.ruleId, '2026-11-30')?.version).toBe(1)
    expect(ruleInForce(rules, first.ruleId, '2026-12-01')?.version).toBe(2)
    expect(ruleInForce(rules, first.ruleId, '2027-03-31')?.version).toBe(3)
    expect(ruleInForce(rules, first.ruleId, '2027-04-01')).toBeUndefined()
  })

  it('a county’s own default goes before the one from another province', () => {
    const own: RuleRecord = {
      ruleId: 'X-20',
      version: 1,
      name: '本县村务按季',
      rule: { class: 'QUARTERLY', monthday: 20, offset: 'nextQuarterFirstMonth' },
      displayPeriod: null,
      basis: '本县村务公开目录',
      scope: 'COUNTY',
      verified: 'SOURCE',
      defaultFor: ['VILLAGE'],
      effectiveFrom: null,
      effectiveTo: null,
      note: '',
    }
    expect(defaultRule([...STARTER_RULES, own], 'VILLAGE', 'QUARTERLY', TODAY)?.ruleId).toBe('X-20')
    expect(defaultRule([...STARTER_RULES, own], 'RESIDENT', 'QUARTERLY', TODAY)?.ruleId).toBe('CQ15Q')
  })
})

describe('by which rule an item is due', () => {
  const item = (deadlineText: string, deadlineRule: DeadlineRule | null) => ({
    deadlineText,
    deadlineRule,
    legalBasis: '条例',
  })

  it('its own, when the table says when', () => {
    const ground = groundFor(
      item('10个工作日内', { class: 'ON_EVENT', amount: 10, unit: 'workday', from: 'formed' }),
      STARTER_RULES,
      'GOV',
      TODAY,
    )
    expect(ground).toMatchObject({
      ruleId: null,
      basis: '条例',
      verified: 'SOURCE',
      deadlineText: '10个工作日内',
    })
  })

  it('the default of the regime, when the text gives no days; it names both', () => {
    expect(groundFor(item('按月', { class: 'MONTHLY' }), STARTER_RULES, 'VILLAGE', TODAY)).toMatchObject({
      deadlineText: '按月',
      ruleId: 'CQ15M',
      rule: { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' },
    })
    expect(groundFor(item('按季', { class: 'QUARTERLY' }), STARTER_RULES, 'GOV', TODAY)).toMatchObject({
      ruleId: 'OGI26',
      rule: { class: 'QUARTERLY', amount: 20, unit: 'workday' },
    })
    expect(groundFor(item('即时', { class: 'IMMEDIATE' }), STARTER_RULES, 'GOV', TODAY)?.ruleId).toBe('OGI26')
    expect(groundFor(item('按季', { class: 'QUARTERLY' }), STARTER_RULES, 'PARTY', TODAY)?.verified).toBe(
      'UNVERIFIED',
    )
  })

  it('none, when the text was not understood', () => {
    expect(groundFor(item('适时', null), STARTER_RULES, 'GOV', TODAY)).toBeNull()
  })
})

describe('periods', () => {
  it('are named by month, quarter, half-year and year', () => {
    expect(
      ['MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'].map(
        (name) => periodOf(name as 'MONTHLY', TODAY).name,
      ),
    ).toEqual(['2026-11', '2026-Q4', '2026-H2', '2026'])
    expect(nextPeriod(period('2026-12')).name).toBe('2027-01')
    expect(nextPeriod(period('2026-Q4'))).toMatchObject({
      name: '2027-Q1',
      from: '2027-01-01',
      to: '2027-03-31',
    })
    expect(nextPeriod(period('2026-H2')).name).toBe('2027-H1')
    expect(period('2028-02').to).toBe('2028-02-29')
    expect(readPeriod('2026-13')).toBeNull()
    expect(readPeriod('2026-Q5')).toBeNull()
    expect(periodsFrom('QUARTERLY', '2026-05-05', '2026-11-23').map(({ name }) => name)).toEqual([
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
    ])
  })
})

describe('when a period is due', () => {
  it('S2: October by the 15th of November, a Sunday: in good time on the 13th, late after the 16th', () => {
    expect(dueFor({ class: 'MONTHLY', monthday: 15, offset: 'nextMonth' }, '2026-10')).toEqual({
      startsOn: '2026-10-31',
      target: '2026-11-13',
      due: '2026-11-16',
    })
  })

  it('S3: 20 working days after the third quarter are 3 November', () => {
    expect(dueFor({ class: 'QUARTERLY', amount: 20, unit: 'workday' }, '2026-Q3')).toMatchObject({
      startsOn: '2026-09-30',
      due: '2026-11-03',
    })
  })

  it('the 20th of each quarter’s first month', () => {
    const rule = { class: 'QUARTERLY', monthday: 20, offset: 'nextQuarterFirstMonth' } as const
    expect(dueFor(rule, '2026-Q3').due).toBe('2026-10-20')
    expect(dueFor(rule, '2026-Q4')).toMatchObject({ startsOn: '2026-12-31', due: '2027-01-20' })
  })

  it('the first month after a half-year or a year', () => {
    expect(
      periodTerm({ class: 'HALF_YEARLY', monthday: 15, offset: 'nextHalfFirstMonth' }, period('2026-H1'))
        ?.term,
    ).toEqual({ date: '2026-07-15' })
    expect(
      periodTerm({ class: 'YEARLY', monthday: 15, offset: 'nextYearFirstMonth' }, period('2026'))?.term,
    ).toEqual({ date: '2027-01-15' })
  })

  it('a day beyond the month is its last day', () => {
    expect(
      periodTerm({ class: 'MONTHLY', monthday: 31, offset: 'nextMonth' }, period('2027-01'))?.term,
    ).toEqual({ date: '2027-02-28' })
  })

  it('a day within the period can be worked off from the period’s first day on', () => {
    expect(periodTerm({ class: 'MONTHLY', monthday: 25, offset: 'lastMonth' }, period('2026-10'))).toEqual({
      term: { date: '2026-10-25' },
      startsOn: '2026-10-01',
    })
  })

  it('S9: 31 January of the year itself; in 2027 a Sunday, so in good time on Friday the 29th', () => {
    expect(dueFor({ class: 'YEARLY', date: '01-31' }, '2027')).toEqual({
      startsOn: '2027-01-01',
      target: '2027-01-29',
      due: '2027-02-01',
    })
  })

  it('what stands for good is checked by 31 December', () => {
    expect(dueFor({ class: 'STANDING' }, '2026')).toEqual({
      startsOn: '2026-01-01',
      target: '2026-12-31',
      due: '2026-12-31',
    })
  })

  it('a rule makes nothing for a period that is not of its class, nor when it does not say when', () => {
    expect(periodTerm({ class: 'MONTHLY', monthday: 15 }, period('2026-Q3'))).toBeNull()
    expect(periodTerm({ class: 'MONTHLY' }, period('2026-10'))).toBeNull()
    expect(periodTerm({ class: 'ON_EVENT', amount: 20, unit: 'workday' }, period('2026-10'))).toBeNull()
  })

  it('S5: hours count from the instant, through a weekend', () => {
    const at = '2026-07-18T13:40:00.000Z'
    const due = (amount: number) => {
      const term = eventTerm({ amount, unit: 'hour' }, { on: '2026-07-18', at })
      return term && dueOf(term, calendar).dueAt
    }
    expect(due(5)).toBe('2026-07-18T18:40:00.000Z')
    expect(due(24)).toBe('2026-07-19T13:40:00.000Z')
    expect(eventTerm({ amount: 5, unit: 'hour' }, { on: '2026-07-18', at: null })).toBeNull()
  })
})

describe('what is planned ahead', () => {
  it('from the period of the beginning to the one after the current, three months ahead at least', () => {
    const names = (rule: DeadlineRule, former = false) => {
      const periodClass = periodClassOf(rule)
      const start = { from: '2026-10-05', former }
      return periodClass && planDuties(periodClass, () => rule, start, TODAY).map(({ period }) => period)
    }
    expect(names({ class: 'MONTHLY', monthday: 15, offset: 'nextMonth' })).toEqual([
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
    ])
    expect(names({ class: 'QUARTERLY', monthday: 15, offset: 'nextQuarterFirstMonth' })).toEqual([
      '2026-Q4',
      '2027-Q1',
    ])
    expect(names({ class: 'YEARLY', amount: 20, unit: 'workday' })).toEqual(['2026', '2027'])
    expect(names({ class: 'STANDING' })).toEqual(['2026', '2027'])
    expect(names({ class: 'PER_BATCH', amount: 20, unit: 'workday' })).toBeNull()
    expect(names({ class: 'MONTHLY', monthday: 15, offset: 'nextMonth' }, true)?.[0]).toBe('2026-09')
    expect(names({ class: 'QUARTERLY', amount: 20, unit: 'workday' }, true)?.[0]).toBe('2026-Q3')
    expect(names({ class: 'HALF_YEARLY', amount: 20, unit: 'workday' }, true)?.[0]).toBe('2026-H1')
    expect(names({ class: 'STANDING' }, true)?.[0]).toBe('2026')
  })

  it('nothing is overdue from before the office began', () => {
    const start = { from: '2026-10-05', former: true }
    const rule = { class: 'YEARLY', date: '01-31' } as const
    expect(planDuties('YEARLY', () => rule, start, TODAY)).toMatchObject([
      { period: '2027', term: { date: '2027-01-31' } },
    ])
  })

  it('each period by the rule that holds on its last day', () => {
    const ruleOn = (day: string): DeadlineRule => ({
      class: 'MONTHLY',
      monthday: day < '2027-01-01' ? 15 : 25,
    })
    expect(planDuties('MONTHLY', ruleOn, { from: '2026-12-02', former: false }, TODAY)).toMatchObject([
      { period: '2026-12', term: { date: '2027-01-15' } },
      { period: '2027-01', term: { date: '2027-02-25' } },
      { period: '2027-02', term: { date: '2027-03-25' } },
    ])
  })

  it('nothing for what is given on request, to named persons, or at county level only', () => {
    const item = { disclosureMode: 'PROACTIVE', disclosureScope: 'PUBLIC', levels: [] } as const
    expect(disclosedHere(item)).toBe(true)
    expect(disclosedHere({ ...item, disclosureMode: 'ON_REQUEST' })).toBe(false)
    expect(disclosedHere({ ...item, disclosureScope: 'NAMED_PERSONS' })).toBe(false)
    expect(disclosedHere({ ...item, levels: ['县级'] })).toBe(false)
    expect(disclosedHere({ ...item, levels: ['县(市、区)级'] })).toBe(false)
    expect(disclosedHere({ ...item, levels: ['县级', '乡级'] })).toBe(true)
    expect(disclosedHere({ ...item, levels: ['村级'] })).toBe(true)
    expect(disclosedHere({ ...item, levels: ['社区'] })).toBe(true)
  })
})

describe('the state of a duty', () => {
  const moment = momentOf(TODAY, '2026-11-23T01:42:00.000Z', calendar)
  const open = (due: string, dueAt: string | null = null) => dutyState({ due, dueAt, closing: null }, moment)
  const closing = (change: Partial<DutyClosing>): DutyClosing => ({
    kind: 'PUBLISHED',
    at: '2026-11-16T02:00:00.000Z',
    on: '2026-11-16',
    accountId: 'a',
    noticeId: null,
    reason: '',
    clockDoubt: false,
    ...change,
  })
  const closed = (change: Partial<DutyClosing>, dueAt: string | null = null) =>
    dutyState({ due: '2026-11-16', dueAt, closing: closing(change) }, moment)

  it('is overdue after its last day, and soon within three working days', () => {
    expect(open('2026-11-16')).toBe('OVERDUE')
    expect(open('2026-11-20')).toBe('OVERDUE')
    expect(open('2026-11-23')).toBe('DUE_SOON')
    expect(open('2026-11-26')).toBe('DUE_SOON')
    expect(open('2026-11-27')).toBe('OPEN')
  })

  it('in hours is overdue at its instant, not at the end of the day', () => {
    expect(open('2026-11-23', '2026-11-23T01:41:59.000Z')).toBe('OVERDUE')
    expect(open('2026-11-23', '2026-11-23T01:42:01.000Z')).toBe('DUE_SOON')
  })

  it('is done on its last day, and late after it', () => {
    expect(closed({})).toBe('DONE')
    expect(closed({ on: '2026-11-17', at: '2026-11-17T02:00:00.000Z' })).toBe('DONE_LATE')
    expect(closed({ kind: 'NIL' })).toBe('NIL_REPORTED')
    expect(closed({ kind: 'NIL', on: '2026-11-17' })).toBe('NIL_REPORTED_LATE')
    expect(closed({ kind: 'WAIVED', on: '2026-11-17' })).toBe('WAIVED')
  })

  it('is neither on time nor late while the clock is in doubt', () => {
    expect(closed({ clockDoubt: true })).toBe('DONE_UNCONFIRMED')
  })

  it('in hours is late by the instant; a day confirmed afterwards has no hour', () => {
    expect(closed({}, '2026-11-16T01:59:00.000Z')).toBe('DONE_LATE')
    expect(closed({}, '2026-11-16T02:00:00.000Z')).toBe('DONE')
    expect(closed({ at: '2026-11-18T02:00:00.000Z' }, '2026-11-16T01:59:00.000Z')).toBe('DONE')
  })
})
