import { useTranslation } from 'react-i18next'
import type { DisplayRow } from '../../../server/display/public-display/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { href } from '../../shared/desk/route.ts'
import { DisplayPill } from './display-pill.tsx'

/** Lines of the list; each leads to its display. */
export function DisplayTable({
  items,
  today,
}: {
  readonly items: readonly DisplayRow[]
  readonly today: string
}) {
  const { t, i18n } = useTranslation('display')
  const day = (date: string) => dayText(date, today, i18n.language)
  return (
    <section className="card pub-scroll" tabIndex={0} aria-label={t('table')}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.unit')}</th>
            <th scope="col">{t('column.period')}</th>
            <th scope="col">{t('column.objections')}</th>
            <th scope="col">{t('column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.id}>
              <td className="pub-name">
                <a className="strong" href={href(`/displays/${encodeURIComponent(row.id)}`)}>
                  {row.title}
                </a>
                <p className="sub">{row.indexNumber}</p>
              </td>
              <td>{row.unit.name}</td>
              <td className="nowrap">
                {t('period', { from: day(row.startsOn), to: day(row.lastDay) })}
                {row.provisional && <p className="sub">{t('provisional')}</p>}
              </td>
              <td className="nowrap">
                {row.objections === 0 ? '' : t('objectionCount', { count: row.objections })}
                {row.unanswered > 0 && (
                  <p className="pub-bad">{t('unanswered', { count: row.unanswered })}</p>
                )}
              </td>
              <td className="nowrap">
                <DisplayPill row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
