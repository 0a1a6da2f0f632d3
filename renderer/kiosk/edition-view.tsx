import { useTranslation } from 'react-i18next'
import type { PublicEdition } from '../../server/display/views.ts'
import { AttachmentList } from './attachment-list.tsx'
import { attachmentBase } from './board-queries.ts'
import { EditionList } from './edition-list.tsx'
import { Phrased } from '../shared/phrased.tsx'
import { Facts } from './facts.tsx'
import { civilDate } from './format.ts'
import { Go } from './go.tsx'
import { NoticeBody } from './notice-body.tsx'
import { PairLinks } from './pair-links.tsx'
import { useLanguage } from './use-language.ts'

/** One edition to read: facts, text, attachments, and its place among the editions. */
export function EditionView(props: { edition: PublicEdition }) {
  const { t } = useTranslation(['kiosk', 'terms'])
  const language = useLanguage()
  const { edition } = props
  const { content } = edition
  const date = (value: string | null) => (value === null ? '' : civilDate(value, language))
  const place = content.catalogue
  const issuer = content.signature || (content.unit?.name ?? content.office.name)
  const base = attachmentBase(edition.hash)
  return (
    <article className="inner notice">
      {edition.state === 'SUPERSEDED' ? (
        <div className="banner">
          <p>{t('kiosk:notice.superseded')}</p>
          <Go to={{ page: 'notice', indexNumber: edition.indexNumber }} className="button">
            {t('kiosk:notice.seeCurrent')}
          </Go>
        </div>
      ) : null}
      <h1 className="notice-title" tabIndex={-1} lang="zh-Hans">
        <Phrased text={content.title} />
      </h1>
      <div className="notice-parts">
        <aside className="notice-facts" aria-label={t('kiosk:notice.facts')}>
          <PairLinks pair={edition.pair} />
          <Facts
            facts={[
              [t('kiosk:notice.indexNumber'), edition.indexNumber],
              [t('kiosk:notice.documentNumber'), content.documentNumber],
              [t('kiosk:notice.unit'), content.unit?.name ?? ''],
              [t('kiosk:notice.issuer'), issuer === content.unit?.name ? '' : issuer],
              [t('kiosk:notice.documentDate'), date(content.documentDate)],
              [t('kiosk:notice.issueDate'), date(content.issueDate)],
              [t('kiosk:notice.publishDate'), date(edition.publishDate)],
              [t('kiosk:notice.disclosureMode'), t(`terms:disclosureMode.${content.disclosureMode}`)],
              [
                t('kiosk:notice.catalogue'),
                place ? [place.level1, place.level2].filter(Boolean).join(' › ') : '',
              ],
            ]}
          />
        </aside>
        <div className="notice-text sheet" lang="zh-Hans">
          {content.addressee === '' ? null : (
            <p className="addressee">{content.addressee.replace(/[:：]?$/u, '：')}</p>
          )}
          <NoticeBody body={content.body} imageBase={base} />
        </div>
        <AttachmentList attachments={content.attachments} base={base} />
        <EditionList edition={edition} />
      </div>
    </article>
  )
}
