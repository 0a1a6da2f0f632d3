import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DeadlineRule } from '../../../../domain/duty/deadline/deadline-rule.ts'
import { instantText } from '../../../shared/ui/instant-text.ts'
import { reckonDue } from '../../api/catalogue-api.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayWithWeekday } from './day-with-weekday.ts'
import { nextPeriodDay } from './next-period-day.ts'

/** What a rule means for today, so that a clerk sees whether it is the one meant. */
export function RuleExample({ rule }: { readonly rule: DeadlineRule }) {
  const { t, i18n } = useTranslation(['catalogue', 'terms'])
  const today = instantText(useOpenDesk().clock.now).slice(0, 10)
  const { amount, unit, from } = rule
  const reckoned = amount !== undefined && (unit === 'workday' || unit === 'day')
  const due = useQuery({
    queryKey: ['due', today, amount, unit],
    queryFn: ({ signal }) => reckonDue(today, amount ?? 0, unit === 'day' ? 'day' : 'workday', signal),
    enabled: reckoned,
    staleTime: Infinity,
  })
  const period = (name: string) => {
    const [year, part = ''] = name.split('-')
    const number = Number(part.replace(/\D/gu, ''))
    if (part === '') return t('catalogue:rule.period.year', { year })
    if (part.startsWith('Q')) return t('catalogue:rule.period.quarter', { year, number })
    if (part.startsWith('H'))
      return t(number === 1 ? 'catalogue:rule.period.half1' : 'catalogue:rule.period.half2', { year })
    return t('catalogue:rule.period.month', { year, number })
  }
  const day = (date: string) => dayWithWeekday(date, i18n.language)
  if (unit === 'hour') return <p className="soft">{t('catalogue:rule.hoursExample')}</p>
  if (reckoned) {
    if (due.data === undefined) return null
    const start = {
      event: t(`terms:deadlineEvent.${from ?? 'event'}`),
      start: day(today),
      due: day(due.data.due),
    }
    return (
      <p className="soft">
        {t('catalogue:rule.example', start)}
        {due.data.provisional && t('catalogue:rule.provisional')}
      </p>
    )
  }
  const next = nextPeriodDay(rule, today)
  return (
    next && (
      <p className="soft">
        {t('catalogue:rule.periodExample', { period: period(next.period), due: day(next.date) })}
      </p>
    )
  )
}
