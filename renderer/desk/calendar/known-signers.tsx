import { useTranslation } from 'react-i18next'
import type { CalendarView } from '../../../server/duty/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { fingerprintText } from './fingerprint-text.ts'

/** Whose signed calendar files are believed. */
export function KnownSigners({ keys }: { readonly keys: CalendarView['keys'] }) {
  const { t } = useTranslation('calendar')
  if (keys.length === 0) return null
  return (
    <section className="card">
      <h2>{t('keys.title')}</h2>
      <ul className="card-body calendar-list">
        {keys.map((key) => (
          <li key={key.fingerprint}>
            <b className="breakable">{key.name}</b>{' '}
            <span className="sub nowrap">
              {t('keys.since', { date: instantText(key.acceptedAt).slice(0, 10) })}
            </span>
            <code className="fingerprint">{fingerprintText(key.fingerprint)}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
