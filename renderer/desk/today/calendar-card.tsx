import { useTranslation } from 'react-i18next'
import type { CalendarChangeView } from '../../../server/duty/views.ts'
import { dayText, instantDayText } from '../duty/day-text.ts'
import { href } from '../route.ts'

type Props = { readonly changes: readonly CalendarChangeView[]; readonly today: string }

const SHOWN = 5

/** Changes of the working-day calendar of the last days, and which due dates they moved. */
export function CalendarCard({ changes, today }: Props) {
  const { t, i18n } = useTranslation('duty')
  if (changes.length === 0) return null
  const day = (date: string) => dayText(date, today, i18n.language)
  return (
    <section className="card td-side" aria-labelledby="today-calendar">
      <h2>
        <span id="today-calendar" className="strong">
          {t('today.calendar.title')}
        </span>
        <span>
          <a href={href('/calendar')}>{t('today.calendar.open')}</a>
        </span>
      </h2>
      <ul>
        {changes.map((change) => (
          <li key={change.id}>
            <p className="td-side-title">{change.summary}</p>
            <p className="dt-why">
              {t('today.calendar.by', {
                name: change.by.name,
                at: instantDayText(change.at, today, i18n.language),
              })}
              {change.movedCount === null
                ? t('today.calendar.running')
                : t('today.calendar.moved', { count: change.movedCount })}
            </p>
            {change.moved.length > 0 && (
              <details className="dt-details">
                <summary>{t('today.calendar.which')}</summary>
                <ul className="td-moved">
                  {change.moved.slice(0, SHOWN).map((one) => (
                    <li key={one.dutyId}>
                      <a href={href(`/duties/${encodeURIComponent(one.dutyId)}`)}>
                        {one.unit.name}
                        {t('name.dot')}
                        {one.title}
                      </a>{' '}
                      <span className="nowrap">
                        {t('today.calendar.fromTo', { from: day(one.formerDue), to: day(one.due) })}
                      </span>
                    </li>
                  ))}
                </ul>
                {change.moved.length > SHOWN && (
                  <p className="dt-why">
                    {t('today.calendar.others', { count: change.moved.length - SHOWN })}
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
