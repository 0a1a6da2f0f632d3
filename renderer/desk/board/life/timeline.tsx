import { useTranslation } from 'react-i18next'
import type { PhotoFile, PostingView } from '../../../../server/posting/views.ts'
import { dayText, instantDayText } from '../../../shared/duty/day-text.ts'
import { ErrorButton } from '../error/error-button.tsx'
import { withPhotos } from '../photo/moments-of.ts'
import { PhotoList } from '../photo/photo-list.tsx'

/** What happened to a sheet, oldest first, each with its photographs. */
export function Timeline({ sheet, today }: { readonly sheet: PostingView; readonly today: string }) {
  const { t, i18n } = useTranslation('board')
  const { events, other } = withPhotos(sheet)
  const of = `${sheet.title}　${sheet.boardName}`
  const act = (photo: PhotoFile) => <ErrorButton sheet={sheet} photo={photo} />
  return (
    <>
      <ol className="bd-timeline">
        {events.map(({ event, photos }) => (
          <li key={`${event.kind}${event.at}`} className={`bd-event bd-event-${event.kind}`}>
            <p>
              <b>{t(`event.${event.kind}`)}</b>　{dayText(event.on, today, i18n.language)}
            </p>
            <p className="bd-why">
              {t('event.recorded', { time: instantDayText(event.at, today, i18n.language), name: event.by })}
            </p>
            {event.kind === 'REMOVED' && sheet.early !== null ? (
              <p className="bd-bad breakable">{t('event.early', { reason: sheet.early.reason })}</p>
            ) : null}
            {event.note === '' ? null : <p className="breakable">{event.note}</p>}
            <PhotoList photos={photos} today={today} of={of} act={act} />
          </li>
        ))}
      </ol>
      <PhotoList photos={other} today={today} of={of} act={act} />
    </>
  )
}
