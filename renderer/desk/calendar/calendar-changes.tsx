import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CalendarChangeView, CalendarView } from '../../../server/duty/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { CALENDAR_KEY, listCalendarChanges } from '../api/calendar-api.ts'
import { href } from '../../shared/desk/route.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { fingerprintText } from './fingerprint-text.ts'

/** So many changes stand open; the older ones are a key away. */
const OPEN = 5

function Moved({ change, today }: { readonly change: CalendarChangeView; readonly today: string }) {
  const { t, i18n } = useTranslation('calendar')
  const { movedCount, moved } = change
  const day = (date: string) => dayText(date, today, i18n.language)
  if (movedCount === null) return <p className="sub">{t('changes.reckoning')}</p>
  if (movedCount === 0) return <p className="sub">{t('changes.notMoved')}</p>
  return (
    <details>
      <summary>{t('changes.moved', { count: movedCount })}</summary>
      <ul className="moved">
        {moved.map((duty) => (
          <li key={duty.dutyId}>
            <a href={href(`/duties/${duty.dutyId}`)} className="breakable">
              {duty.unit.name} · {duty.title}
            </a>
            <span className="sub nowrap">
              {t('changes.movedFrom', { former: day(duty.formerDue), due: day(duty.due) })}
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

type Props = { readonly keys: CalendarView['keys']; readonly today: string }

/** How the record begins the summary of a local day that was taken back. */
const TAKEN_BACK = '− '

function Change({ change, keys, today }: Props & { readonly change: CalendarChangeView }) {
  const { t } = useTranslation('calendar')
  const signer = keys.find((key) => key.fingerprint === change.signedBy)
  const signed =
    change.signedBy === ''
      ? // What was typed in is no file that could have been signed.
        t(change.fileName === '' ? 'changes.typed' : 'changes.unsigned')
      : signer === undefined
        ? t('changes.signed', { fingerprint: fingerprintText(change.signedBy) })
        : t('changes.signedBy', { name: signer.name })
  return (
    <li>
      <b className="breakable">
        {change.kind === 'YEAR'
          ? change.summary
          : change.summary.startsWith(TAKEN_BACK)
            ? t('changes.localRemoved', { what: change.summary.slice(TAKEN_BACK.length) })
            : t('changes.localAdded', { what: change.summary })}
      </b>
      <p className="sub breakable">
        {change.by.name} <span className="nowrap">{instantText(change.at)}</span>
        {change.kind === 'YEAR' && ` · ${signed}`}
      </p>
      <Moved change={change} today={today} />
    </li>
  )
}

/** What was changed of the calendar, by whom, and which open duties it moved. */
export function CalendarChanges({ keys, today }: Props) {
  const { t } = useTranslation('calendar')
  const query = useQuery({
    queryKey: [...CALENDAR_KEY, 'changes'],
    queryFn: listCalendarChanges,
    // Reckoning anew takes a moment; ask until it is done.
    refetchInterval: (asked) =>
      asked.state.data?.some((change) => change.movedCount === null) === true ? 1000 : false,
  })
  const lines = (changes: readonly CalendarChangeView[]) => (
    <ul className="calendar-list">
      {changes.map((change) => (
        <Change key={change.id} change={change} keys={keys} today={today} />
      ))}
    </ul>
  )
  return (
    <section className="card">
      <h2>{t('changes.title')}</h2>
      <div className="card-body">
        <QueryBody query={query}>
          {(changes) =>
            changes.length === 0 ? (
              <p className="sub">{t('changes.none')}</p>
            ) : (
              <>
                {lines(changes.slice(0, OPEN))}
                {changes.length > OPEN && (
                  <details className="calendar-older">
                    <summary>{t('changes.older', { count: changes.length - OPEN })}</summary>
                    {lines(changes.slice(OPEN))}
                  </details>
                )}
              </>
            )
          }
        </QueryBody>
      </div>
    </section>
  )
}
