import type { DeadlineRule } from '../../../domain/duty/deadline/deadline-rule.ts'
import type { DutyT } from './explain.ts'

function amountWords(rule: DeadlineRule, t: DutyT): string | null {
  const { amount, unit, from } = rule
  if (amount === undefined || unit === undefined) return null
  const span = t(`duty:rule.amount.${unit}`, { count: amount })
  return from === undefined
    ? t('duty:rule.within', { span })
    : t('duty:rule.withinFrom', { event: t(`terms:deadlineEvent.${from}`), span })
}

function dayWords(rule: DeadlineRule, t: DutyT): string | null {
  if (rule.monthday !== undefined) {
    const month = t(`duty:rule.month.${rule.offset ?? 'lastMonth'}`)
    return rule.monthday >= 31
      ? t('duty:rule.monthEnd', { month })
      : t('duty:rule.monthday', { month, day: rule.monthday })
  }
  if (rule.date === undefined) return null
  return t('duty:rule.yearly', { month: Number(rule.date.slice(0, 2)), day: Number(rule.date.slice(3, 5)) })
}

/**
 * A deadline rule in words.
 * @example ruleWords({ class: 'MONTHLY', monthday: 15, offset: 'nextMonth' }, t) // '次月15日前'
 */
export function ruleWords(rule: DeadlineRule, t: DutyT): string {
  return amountWords(rule, t) ?? dayWords(rule, t) ?? t(`terms:deadlineClass.${rule.class}`)
}
