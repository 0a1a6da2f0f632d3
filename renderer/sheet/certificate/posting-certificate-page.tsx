import { useTranslation } from 'react-i18next'
import { PostingPhotographs, PostingRecords } from './certificate-postings.tsx'
import { CertificateSign } from './display-certificate-end.tsx'
import './display-certificate.css'
import type { FaceProps } from '../face.ts'
import { findOverflow } from '../settle/fit.ts'
import { officialDate } from '../official-date.ts'
import { useSettled } from '../settle/use-settled.ts'

const CHINESE = { lng: 'zh-Hans' } as const

/** 张贴证明: where a sheet without a 公示 hung, from when to when, who put it up and took it down, with its photographs. */
export function PostingCertificateSheet({ sheet, fileAddress }: FaceProps<'POSTING_CERTIFICATE'>) {
  const { t } = useTranslation('sheet')
  const paper = sheet.data
  const { posting } = paper
  const lastLine = t('certificate.auditHead', { ...CHINESE, ...paper.auditHead })
  const { area } = useSettled(sheet, (certificate) => ({ lastLine, overflow: findOverflow(certificate) }))
  const facts = [
    [t('certificate.postedSheet', CHINESE), `《${paper.title}》`],
    [t('certificate.documentNumber', CHINESE), paper.documentNumber],
    [t('certificate.indexNumber', CHINESE), paper.indexNumber],
    [
      t('version', CHINESE),
      t('certificate.edition', {
        ...CHINESE,
        number: paper.editionNumber,
        hash: paper.hash.slice(0, 16),
      }),
    ],
    [
      t('certificate.postedAt', CHINESE),
      [posting.place, posting.where].filter((words) => words !== '').join('，'),
    ],
  ].filter(([, text]) => text !== '')
  return (
    <article className="dcp" ref={area}>
      <h1>{t('certificate.postingTitle', CHINESE)}</h1>
      {paper.interim ? <p className="dcp-interim">{t('certificate.postingInterim', CHINESE)}</p> : null}
      <p className="dcp-lead">
        {t(posting.removedOn === null ? 'certificate.postingLeadUp' : 'certificate.postingLead', {
          ...CHINESE,
          unit: paper.unit ?? paper.office,
          title: paper.title,
          place: posting.place,
          from: officialDate(posting.postedOn ?? ''),
          to: officialDate(posting.removedOn ?? ''),
        })}
      </p>
      <dl className="dcp-facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <PostingRecords postings={[posting]} />
      <CertificateSign unit={paper.unit ?? paper.office} today={paper.today} lastLine={lastLine} />
      <PostingPhotographs postings={[posting]} fileAddress={fileAddress} />
    </article>
  )
}
