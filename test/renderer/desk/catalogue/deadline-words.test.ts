import { describe, expect, it } from 'vitest'
import type { DeadlineRule } from '../../../../domain/duty/deadline/deadline-rule.ts'
import { deadlineWords, displayWords } from '../../../../renderer/desk/catalogue/rule/deadline-words.ts'
import { chinese } from './words.ts'

const t = chinese.getFixedT(null, ['catalogue', 'terms'] as const)

const RULES: readonly (readonly [DeadlineRule, string])[] = [
  [
    { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'formed_or_changed' },
    '信息形成或者变更之日起20个工作日内',
  ],
  [{ class: 'ON_EVENT', amount: 20, unit: 'day', from: 'approved' }, '批准之日起20日内'],
  [{ class: 'ON_EVENT', amount: 24, unit: 'hour', from: 'detected' }, '发现后24小时内'],
  [{ class: 'IMMEDIATE' }, '即时公开，未写天数，按默认规则'],
  [{ class: 'MONTHLY', monthday: 15, offset: 'nextMonth' }, '按月公开，次月15日前'],
  [{ class: 'QUARTERLY', monthday: 20, offset: 'nextQuarterFirstMonth' }, '按季公开，下季度首月20日前'],
  [{ class: 'MONTHLY', monthday: 31, offset: 'nextMonth' }, '按月公开，次月最后一日前'],
  [{ class: 'QUARTERLY', amount: 20, unit: 'workday', from: 'period_end' }, '按季公开，期末起20个工作日内'],
  [{ class: 'YEARLY', date: '01-31' }, '按年公开，每年1月31日前'],
  [
    { class: 'PER_BATCH', amount: 7, unit: 'workday', from: 'formed' },
    '按批次公开，信息形成之日起7个工作日内',
  ],
  [{ class: 'STANDING' }, '长期公开'],
  [
    {
      class: 'STAGED',
      stages: [
        { name: '受理', amount: 5, unit: 'workday', from: 'accepted' },
        { name: '审批', amount: 3, unit: 'workday', from: 'approved' },
      ],
    },
    '逐段公开，受理：受理之日起5个工作日内；审批：批准之日起3个工作日内',
  ],
]

describe('a deadline rule in words', () => {
  it.each(RULES)('says %o as %s', (rule, words) => {
    expect(deadlineWords(rule, t)).toBe(words)
  })

  it('says how long something hangs, or that it hangs for good', () => {
    expect(displayWords({ min: 7, unit: 'workday' }, t)).toBe('公示至少7个工作日')
    expect(displayWords({ min: 30, unit: 'day' }, t)).toBe('公示至少30日')
    expect(displayWords({ min: null, unit: 'day' }, t)).toBe('长期公示')
  })
})
