import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CalendarChangeView } from '../../../server/duty/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { CALENDAR_KEY, listCalendarChanges } from '../api/calendar-api.ts'
import { QueryBody } from '../ui/query-body.tsx'

function Moved({ change }: { readonly change: CalendarChangeView }) {
  const { t } = useTranslation('calendar')
  const { movedCount, moved } = change
  if (movedCount === null) return <p className="sub">{t('changes.reckoning')}</p>
  if (movedCount === 0) return <p className="sub">{t('changes.notMoved')}</p>
  return (
    <details>
      <summary>{t('changes.moved', { count: movedCount })}</summary>
      <ul className="moved">
        {moved.map((duty) => (
          <li key={duty.dutyId}>
            {duty.unit.name} · {duty.title}
            <span className="sub nowrap">
              {' '}
              {t('changes.movedFrom', { former: duty.formerDue, due: duty.due })}
            </span>
          </li>
        ))}
        {movedCount > moved.length && (
          <li className="sub">{t('changes.more', { count: movedCount - moved.length })}</li>
        )}
      </ul>
    </details>
  )
}

/** What was changed of the calendar, by whom, and which open duties it moved. */
export function CalendarChanges() {
  const { t } = useTranslation('calendar')
  const query = useQuery({
    queryKey: [...CALENDAR_KEY, 'changes'],
    queryFn: listCalendarChanges,
    // Reckoning anew takes a moment; ask until it is done.
    refetchInterval: (asked) =>
      asked.state.data?.some((change) => change.movedCount === null) === true ? 1000 : false,
  })
  return (
    <section className="card">
      <h2>{t('changes.title')}</h2>
      <div className="card-body">
        <QueryBody query={query}>
          {(changes) =>
            changes.length === 0 ? (
              <p className="sub">{t('changes.none')}</p>
            ) : (
              <ul className="calendar-changes">
                {changes.map((change) => (
                  <li key={change.id}>
                    <b>{change.summary}</b>
                    <p className="sub">
                      {change.by.name} {instantText(change.at)}
                      {change.kind === 'YEAR' &&
                        ` · ${
                          change.signedBy === ''
                            ? t('changes.unsigned')
                            : t('changes.signed', { fingerprint: change.signedBy })
                        }`}
                    </p>
                    <Moved change={change} />
                  </li>
                ))}
              </ul>
            )
          }
        </QueryBody>
      </div>
    </section>
  )
}
