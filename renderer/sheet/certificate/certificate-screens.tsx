import { useTranslation } from 'react-i18next'
import type { CertificateScreen } from '../../../server/display/public-display/views.ts'
import { officialMinute } from '../official-minute.ts'

const CHINESE = { lng: 'zh-Hans' } as const
const HOUR = 60

/** What each paired screen proves, and where its hours have no record; nothing where no screen showed it. */
export function ScreenRecords({ screens }: { readonly screens: readonly CertificateScreen[] }) {
  const { t } = useTranslation('sheet')
  if (screens.length === 0) return null
  const span = (minutes: number) =>
    minutes < HOUR
      ? t('certificate.screen.minutes', { ...CHINESE, minutes })
      : t(minutes % HOUR === 0 ? 'certificate.screen.wholeHours' : 'certificate.screen.hours', {
          ...CHINESE,
          hours: Math.floor(minutes / HOUR),
          minutes: minutes % HOUR,
        })
  return (
    <>
      <h2>{t('certificate.screen.title', CHINESE)}</h2>
      <table className="dcp-table dcp-screens">
        <thead>
          <tr>
            <th className="dcp-place">{t('certificate.screen.name', CHINESE)}</th>
            <th>{t('certificate.screen.proved', CHINESE)}</th>
          </tr>
        </thead>
        <tbody>
          {screens.map((one) => (
            <tr key={`${one.name} ${one.place}`}>
              <td className="dcp-place">
                {one.name}
                {one.place === '' ? null : <p className="dcp-small">{one.place}</p>}
              </td>
              <td className="dcp-wide">
                {one.firstAt === null || one.lastAt === null ? null : (
                  <p>
                    {t('certificate.screen.span', {
                      ...CHINESE,
                      first: officialMinute(one.firstAt),
                      last: officialMinute(one.lastAt),
                    })}
                  </p>
                )}
                <p>
                  {one.shownMinutes === null
                    ? t('certificate.screen.nothing', CHINESE)
                    : t('certificate.screen.shown', {
                        ...CHINESE,
                        days: one.days,
                        time: span(one.shownMinutes),
                      })}
                </p>
                {one.partMinutes > 0 ? (
                  <p>{t('certificate.screen.part', { ...CHINESE, time: span(one.partMinutes) })}</p>
                ) : null}
                {one.titleMinutes > 0 ? (
                  <p>{t('certificate.screen.titleOnly', { ...CHINESE, time: span(one.titleMinutes) })}</p>
                ) : null}
                <p>
                  {t('certificate.screen.recorded', {
                    ...CHINESE,
                    open: span(one.openMinutes),
                    recorded: span(one.recordedMinutes),
                  })}
                </p>
                {one.unprovedMinutes > 0 ? (
                  <p className="dcp-removal">
                    {t('certificate.screen.unproved', { ...CHINESE, time: span(one.unprovedMinutes) })}
                  </p>
                ) : null}
                {one.gaps.map(({ from, until }) => (
                  <p key={from} className="dcp-removal">
                    {t('certificate.screen.gap', {
                      ...CHINESE,
                      from: officialMinute(from),
                      until: officialMinute(until),
                    })}
                  </p>
                ))}
                {one.moreGaps > 0 ? (
                  <p className="dcp-removal">
                    {t('certificate.screen.moreGaps', { ...CHINESE, number: one.moreGaps })}
                  </p>
                ) : null}
                {one.isClamped ? (
                  <p className="dcp-small">{t('certificate.screen.clamped', CHINESE)}</p>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="dcp-small">{t('certificate.screen.note', CHINESE)}</p>
    </>
  )
}
