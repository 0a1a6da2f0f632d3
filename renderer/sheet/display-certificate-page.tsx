import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CertificatePaper } from '../../server/display/public-display/views.ts'
import { CertificateEnd } from './display-certificate-end.tsx'
import { CertificateFacts } from './display-certificate-facts.tsx'
import { CertificateObjections, CertificateRuns } from './display-certificate-tables.tsx'
import './display-certificate.css'
import { readCertificate } from './display-certificate-data.ts'
import { officialDate } from './official-date.ts'

const CHINESE = { lng: 'zh-Hans' } as const

function Paper({ paper }: { readonly paper: CertificatePaper }) {
  const { t } = useTranslation(['sheet', 'terms'])
  const lastLine = t('sheet:certificate.auditHead', { ...CHINESE, ...paper.auditHead })
  useEffect(() => {
    const marks = document.documentElement.dataset
    void document.fonts.ready.then(() => {
      marks.lastLine = lastLine
      marks.ready = 'true'
    })
  }, [lastLine])
  const unit = paper.unit ?? paper.office
  const lead = paper.interim ? 'leadInterim' : paper.removal ? 'leadRemoved' : 'lead'
  return (
    <article className="dcp">
      <h1>{t('sheet:certificate.title', CHINESE)}</h1>
      {paper.interim && <p className="dcp-interim">{t('sheet:certificate.interim', CHINESE)}</p>}
      <p className="dcp-lead">
        {t(`sheet:certificate.${lead}`, {
          ...CHINESE,
          unit,
          title: paper.title,
          from: officialDate(paper.startsOn),
          to: officialDate(paper.removal?.on ?? paper.lastDay),
        })}
      </p>
      {paper.removal && (
        <p className="dcp-removal">
          {t('sheet:certificate.removal', {
            ...CHINESE,
            on: officialDate(paper.removal.on),
            last: officialDate(paper.lastDay),
            reason: paper.removal.reason,
          })}
        </p>
      )}
      <CertificateFacts paper={paper} />
      {(paper.runs.length > 1 || paper.runs[0]?.stop) && <CertificateRuns paper={paper} />}
      <CertificateObjections paper={paper} />
      <CertificateEnd paper={paper} lastLine={lastLine} />
    </article>
  )
}

/** The certificate of a public display on paper; printed, what it says comes with the address and from nowhere else. */
export function DisplayCertificatePage(props: { readonly id: string; readonly hash: string }) {
  const { t } = useTranslation('sheet')
  const { id, hash } = props
  const [paper, setPaper] = useState<CertificatePaper | 'failed' | null>(null)
  useEffect(() => {
    readCertificate(id, hash).then(setPaper, () => {
      document.documentElement.dataset.ready = 'error'
      setPaper('failed')
    })
  }, [id, hash])
  if (paper === null) return null
  return paper === 'failed' ? (
    <p className="message" role="alert">
      {t('notFound')}
    </p>
  ) : (
    <Paper paper={paper} />
  )
}
