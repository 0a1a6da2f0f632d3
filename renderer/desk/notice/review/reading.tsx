import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicContent } from '../../../../domain/notice/content.ts'
import { BodyView } from '../../../shared/body-view.tsx'
import { dayWords, fileSize, typeWord } from '../format.ts'
import './reading.css'

/** What a reader will see, as a page to read or as the paper that will hang on the wall. */
export function Reading(props: {
  readonly content: PublicContent
  readonly imageBase: string
  readonly paperAddress: string
}) {
  const { t, i18n } = useTranslation(['notice', 'terms'])
  const [face, setFace] = useState<'page' | 'paper'>('page')
  const { content } = props
  const facts = [
    [t('notice:fields.noticeKind'), t(`terms:noticeKind.${content.noticeKind}`)],
    [t('notice:placement.unit'), content.unit?.name ?? ''],
    [t('notice:placement.interprets'), content.interprets?.title ?? ''],
    [t('notice:fields.documentNumber'), content.documentNumber],
    [
      t('notice:fields.documentDate'),
      content.documentDate === null ? '' : dayWords(content.documentDate, i18n.language),
    ],
    [
      t('notice:fields.issueDate'),
      content.issueDate === null ? '' : dayWords(content.issueDate, i18n.language),
    ],
    [t('notice:fields.disclosureMode'), t(`terms:disclosureMode.${content.disclosureMode}`)],
    [t('notice:fields.audience'), t(`terms:audience.${content.audience}`)],
    [
      t('notice:fields.catalogueItem'),
      content.catalogue
        ? [content.catalogue.level1, content.catalogue.level2].filter(Boolean).join(' › ')
        : '',
    ],
  ].filter(([, value]) => value !== '')
  const files = content.attachments.filter((file) => file.role === 'ATTACHMENT')
  return (
    <div className="nt-paper">
      <div className="nt-faces">
        <Segmented
          value={face}
          options={[
            { value: 'page', label: t('notice:reading.page') },
            { value: 'paper', label: t('notice:reading.paper') },
          ]}
          onChange={setFace}
        />
        <a className="nt-link" href={props.paperAddress} target="_blank" rel="noopener">
          {t('notice:reading.paperAlone')}
        </a>
      </div>
      {face === 'paper' ? (
        <iframe className="nt-paper-frame" src={props.paperAddress} title={t('notice:reading.paper')} />
      ) : (
        <article className="nt-reading">
          <h1>{content.title}</h1>
          <dl className="nt-reading-facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {content.addressee ? <p className="nt-addressee">{content.addressee}：</p> : null}
          <BodyView body={content.body} imageBase={props.imageBase} />
          <p className="nt-signature">
            {content.signature || content.office.name}
            {content.documentDate === null ? null : (
              <span>{dayWords(content.documentDate, i18n.language)}</span>
            )}
          </p>
          {files.length > 0 ? (
            <section className="nt-reading-files">
              <h2>{t('notice:panels.attachments')}</h2>
              <ol>
                {files.map((file) => (
                  <li key={file.id}>
                    <a
                      className="nt-link"
                      href={props.imageBase + encodeURIComponent(file.id)}
                      target="_blank"
                      rel="noopener"
                    >
                      {file.name}
                    </a>
                    <span className="nt-soft">
                      {t(`notice:attachments.type.${typeWord(file.mediaType)}`)}　{fileSize(file.size)}
                    </span>
                  </li>
                ))}
              </ol>
            </section>
          ) : null}
        </article>
      )}
    </div>
  )
}
