import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CalendarView } from '../../../server/duty/views.ts'
import { YearSheet } from './year-sheet.tsx'

type Props = {
  readonly view: CalendarView
  readonly year: number
  readonly today: string
  readonly show: (year: number) => void
  /** Opens the year to be typed in or corrected; null for those who may not. */
  readonly type: (() => void) | null
}

/** One year on its sheet, with the years beside it; a year that is not on record says what to do. */
export function YearCard({ view, year, today, show, type }: Props) {
  const { t } = useTranslation('calendar')
  const { years } = view
  const shown = view.year?.year === year ? view.year : null
  const onRecord = years.includes(year)
  const first = years[0] ?? year
  const last = Math.max(years.at(-1) ?? year, Number(today.slice(0, 4))) + 1
  return (
    <section className="card">
      <h2>
        {t('yearHeading', { year })}
        <span className="row">
          <Button
            disabled={year <= first}
            onClick={() => show(year - 1)}
            aria-label={t('previousYear', { year: year - 1 })}
          >
            {year - 1}
          </Button>
          <Button
            disabled={year >= last}
            onClick={() => show(year + 1)}
            aria-label={t('nextYear', { year: year + 1 })}
          >
            {year + 1}
          </Button>
        </span>
      </h2>
      {!onRecord && (
        <div className="empty">
          <p className="empty-title">{t('missing', { year })}</p>
          <p className="sub">{t('missingHow')}</p>
          {type !== null && (
            <Button type="primary" onClick={type}>
              {t('typeThis', { year })}
            </Button>
          )}
        </div>
      )}
      {/* Without the national arrangement a sheet would show holidays as working days. */}
      {onRecord && shown !== null && (
        <div className="card-body">
          <YearSheet year={shown} today={today} />
          <p className="year-source">
            <span className="sub breakable">
              {t(shown.version === 0 ? 'ownSource' : 'source', { source: shown.source })}
            </span>
            {type !== null && <Button onClick={type}>{t('correctThis', { year })}</Button>}
          </p>
        </div>
      )}
    </section>
  )
}
