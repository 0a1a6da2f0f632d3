import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ExceptionsReport as Report } from '../../../server/notice/review/views.ts'
import { dayAndTime } from '../notice/format.ts'
import { useKindWords } from '../notice/review/use-kind-words.ts'
import { href } from '../../shared/desk/route.ts'
import { useOpenDesk } from '../shell/session-context.ts'

function Alone({ rows }: { readonly rows: Report['alone'] }) {
  const { t, i18n } = useTranslation(['review'])
  const { clock } = useOpenDesk()
  return (
    <>
      <h3 className="card-body">{t('review:report.alone')}</h3>
      {rows.length === 0 ? (
        <p className="card-body sub">{t('review:report.aloneEmpty')}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th>{t('review:report.when')}</th>
              <th>{t('review:report.notice')}</th>
              <th>{t('review:report.person')}</th>
              <th>{t('review:report.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.noticeId}>
                <td className="nowrap">{dayAndTime(row.at, i18n.language, clock.now)}</td>
                <td>
                  <a href={href(`/notices/${encodeURIComponent(row.noticeId)}`)}>{row.title}</a>
                  <div className="sub">{row.indexNumber}</div>
                </td>
                <td className="nowrap">{row.by.name}</td>
                <td>{row.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** What one person decided twice over under the exception, or published alone in an emergency, to read and to print. */
export function ExceptionsReport({ report }: { readonly report: Report }) {
  const { t, i18n } = useTranslation(['review', 'terms', 'notice'])
  const { clock, office } = useOpenDesk()
  const kindWords = useKindWords()
  return (
    <section className="card rc-report" aria-label={t('review:report.title')}>
      <h2>
        {t('review:report.title')}
        {report.items.length + report.alone.length > 0 ? (
          <Button
            size="small"
            className="rc-print"
            onClick={() => {
              window.print()
            }}
          >
            {t('review:report.print')}
          </Button>
        ) : null}
      </h2>
      <p className="rc-paper-only">
        {t('review:report.printed', {
          office: office.name,
          time: dayAndTime(clock.now, i18n.language, clock.now),
        })}
      </p>
      {report.items.length === 0 ? (
        <p className="card-body sub">{t('review:report.empty')}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th>{t('review:report.when')}</th>
              <th>{t('review:report.notice')}</th>
              <th>{t('review:report.decision')}</th>
              <th>{t('review:report.person')}</th>
              <th>{t('review:report.besides')}</th>
              <th>{t('review:report.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {report.items.map((row) => (
              <tr key={`${row.noticeId} ${row.at} ${row.kind} ${row.language}`}>
                <td className="nowrap">{dayAndTime(row.at, i18n.language, clock.now)}</td>
                <td>
                  <a href={href(`/notices/${encodeURIComponent(row.noticeId)}`)}>{row.title}</a>
                  <div className="sub">{row.indexNumber ?? t(`terms:noticeState.${row.state}`)}</div>
                </td>
                <td>
                  {kindWords(row)}　{t(`terms:decision.${row.decision}`)}
                </td>
                <td className="nowrap">{row.by.name}</td>
                <td>{row.besides.map(kindWords).join(t('notice:listComma'))}</td>
                <td>{row.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Alone rows={report.alone} />
    </section>
  )
}
