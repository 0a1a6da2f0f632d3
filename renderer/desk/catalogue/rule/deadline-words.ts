import type { TFunction } from 'i18next'
import type {
  DeadlineEvent,
  DeadlineRule,
  DeadlineUnit,
  DisplayPeriod,
} from '../../../../domain/duty/deadline/deadline-rule.ts'

/** The words of the catalogue screens. */
export type CatalogueT = TFunction<readonly ['catalogue', 'terms']>

type Span = {
  readonly amount: number
  readonly unit: DeadlineUnit
  readonly from?: DeadlineEvent | undefined
}

function spanWords({ amount, unit, from }: Span, t: CatalogueT): string {
  const length = t(`catalogue:words.length.${unit}`, { count: amount })
  if (from === undefined) return t('catalogue:words.within', { length })
  if (from === 'period_end') return t('catalogue:words.afterPeriod', { length })
  const event = t(`terms:deadlineEvent.${from}`)
  return t(unit === 'hour' ? 'catalogue:words.afterHours' : 'catalogue:words.after', { event, length })
}

function dayWords(rule: DeadlineRule, t: CatalogueT): string | null {
  if (rule.date !== undefined) {
    const [month, day] = rule.date.split('-').map(Number)
    return t('catalogue:words.everyYear', { month, day })
  }
  if (rule.monthday === undefined) return null
  const { offset = 'nextMonth' } = rule
  const month = t(`terms:periodOffset.${offset}`)
  return rule.monthday === 31
    ? t('catalogue:words.lastDay', { month })
    : t('catalogue:words.monthday', { month, day: rule.monthday })
}

function stagesWords(rule: DeadlineRule, t: CatalogueT): string | null {
  if (rule.stages === undefined || rule.stages.length === 0) return null
  return rule.stages
    .map((stage) => t('catalogue:words.stage', { name: stage.name, span: spanWords(stage, t) }))
    .join(t('catalogue:words.semicolon'))
}

function termWords(rule: DeadlineRule, t: CatalogueT): string | null {
  const stages = stagesWords(rule, t)
  if (stages !== null) return stages
  const day = dayWords(rule, t)
  if (day !== null) return day
  const { amount, unit, from } = rule
  return amount === undefined || unit === undefined ? null : spanWords({ amount, unit, from }, t)
}

/**
 * A deadline rule as a clerk would say it, in the language of `t`: 按月公开，次月15日前.
 * A rule without a day says that the default rule fills in, except for what stands for good.
 */
export function deadlineWords(rule: DeadlineRule, t: CatalogueT): string {
  const kind = t(`terms:deadlineClass.${rule.class}`)
  const term = termWords(rule, t)
  if (term === null) {
    return rule.class === 'STANDING' ? kind : t('catalogue:words.byDefault', { kind })
  }
  // 自…之日起 says already that an event starts it.
  return rule.class === 'ON_EVENT' ? term : t('catalogue:words.kindAndTerm', { kind, term })
}

/** How long something hangs, as a clerk would say it: 公示至少7个工作日. */
export function displayWords(period: DisplayPeriod, t: CatalogueT): string {
  if (period.min === null) return t('catalogue:words.displayForGood')
  return t('catalogue:words.displayAtLeast', {
    length: t(`catalogue:words.length.${period.unit}`, { count: period.min }),
  })
}
