import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BUILT_IN_TEMPLATES } from '../../../domain/sheet/built-in-templates.ts'
import type { CertificatePaper } from '../../../server/display/public-display/views.ts'
import { CertificateEnd } from './display-certificate-end.tsx'
import { CertificateFacts } from './display-certificate-facts.tsx'
import { CertificateObjections, CertificateRuns } from './display-certificate-tables.tsx'
import './display-certificate.css'
import { readCertificate } from './display-certificate-data.ts'
import { PostingPhotographs, PostingRecords } from './certificate-postings.tsx'
import { ScreenRecords } from './certificate-screens.tsx'
import type { FaceProps, FileAddress } from '../face.ts'
import { findOverflow } from '../settle/fit.ts'
import { officialDate } from '../official-date.ts'
import { useSettled } from '../settle/use-settled.ts'
import { useTemplate } from '../use-template.ts'

const CHINESE = { lng: 'zh-Hans' } as const

const deskPhoto = (sha256: string) => `/api/desk/photos/${sha256}`

function Paper(props: { readonly paper: CertificatePaper; readonly fileAddress: FileAddress }) {
  const { t } = useTranslation(['sheet', 'terms'])
  const { paper, fileAddress } = props
  const lastLine = t('sheet:certificate.auditHead', { ...CHINESE, ...paper.auditHead })
  const { area } = useSettled(paper, (certificate) => ({ lastLine, overflow: findOverflow(certificate) }))
  const unit = paper.unit ?? paper.office
  const lead = paper.interim ? 'leadInterim' : paper.removal ? 'leadRemoved' : 'lead'
  return (
    <article className="dcp" ref={area}>
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
      {paper.hungOnNoBoard && <p className="dcp-removal">{t('sheet:certificate.hungOnNoBoard', CHINESE)}</p>}
      <CertificateFacts paper={paper} />
      {(paper.runs.length > 1 || paper.runs[0]?.stop) && <CertificateRuns paper={paper} />}
      <CertificateObjections paper={paper} />
      <PostingRecords postings={paper.postings} />
      <ScreenRecords screens={paper.screens} />
      <CertificateEnd paper={paper} lastLine={lastLine} />
      <PostingPhotographs postings={paper.postings} fileAddress={fileAddress} />
    </article>
  )
}

/** The certificate of a sheet laid ready for printing. */
export function CertificateSheet({ sheet, fileAddress }: FaceProps<'DISPLAY_CERTIFICATE'>) {
  return <Paper paper={sheet.data} fileAddress={fileAddress} />
}

/** The certificate of a public display as the desk shows it before it is printed. */
export function DisplayCertificatePage({ id }: { readonly id: string }) {
  const { t } = useTranslation('sheet')
  useTemplate(BUILT_IN_TEMPLATES.DISPLAY_CERTIFICATE)
  const [paper, setPaper] = useState<CertificatePaper | 'failed' | null>(null)
  useEffect(() => {
    readCertificate(id).then(setPaper, () => {
      document.documentElement.dataset.ready = 'error'
      setPaper('failed')
    })
  }, [id])
  if (paper === null) return null
  return paper === 'failed' ? (
    <p className="message" role="alert">
      {t('notFound')}
    </p>
  ) : (
    <Paper paper={paper} fileAddress={deskPhoto} />
  )
}
