import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentBase } from './board-queries.ts'
import { instantWords } from './format.ts'
import { NoticeBody } from '../notice/notice-body.tsx'
import { ReadAloudKey } from '../notice/aloud/reader-lazy.tsx'
import { stopReadingAloud } from '../notice/reading-aloud-context.ts'
import { Phrased } from '../../shared/phrased.tsx'
import { useLanguage } from './use-language.ts'
import type { Takeover as Held } from './use-takeover.ts'
import './takeover.css'

/** An emergency notice over the whole glass, large enough to be read from the door. */
export function Takeover(props: { held: readonly Held[]; leave: () => void }) {
  const { t } = useTranslation(['kiosk', 'terms'])
  const language = useLanguage()
  const head = useRef<HTMLHeadingElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const [first, ...others] = props.held
  const hash = first?.edition.hash
  useEffect(() => {
    // Whatever was being read to somebody is not heard under an emergency.
    stopReadingAloud()
    head.current?.focus({ preventScroll: true })
  }, [hash])
  if (!first) return null
  const { content } = first.edition
  const mark = content.emergency
  return (
    <div className="takeover" role="alertdialog" aria-modal="true" aria-labelledby="takeover-title">
      <p className="takeover-level">
        {mark?.level ? t(`terms:warningLevel.${mark.level}`) : t('kiosk:takeover.emergency')}
      </p>
      <div className="takeover-text" lang="zh-Hans" tabIndex={0} ref={text}>
        <h1 id="takeover-title" ref={head} tabIndex={-1}>
          <Phrased text={content.title} />
        </h1>
        <NoticeBody body={content.body} imageBase={attachmentBase(first.edition.hash)} />
        <p className="takeover-from">
          {mark !== undefined && mark.issuer !== '' && mark.issuedAt !== null
            ? t('kiosk:takeover.issued', { issuer: mark.issuer, time: instantWords(mark.issuedAt, language) })
            : ''}
          <span>
            {t('kiosk:takeover.published', {
              office: content.signature,
              time: instantWords(first.edition.publishedAt, language),
            })}
          </span>
        </p>
      </div>
      <div className="takeover-keys">
        <ReadAloudKey root={text} />
        {others.length > 0 ? <p>{t('kiosk:takeover.more', { number: others.length })}</p> : null}
        <button type="button" className="button" onClick={props.leave}>
          {t('kiosk:takeover.leave')}
        </button>
      </div>
    </div>
  )
}

/** What stays in sight of somebody who looks at the rest of the board meanwhile. */
export function TakeoverReminder(props: { held: readonly Held[]; open: () => void }) {
  const { t } = useTranslation('kiosk')
  const [first] = props.held
  if (!first) return null
  return (
    <button type="button" className="takeover-reminder" onClick={props.open}>
      <b>{t('takeover.emergency')}</b> <span lang="zh-Hans">{first.edition.content.title}</span>
    </button>
  )
}
