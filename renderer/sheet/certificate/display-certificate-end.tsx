import { useTranslation } from 'react-i18next'
import type { CertificatePaper } from '../../../server/display/public-display/views.ts'
import { officialDate } from '../official-date.ts'

const CHINESE = { lng: 'zh-Hans' } as const

/** Who certifies and when, room for the seal, and the head of the log this was taken from. */
export function CertificateSign(props: {
  readonly unit: string
  readonly today: string
  readonly lastLine: string
}) {
  const { t } = useTranslation('sheet')
  return (
    <div className="dcp-end">
      <div className="dcp-sign">
        <p>{props.unit}</p>
        <p className="dcp-seal">{t('certificate.seal', CHINESE)}</p>
        <p>{officialDate(props.today)}</p>
      </div>
      <p className="dcp-foot">{props.lastLine}</p>
    </div>
  )
}

/** The result of a 公示, and who certifies it. */
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
      <CertificateSign unit={paper.unit ?? paper.office} today={paper.today} lastLine={lastLine} />
    </>
  )
}
