import { useTranslation } from 'react-i18next'
import type { AuditEventView } from '../../../server/audit/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { href } from '../../shared/desk/route.ts'
import { useOpenDesk } from '../shell/session-context.ts'
import { AuditDetail } from './audit-detail.tsx'

function Subject({ event }: { readonly event: AuditEventView }) {
  const { t } = useTranslation('desk')
  const { people } = useOpenDesk()
  const kind = t(`audit.subject.${event.subjectKind}`, { defaultValue: event.subjectKind })
  if (event.subjectKind === 'account') {
    const name = people.find((person) => person.id === event.subjectId)?.name
    return <>{name === undefined ? kind : `${kind} ${name}`}</>
  }
  if (event.subjectKind !== 'notice') return <>{kind}</>
  return (
    <a href={href(`/notices/${encodeURIComponent(event.subjectId)}`)} title={event.subjectId}>
      {kind} {event.subjectId.slice(-6)}
    </a>
  )
}

/** Events as a table: when, who, what, on what. */
export function AuditTable({ events }: { readonly events: readonly AuditEventView[] }) {
  const { t } = useTranslation('desk')
  return (
    <section className="card audit">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('audit.sequence')}
            </th>
            <th scope="col">{t('audit.at')}</th>
            <th scope="col">{t('audit.person')}</th>
            <th scope="col">{t('audit.what')}</th>
            <th scope="col">{t('audit.subjectHead')}</th>
            <th scope="col">{t('audit.detailHead')}</th>
            <th scope="col">{t('audit.hash')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.sequence}>
              <td className="number soft">{event.sequence}</td>
              <td className="nowrap number-left">{instantText(event.at, true)}</td>
              <td className="nowrap">{event.actor.name}</td>
              <td className="nowrap">
                <b>{t(`audit.action.${event.action}`, { defaultValue: event.action })}</b>
              </td>
              <td className="nowrap">
                <Subject event={event} />
              </td>
              <td className="soft">
                <AuditDetail detail={event.detail} />
              </td>
              <td className="code soft nowrap" title={event.hash}>
                {event.hash.slice(0, 8)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
