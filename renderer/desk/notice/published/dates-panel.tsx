import { useTranslation } from 'react-i18next'
import type { NoticeRecord } from '../../../../server/notice/archive/views.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayAndTime, dayWords } from '../format.ts'
import { Panel } from '../panel.tsx'

/** The four dates of a notice, each for itself, and how long it shows. */
export function DatesPanel({ record }: { readonly record: NoticeRecord }) {
  const { t, i18n } = useTranslation('edition')
  const { clock } = useOpenDesk()
  const { dates, expiresAt } = record
  const day = (date: string | null, none: string) => (date === null ? none : dayWords(date, i18n.language))
  return (
    <Panel title={t('record.panel')}>
      <dl className="ed-dates">
        <dt>{t('record.documentDate')}</dt>
        <dd>{day(dates.documentDate, t('record.none'))}</dd>
        <dt>{t('record.issueDate')}</dt>
        <dd>{day(dates.issueDate, t('record.none'))}</dd>
        <dt>{t('record.publishDate')}</dt>
        <dd>{day(dates.publishDate, t('record.none'))}</dd>
        <dt>{t('record.postedOn')}</dt>
        <dd>{day(dates.postedOn, t('record.notPosted'))}</dd>
        {expiresAt === null ? null : (
          <>
            <dt>{t('record.expires')}</dt>
            <dd>{dayAndTime(expiresAt, i18n.language, clock.now)}</dd>
          </>
        )}
      </dl>
      {record.retentionUnverified && record.editions.some(({ retention }) => retention !== null) ? (
        <p className="nt-soft">{t('record.unverified')}</p>
      ) : null}
      {record.archive.length === 0 ? null : (
        <ul className="ed-archived">
          {record.archive.map((entry) => (
            <li key={entry.at} className="nt-soft">
              {t(`archive.${entry.action}`, {
                time: dayAndTime(entry.at, i18n.language, clock.now),
                name: entry.by.name,
                reason: entry.reason,
              })}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
