import { useTranslation } from 'react-i18next'
import type { CalendarChangeView } from '../../../server/duty/views.ts'
import { dayText, instantDayText } from '../../shared/duty/day-text.ts'
import { unitAnd } from '../../shared/duty/duty-name.ts'
import { href } from '../../shared/desk/route.ts'

type Props = { readonly changes: readonly CalendarChangeView[]; readonly today: string }

const SHOWN = 5

/** Changes of the working-day calendar of the last days, and which due dates they moved. */
export function CalendarCard({ changes, today }: Props) {
  const { t, i18n } = useTranslation(['duty', 'terms'])
  if (changes.length === 0) return null
  const day = (date: string) => dayText(date, today, i18n.language)
  return (
    <section className="card td-side" aria-labelledby="today-calendar">
      <h2>
        <span id="today-calendar" className="strong">
          {t('duty:today.calendar.title')}
        </span>
        <span>
          <a href={href('/calendar')}>{t('duty:today.calendar.open')}</a>
        </span>
      </h2>
      <ul>
        {changes.map((change) => (
          <li key={change.id}>
            <p className="td-side-title">{change.summary}</p>
            <p className="dt-why">
              {t('duty:today.calendar.by', {
                name: change.by.name,
                at: instantDayText(change.at, today, i18n.language),
              })}
              {change.movedCount === null
                ? t('duty:today.calendar.running')
                : t('duty:today.calendar.moved', { count: change.movedCount })}
            </p>
            {change.moved.length > 0 && (
              <details className="dt-details">
                <summary>{t('duty:today.calendar.which')}</summary>
                <ul className="td-moved">
                  {change.moved.slice(0, SHOWN).map((one) => (
                    <li key={one.dutyId}>
                      <a href={href(`/duties/${encodeURIComponent(one.dutyId)}`)}>
                        {unitAnd(one.unit, one.title, t)}
                      </a>{' '}
                      <span className="nowrap">
                        {t('duty:today.calendar.fromTo', { from: day(one.formerDue), to: day(one.due) })}
                      </span>
                    </li>
                  ))}
                </ul>
                {change.moved.length > SHOWN && (
                  <p className="dt-why">
                    {t('duty:today.calendar.others', { count: change.moved.length - SHOWN })}
                  </p>
                )}
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
