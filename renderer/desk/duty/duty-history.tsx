import { useTranslation } from 'react-i18next'
import type { DutyDetail, DutyEntryView } from '../../../server/duty/views.ts'
import { dayText, instantDayText } from '../../shared/duty/day-text.ts'

type Props = { readonly duty: DutyDetail; readonly today: string }

/** What happened to a duty, newest first. */
export function DutyHistory({ duty, today }: Props) {
  const { t, i18n } = useTranslation('duty')
  const day = (date: string | null) => (date === null ? '' : dayText(date, today, i18n.language))
  const what = (entry: DutyEntryView) => {
    switch (entry.action) {
      case 'CLOSED':
        return entry.closing === null ? t('history.CLOSED') : t(`closing.${entry.closing}`)
      case 'MOVED':
        return t('history.MOVED', { from: day(entry.formerDue), to: day(entry.due) })
      case 'REOPENED':
      case 'CONFIRMED':
      case 'ASSIGNED':
        return t(`history.${entry.action}`)
    }
  }
  const entries = duty.history.toSorted((one, other) => (one.at < other.at ? 1 : -1))
  return (
    <section className="card" aria-labelledby="duty-history">
      <h2>
        <span id="duty-history" className="strong">
          {t('history.title')}
        </span>
      </h2>
      {entries.length === 0 ? (
        <p className="td-none">{t('history.empty')}</p>
      ) : (
        <ol className="dp-history">
          {entries.map((entry) => (
            <li key={`${entry.at}${entry.action}`}>
              <span className="nowrap soft">{instantDayText(entry.at, today, i18n.language)}</span>
              <div>
                <p>
                  <b>{what(entry)}</b>
                  <span className="soft"> {entry.by?.name ?? t('history.board')}</span>
                  {entry.clockDoubt && <span className="dt-tag dt-tag-doubt">{t('detail.doubt')}</span>}
                </p>
                {entry.reason !== '' && <p className="dt-why">{entry.reason}</p>}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
