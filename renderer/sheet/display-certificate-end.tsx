import { useTranslation } from 'react-i18next'
import type { CertificatePaper } from '../../server/display/public-display/views.ts'
import { officialDate } from './official-date.ts'

const CHINESE = { lng: 'zh-Hans' } as const

/** The result, room for the seal, and the head of the log this was taken from. */
export function CertificateEnd(props: { readonly paper: CertificatePaper; readonly lastLine: string }) {
  const { t } = useTranslation('sheet')
  const { paper, lastLine } = props
  return (
    <>
      <h2>{t('certificate.result', CHINESE)}</h2>
      <p>
        {paper.result === null
          ? t('certificate.noResult', CHINESE)
          : t('certificate.resultOn', {
              ...CHINESE,
              text: paper.result.text,
              on: officialDate(paper.result.on),
            })}
      </p>
      <div className="dcp-sign">
        <p>{paper.unit ?? paper.office}</p>
        <p className="dcp-seal">{t('certificate.seal', CHINESE)}</p>
        <p>{officialDate(paper.today)}</p>
      </div>
      <p className="dcp-foot">{lastLine}</p>
    </>
  )
}
