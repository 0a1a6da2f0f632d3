import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarView } from '../../../server/duty/views.ts'
import { CALENDAR_KEY, getCalendar } from '../api/calendar-api.ts'
import { useHasRole, useOpenDesk } from '../shell/session-context.ts'
import { PageHead } from '../ui/page-head.tsx'
import { QueryBody } from '../ui/query-body.tsx'
import './calendar.css'
import { CalendarChanges } from './calendar-changes.tsx'
import { LocalDays } from './local-days.tsx'
import { UpdateCalendar } from './update-calendar.tsx'
import { YearSheet } from './year-sheet.tsx'

type YearProps = { readonly view: CalendarView; readonly year: number; readonly show: (year: number) => void }

function YearCard({ view, year, show }: YearProps) {
  const { t } = useTranslation('calendar')
  const shown = view.year
  return (
    <section className="card">
      <h2>
        {t('yearHeading', { year })}
        <span className="row">
          <Button onClick={() => show(year - 1)} aria-label={t('previousYear')}>
            {year - 1}
          </Button>
          <Button onClick={() => show(year + 1)} aria-label={t('nextYear')}>
            {year + 1}
          </Button>
        </span>
      </h2>
      {shown === null ? (
        <div className="empty">
          <p className="empty-title">{t('missing', { year })}</p>
          <p className="sub">{t('missingHow')}</p>
        </div>
      ) : (
        <div className="card-body">
          <p className="sub">
            {t('source', { source: shown.source })}
            {shown.version === 0 && `（${t('ownYears')}）`}
          </p>
          <YearSheet year={shown} />
        </div>
      )}
    </section>
  )
}

function Keys({ view }: { readonly view: CalendarView }) {
  const { t } = useTranslation('calendar')
  return (
    <section className="card">
      <h2>{t('keys.title')}</h2>
      <div className="card-body">
        {view.keys.length === 0 ? (
          <p className="sub">{t('keys.none')}</p>
        ) : (
          <ul>
            {view.keys.map((key) => (
              <li key={key.fingerprint}>
                <b>{key.name}</b>{' '}
                <span className="sub">{t('keys.since', { date: key.acceptedAt.slice(0, 10) })}</span>
                <br />
                <code className="breakable">{key.fingerprint}</code>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

/** The working-day calendar: how far it reaches, each year on one sheet, local days, updates and their record. */
export function CalendarPage() {
  const { t } = useTranslation('calendar')
  const { clock } = useOpenDesk()
  const [year, setYear] = useState(Number(clock.now.slice(0, 4)))
  const mayTake = useHasRole('ADMINISTRATOR', 'DEPUTY_LEADER')
  const query = useQuery({ queryKey: [...CALENDAR_KEY, year], queryFn: () => getCalendar(year) })
  return (
    <QueryBody query={query}>
      {(view) => (
        <>
          <PageHead title={t('title')} sub={t('sub', view.coverage)} />
          <div className="calendar-columns">
            <div>
              <YearCard view={view} year={year} show={setYear} />
            </div>
            <div>
              <UpdateCalendar mayTake={mayTake} year={year} />
              <LocalDays days={view.year?.localDays ?? []} year={year} mayChange={mayTake} />
              <CalendarChanges />
              <Keys view={view} />
            </div>
          </div>
        </>
      )}
    </QueryBody>
  )
}
