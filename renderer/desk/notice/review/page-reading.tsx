import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicContent } from '../../../../domain/notice/content.ts'
import { BodyView } from '../../../shared/body-view.tsx'
import { TextView } from '../../../shared/language/text-view.tsx'
import { dayWords, fileSize, typeWord } from '../format.ts'
import { useReadingFacts } from './reading-facts.ts'
import { placeMark } from './remark-places.ts'

function Files(props: { readonly content: PublicContent; readonly base: string }) {
  const { t } = useTranslation('notice')
  const files = props.content.attachments.filter((file) => file.role === 'ATTACHMENT')
  if (files.length === 0) return null
  return (
    <section className="nt-reading-files">
      <h2>{t('panels.attachments')}</h2>
      <ol>
        {files.map((file) => (
          <li key={file.id} data-place={placeMark({ part: 'ATTACHMENT', attachmentId: file.id })}>
            <a
              className="nt-link"
              href={props.base + encodeURIComponent(file.id)}
              target="_blank"
              rel="noopener"
            >
              {file.name}
            </a>
            <span className="nt-soft">
              {t(`attachments.type.${typeWord(file.mediaType)}`)}　{fileSize(file.size)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function ChineseText(props: { readonly content: PublicContent; readonly imageBase: string }) {
  const { i18n } = useTranslation()
  const { content } = props
  return (
    <div className="nt-reading-text">
      {content.addressee ? (
        <p className="nt-addressee" data-place={placeMark({ part: 'FIELD', field: 'addressee' })}>
          {content.addressee}：
        </p>
      ) : null}
      <div data-place="BODY">
        <BodyView body={content.body} imageBase={props.imageBase} />
      </div>
      <p className="nt-signature" data-place={placeMark({ part: 'FIELD', field: 'signature' })}>
        {content.signature || content.office.name}
        {content.documentDate === null ? null : <span>{dayWords(content.documentDate, i18n.language)}</span>}
      </p>
    </div>
  )
}

/** A notice to read: everything that goes out, text in other languages beside the Chinese one. */
export function PageReading(props: { readonly content: PublicContent; readonly imageBase: string }) {
  const { t } = useTranslation(['review', 'terms'])
  const { content, imageBase } = props
  const texts = content.texts ?? []
  const [beside, setBeside] = useState<string>(texts[0]?.language ?? '')
  const facts = useReadingFacts(content)
  const text = texts.find(({ language }) => language === beside)
  return (
    <article className={text ? 'nt-reading nt-reading-pair' : 'nt-reading'}>
      {texts.length > 0 ? (
        <Segmented
          className="rv-languages"
          value={beside}
          options={[
            ...texts.map(({ language }) => ({
              value: language as string,
              label: t('review:beside', { language: t(`terms:language.${language}`) }),
            })),
            { value: '', label: t('review:chineseOnly') },
          ]}
          onChange={setBeside}
        />
      ) : null}
      <h1 data-place="TITLE">{content.title}</h1>
      <dl className="nt-reading-facts">
        {facts.map(({ field, name, value }) => (
          <div
            key={name}
            className={value.length > 24 ? 'nt-reading-wide' : ''}
            {...(field && { 'data-place': placeMark({ part: 'FIELD', field }) })}
          >
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {text ? (
        <div className="rv-pair">
          <ChineseText content={content} imageBase={imageBase} />
          <div data-place={placeMark({ part: 'LANGUAGE', language: text.language, path: null })}>
            <TextView key={text.language} text={text} imageBase={imageBase} />
          </div>
        </div>
      ) : (
        <ChineseText content={content} imageBase={imageBase} />
      )}
      <Files content={content} base={imageBase} />
    </article>
  )
}
