import { useTranslation } from 'react-i18next'
import type { VisitView } from '../../../server/kiosk/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'

/** Visits as a table: when, for what, who if somebody said, what was read and how many pages came out. */
export function VisitTable({ visits }: { readonly visits: readonly VisitView[] }) {
  const { t } = useTranslation('hall')
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{t('room.at')}</th>
          <th scope="col">{t('room.purpose')}</th>
          <th scope="col">{t('room.name')}</th>
          <th scope="col">{t('room.materials')}</th>
          <th scope="col" className="number">
            {t('room.pages')}
          </th>
          <th scope="col">{t('room.by')}</th>
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => (
          <tr key={visit.id}>
            <td className="nowrap number-left">
              {instantText(visit.at)}
              {visit.clockDoubtful ? ` ${t('log.doubtful')}` : ''}
            </td>
            <td className="nowrap">{t(`room.purposes.${visit.purpose}`)}</td>
            <td className="nowrap">{visit.name ?? ''}</td>
            <td>
              <ul className="room-materials">
                {visit.materials.map(({ indexNumber, title }) => (
                  <li key={indexNumber}>
                    {title ?? t('room.notPublic')} <span className="soft">{indexNumber}</span>
                  </li>
                ))}
                {visit.note === '' ? null : <li>{visit.note}</li>}
              </ul>
            </td>
            <td className="number">{visit.pages === 0 ? '' : visit.pages}</td>
            <td className="nowrap">{visit.by ?? t('room.atGlass')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
