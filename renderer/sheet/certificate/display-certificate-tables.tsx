import { useTranslation } from 'react-i18next'
import type { CertificatePaper } from '../../../server/display/public-display/views.ts'
import { officialDate } from '../official-date.ts'

const CHINESE = { lng: 'zh-Hans' } as const

/** Every span in which it hung, and what stopped it. */
export function CertificateRuns({ paper }: { readonly paper: CertificatePaper }) {
  const { t } = useTranslation(['sheet', 'terms'])
  return (
    <>
      <h2>{t('sheet:certificate.runs', CHINESE)}</h2>
      <table className="dcp-table">
        <thead>
          <tr>
            <th>{t('sheet:certificate.number', CHINESE)}</th>
            <th>{t('sheet:certificate.from', CHINESE)}</th>
            <th>{t('sheet:certificate.to', CHINESE)}</th>
            <th>{t('sheet:certificate.what', CHINESE)}</th>
          </tr>
        </thead>
        <tbody>
          {paper.runs.map((run) => (
            <tr key={run.number}>
              <td>{run.number}</td>
              <td>{officialDate(run.startsOn)}</td>
              <td>{officialDate(run.endsOn)}</td>
              <td className="dcp-wide">
                {t(`terms:displayRun.${run.kind}`, CHINESE)}
                {run.reason !== '' && `：${run.reason}`}
                {[run.gap, run.stop].map(
                  (stop) =>
                    stop && (
                      <p key={stop.kind} className="dcp-removal">
                        {t('sheet:certificate.stopped', {
                          ...CHINESE,
                          on: officialDate(stop.on),
                          kind: t(`terms:displayStop.${stop.kind}`, CHINESE),
                          reason: stop.reason,
                        })}
                      </p>
                    ),
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** How many objected and how each was answered; nobody is named. */
export function CertificateObjections({ paper }: { readonly paper: CertificatePaper }) {
  const { t } = useTranslation(['sheet', 'terms'])
  const { objections } = paper
  if (objections.length === 0) return null
  return (
    <>
      <h2>{t('sheet:certificate.objections', { ...CHINESE, number: objections.length })}</h2>
      <table className="dcp-table">
        <thead>
          <tr>
            <th>{t('sheet:certificate.number', CHINESE)}</th>
            <th>{t('sheet:certificate.receivedOn', CHINESE)}</th>
            <th>{t('sheet:certificate.channel', CHINESE)}</th>
            <th>{t('sheet:certificate.answer', CHINESE)}</th>
          </tr>
        </thead>
        <tbody>
          {objections.map((one) => (
            <tr key={one.number}>
              <td>{one.number}</td>
              <td>
                {officialDate(one.receivedOn)}
                {one.late && <p>{t('sheet:certificate.late', CHINESE)}</p>}
              </td>
              <td>{t(`terms:objectionChannel.${one.channel}`, CHINESE)}</td>
              <td className="dcp-wide">
                {one.mergedInto !== null
                  ? t('sheet:certificate.mergedInto', { ...CHINESE, number: one.mergedInto })
                  : one.answer === ''
                    ? t('sheet:certificate.unanswered', CHINESE)
                    : t('sheet:certificate.answered', {
                        ...CHINESE,
                        on: officialDate(one.answeredOn ?? ''),
                        answer: one.answer,
                      })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
