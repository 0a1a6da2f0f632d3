import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeLanguage } from '../../../domain/notice/language.ts'
import type { PublicEdition } from '../../../server/display/views.ts'
import { AttachmentList } from './attachment-list.tsx'
import { useAttachmentBase } from './attachment-base.ts'
import { ReadAloudBar } from './aloud/reader-lazy.tsx'
import { ChangeNote } from './change-note.tsx'
import { DisplayBlock } from './display-block.tsx'
import { EditionList } from './edition-list.tsx'
import { Phrased } from '../../shared/phrased.tsx'
import { EditionFacts } from './edition-facts.tsx'
import { TextInLanguage, readableText, TitleInLanguages } from './language-lazy.tsx'
import { MatterLinks } from './matter-links.tsx'
import { NoticeBody } from './notice-body.tsx'
import { PairLinks } from './pair-links.tsx'
import { SupersededBanner } from './superseded-banner.tsx'
import { TakeAwayKey } from './take-away/take-away-key.tsx'
import { ValidityBanner } from './validity-banner.tsx'
import { useLanguage } from '../frame/use-language.ts'

/** One edition to read: facts, text, attachments, and its place among the editions. */
export function EditionView(props: { edition: PublicEdition }) {
  const { t } = useTranslation(['kiosk', 'terms'])
  const language = useLanguage()
  const { edition } = props
  const { content } = edition
  const { texts = [] } = content
  // Whoever has set the screen to a language reads the notice in it from the start.
  const [chosen, setChosen] = useState<NoticeLanguage | null>(
    () => readableText(texts, language)?.language ?? null,
  )
  const shown = readableText(texts, chosen)
  const base = useAttachmentBase(edition.hash)
  const article = useRef<HTMLElement>(null)
  return (
    <article className="inner notice" ref={article}>
      <SupersededBanner edition={edition} />
      <ValidityBanner metadata={edition.metadata} />
      <TitleInLanguages texts={texts} shown={shown?.language ?? null} show={setChosen}>
        <h1 className="notice-title" tabIndex={-1} lang="zh-Hans">
          <Phrased text={content.title} />
        </h1>
      </TitleInLanguages>
      <ChangeNote edition={edition} />
      <div className="notice-parts">
        <aside className="notice-facts" aria-label={t('kiosk:notice.facts')}>
          {content.noticeKind === 'PUBLIC_DISPLAY' && edition.state === 'PUBLISHED' ? (
            <DisplayBlock indexNumber={edition.indexNumber} />
          ) : null}
          <MatterLinks edition={edition} />
          <PairLinks pair={edition.pair} replaces={edition.metadata.replaces} />
          <EditionFacts edition={edition} />
          <TakeAwayKey edition={edition} />
        </aside>
        <div className="notice-text sheet" lang="zh-Hans">
          <TextInLanguage text={shown} imageBase={base}>
            {content.addressee === '' ? null : (
              <p className="addressee">{content.addressee.replace(/[:：]?$/u, '：')}</p>
            )}
            <NoticeBody body={content.body} imageBase={base} />
          </TextInLanguage>
        </div>
        <AttachmentList attachments={content.attachments} base={base} />
        <EditionList edition={edition} />
      </div>
      <ReadAloudBar root={article} language={shown?.language ?? null} />
    </article>
  )
}
