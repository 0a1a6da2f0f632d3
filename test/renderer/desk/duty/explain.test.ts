import { describe, expect, it } from 'vitest'
import { calendarOver } from '../../../../domain/duty/calendar/calendar-over.ts'
import { dueOf } from '../../../../domain/duty/due-of.ts'
import type { DueTerm } from '../../../../domain/duty/due.ts'
import type { DutyGround } from '../../../../domain/duty/duty.ts'
import { NATIONAL_YEARS } from '../../../../domain/duty/calendar/national-calendar.ts'
import { explainDuty } from '../../../../renderer/shared/duty/explain.ts'
import { CALENDAR, groundOf, TODAY, VILLAGE_MONTHLY } from './duty-samples.ts'
import { tOf } from './duty-i18n.ts'

function explained(term: DueTerm, ground: DutyGround = groundOf(), language: 'zh-Hans' | 'en' = 'zh-Hans') {
  return explainDuty({ ...dueOf(term, CALENDAR), term, ground }, { today: TODAY, language }, tOf(language))
}

describe('the arithmetic of a due date', () => {
  it('names the holidays that were skipped and the weekend day that works', () => {
    expect(explained({ amount: 20, unit: 'workday', start: '2026-09-30' }).arithmetic).toBe(
      '9月30日起20个工作日：跳过10月1–7日，10月10日补班计入 → 11月3日',
    )
  })

  it('of a duty that was closed over another calendar says so, and reckons nothing', () => {
    const term = { amount: 20, unit: 'workday', start: '2026-09-30' } as const
    const closed = { ...dueOf(term, CALENDAR), steps: [], term, ground: groundOf() }
    const reading = { today: TODAY, language: 'zh-Hans' }
    expect(explainDuty(closed, reading, tOf('zh-Hans')).arithmetic).toBe('办结时按当时的日历计算')
  })

  it('leaves plain weekends to everybody’s knowledge', () => {
    expect(explained({ amount: 3, unit: 'workday', start: '2026-11-20' }).arithmetic).toBe(
      '11月20日起3个工作日 → 11月25日',
    )
  })

  it('says which weekday a fixed day falls on, until when it should be done and when it is late', () => {
    expect(explained({ date: '2026-11-15' }, VILLAGE_MONTHLY).arithmetic).toBe(
      '11月15日为星期日，应于11月13日前办结，11月16日后计为逾期',
    )
  })

  it('has nothing to add to a fixed day that works', () => {
    expect(explained({ date: '2026-11-25' }, VILLAGE_MONTHLY).arithmetic).toBe('')
  })

  it('names the holiday to whose end a term of days extends', () => {
    expect(explained({ amount: 30, unit: 'day', start: '2026-04-01' }).arithmetic).toBe(
      '4月1日起30日，不计当日：5月1日逢劳动节放假 → 5月6日',
    )
  })

  it('does not skip holidays in a term of days, which counts them', () => {
    expect(explained({ amount: 20, unit: 'day', start: '2026-09-28' }).arithmetic).not.toContain('跳过')
  })

  it('runs hours through the night and shows the minute', () => {
    expect(explained({ amount: 5, unit: 'hour', start: '2026-07-18T13:40:00.000Z' }).arithmetic).toBe(
      '7月18日 21:40起5小时，夜间和节假日照计 → 7月19日 02:40',
    )
  })

  it('marks a day of this place as local, with its name', () => {
    const local = calendarOver({
      national: NATIONAL_YEARS,
      local: [{ date: '2026-11-24', kind: 'HOLIDAY', name: '开斋节' }],
    })
    const term = { amount: 3, unit: 'workday', start: '2026-11-20' } as const
    const reading = { today: TODAY, language: 'zh-Hans' }
    expect(
      explainDuty({ ...dueOf(term, local), term, ground: groundOf() }, reading, tOf('zh-Hans')).arithmetic,
    ).toBe('11月20日起3个工作日：跳过11月24日（本地开斋节） → 11月26日')
  })

  it('writes the year where it is another one', () => {
    expect(explained({ date: '2027-01-31' }).arithmetic).toContain('2027年1月31日为星期日')
  })

  it('is told in English too', () => {
    expect(explained({ amount: 20, unit: 'workday', start: '2026-09-30' }, groundOf(), 'en').arithmetic).toBe(
      '20 working days from 30 Sep: 1–7 Oct skipped; 10 Oct worked and counted → 3 Nov',
    )
    expect(explained({ date: '2026-11-15' }, VILLAGE_MONTHLY, 'en').arithmetic).toBe(
      '15 Nov is a Sunday; to be done by 13 Nov, late after 16 Nov',
    )
  })
})

describe('the rule of a duty', () => {
  const term = { date: '2026-11-15' } as const

  it('is the catalogue’s own words where they say all', () => {
    expect(explained(term).rule).toBe('信息形成或者变更之日起20个工作日内')
  })

  it('names the law, and that a province’s rule is only the default', () => {
    expect(explained(term, VILLAGE_MONTHLY).rule).toBe(
      '次月15日前（重庆办法第30条，默认规则，以本地规定为准）',
    )
  })

  it('puts both together where the catalogue gives no day', () => {
    expect(explained(term, { ...VILLAGE_MONTHLY, deadlineText: '按月公开' }).rule).toBe(
      '目录写“按月公开”，期限为次月15日前（重庆办法第30条，默认规则，以本地规定为准）',
    )
  })

  it('does not call a national law a default', () => {
    const ground = groundOf({
      deadlineText: '',
      ruleId: 'OGI26',
      basis: '政府信息公开条例第26条',
      scope: 'NATION',
    })
    expect(explained(term, ground).rule).toBe('信息形成或者变更之日起20个工作日内（政府信息公开条例第26条）')
  })
})

describe('what is not certain', () => {
  const term = { date: '2026-11-25' } as const

  it('is nothing for a rule read in the law', () => {
    expect(explained(term, VILLAGE_MONTHLY).doubts).toEqual([])
  })

  it('is a rule that nobody read in the law', () => {
    expect(explained(term, { ...VILLAGE_MONTHLY, verified: 'UNVERIFIED' }).doubts).toEqual(['这条规则未核实'])
    expect(explained(term, { ...VILLAGE_MONTHLY, verified: 'PAGE' }).doubts).toEqual([
      '这条规则仅见于网页，未核对原文',
    ])
  })

  it('is a day beyond the calendar on record', () => {
    expect(explained({ amount: 20, unit: 'workday', start: '2026-12-28' }).doubts).toEqual([
      '暂算：2027年放假安排未录入',
    ])
  })
})
