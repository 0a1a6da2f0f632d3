import { calendarOver } from '../../../../domain/duty/calendar/calendar-over.ts'
import { dueOf } from '../../../../domain/duty/due-of.ts'
import type { DueTerm } from '../../../../domain/duty/due.ts'
import type { DutyGround } from '../../../../domain/duty/duty.ts'
import { NATIONAL_YEARS } from '../../../../domain/duty/calendar/national-calendar.ts'
import { workdaysBetween } from '../../../../domain/duty/calendar/workdays.ts'
import type { DutyDetail, DutyFooting, DutyRow, UnitRef } from '../../../../server/duty/views.ts'

/** The years that come with the program, and nothing else. */
export const CALENDAR = calendarOver({ national: NATIONAL_YEARS, local: [] })

/** Scenario S1. */
export const TODAY = '2026-11-23'

export const HEXI: UnitRef = { id: 'u-hexi', name: '河西村', kind: 'VILLAGE' }
export const TOWNSHIP: UnitRef = { id: 'township', name: '示例县云溪镇人民政府', kind: 'TOWNSHIP' }

/** A ground: the catalogue's own rule unless told otherwise. */
export function groundOf(change: Partial<DutyGround> = {}): DutyGround {
  return {
    deadlineText: '信息形成或者变更之日起20个工作日内',
    rule: { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'formed_or_changed' },
    ruleId: null,
    ruleVersion: null,
    ruleName: '',
    basis: '',
    scope: null,
    verified: 'LAW',
    ...change,
  }
}

/** 村务按月 (CQ15M). */
export const VILLAGE_MONTHLY = groundOf({
  deadlineText: '',
  rule: { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' },
  ruleId: 'CQ15M',
  ruleVersion: 1,
  ruleName: '村务按月',
  basis: '重庆办法第30条',
  scope: 'PROVINCE',
})

export const FOOTING: DutyFooting = {
  today: TODAY,
  clock: { trusted: true, now: '2026-11-23T01:42:00.000Z', newestRecord: '2026-11-22T08:00:00.000Z' },
  calendar: { from: '2004-01-01', to: '2026-12-31' },
  upkeep: 'CURRENT',
}

/** An open duty of a term, reckoned over the program's own calendar. */
export function dutyRow(term: DueTerm, change: Partial<DutyRow> = {}): DutyRow {
  const answer = dueOf(term, CALENDAR)
  const workdaysLeft = workdaysBetween(TODAY, answer.due, CALENDAR)
  return {
    id: 'd-1',
    kind: 'PERIODIC',
    regime: 'VILLAGE',
    unit: HEXI,
    itemId: 'i-1',
    title: '财务收支公开表',
    period: '2026-10',
    event: '',
    stage: 0,
    stageName: '',
    state: workdaysLeft < 0 ? 'OVERDUE' : workdaysLeft <= 3 ? 'DUE_SOON' : 'OPEN',
    startsOn: 'date' in term ? term.date : term.start.slice(0, 10),
    ...answer,
    workdaysLeft,
    term,
    ground: VILLAGE_MONTHLY,
    assignee: null,
    draft: null,
    closing: null,
    policyNotice: null,
    may: { draft: true, nil: true, check: false, waive: false, assign: true, reopen: false, confirm: false },
    ...change,
  }
}

/** A duty with an empty history. */
export function dutyDetail(row: DutyRow, history: DutyDetail['history'] = []): DutyDetail {
  return { ...row, history }
}
