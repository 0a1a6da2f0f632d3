import { useTranslation } from 'react-i18next'
import type { DutyFooting } from '../../../server/duty/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { dayText, weekdayOf } from '../../shared/duty/day-text.ts'

/** Under the title: how far the calendar reaches, the clock, and whether duties are being reckoned anew. */
export function FootingLine({ footing }: { readonly footing: DutyFooting }) {
  const { t, i18n } = useTranslation('duty')
  const { today, calendar, clock, upkeep } = footing
  return (
    <>
      {t('today.coverage', { to: dayText(calendar.to, '', i18n.language) })}
      {clock.trusted && t('today.clockGood')}
      {upkeep === 'RUNNING' && <b className="dt-running">{t('today.running')}</b>}
      {calendar.to < today && <b className="dt-soon-text"> {t('today.beyond')}</b>}
    </>
  )
}

/** The title of the page: which day it is. */
export function useTodayTitle(today: string): string {
  const { t, i18n } = useTranslation('duty')
  return t('today.title', {
    day: dayText(today, today, i18n.language),
    weekday: t(`weekday.${weekdayOf(today)}`),
  })
}

/** What a doubtful clock means for the duties; nothing while it is right. */
export function ClockDoubt({ footing }: { readonly footing: DutyFooting }) {
  const { t, i18n } = useTranslation('duty')
  if (footing.clock.trusted) return null
  const newest = footing.clock.newestRecord
  return (
    <p className="dt-clock" role="alert">
      {t('today.clockDoubt', {
        now: instantText(footing.clock.now),
        newest: newest === null ? '' : instantText(newest),
        today: dayText(footing.today, '', i18n.language),
      })}
    </p>
  )
}
