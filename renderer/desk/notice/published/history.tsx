import { useTranslation } from 'react-i18next'
import type { NoticeDetail } from '../../../../server/notice/views.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayAndTime } from '../format.ts'

/** Who did what when, newest first. */
export function History({ detail }: { readonly detail: NoticeDetail }) {
  const { t, i18n } = useTranslation('notice')
  const { clock } = useOpenDesk()
  const newestFirst = detail.history.toSorted((one, other) => other.at.localeCompare(one.at))
  return (
    <ol className="nt-history">
      {newestFirst.map((event, index) => (
        <li key={index}>
          <time dateTime={event.at}>{dayAndTime(event.at, i18n.language, clock.now)}</time>
          <div>
            <b>{event.by.name}</b>　{t(`history.${event.action}`, { defaultValue: event.action })}
            {event.reason ? <div className="nt-soft">{event.reason}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
