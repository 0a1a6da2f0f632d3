import { useTranslation } from 'react-i18next'
import type { ArchiveRow } from '../../../server/notice/archive/views.ts'
import { dayWords } from '../notice/format.ts'
import { href } from '../../shared/desk/route.ts'

/** Lines of the archive; each leads to its notice. */
export function ArchiveTable({ rows }: { readonly rows: readonly ArchiveRow[] }) {
  const { t, i18n } = useTranslation(['edition', 'terms'])
  const day = (date: string) => dayWords(date, i18n.language)
  return (
    <section className="card ar-scroll" tabIndex={0} aria-label={t('edition:archive.title')}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('edition:archive.column.title')}</th>
            <th scope="col">{t('edition:archive.column.edition')}</th>
            <th scope="col">{t('edition:archive.column.published')}</th>
            <th scope="col">{t('edition:archive.column.state')}</th>
            <th scope="col">{t('edition:archive.column.retention')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.noticeId} ${String(row.editionNumber)}`}>
              <td className="ar-title">
                <a className="strong" href={href(`/notices/${encodeURIComponent(row.noticeId)}`)}>
                  {row.title}
                </a>
                <p className="sub">
                  {row.indexNumber}　{row.unit}
                </p>
              </td>
              <td>{row.editionNumber}</td>
              <td className="nowrap">{day(row.publishDate)}</td>
              <td>
                {row.noticeState === 'ARCHIVED'
                  ? t('terms:noticeState.ARCHIVED')
                  : t(`terms:editionState.${row.state}`)}
                {row.withdrawnDate === null || row.reason === null ? null : (
                  <p className="sub">
                    {t('edition:archive.withdrawn', {
                      day: day(row.withdrawnDate),
                      reason: t(`terms:withdrawalReason.${row.reason}`),
                    })}
                  </p>
                )}
              </td>
              <td className="nowrap">
                {row.retention === null ? '' : t(`terms:retention.${row.retention}`)}
                {row.retainUntil === null ? null : <p className="sub">{day(row.retainUntil)}</p>}
                {row.state === 'PUBLISHED' ? <p className="sub">{t('edition:archive.over')}</p> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
