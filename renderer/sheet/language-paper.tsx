import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { scriptOf } from '../../domain/language/script.ts'
import type { LanguageText } from '../../domain/notice/language.ts'
import type { SheetData } from '../../server/display/views.ts'
import { BodyView } from '../shared/body-view.tsx'
import { scriptAttributes } from '../shared/language/script-attributes.ts'
import { TitleText } from '../shared/language/title-text.tsx'
import { TextMarks } from '../shared/language/text-marks.tsx'
import '../shared/language/script.css'
import './language-paper.css'
import { settleLanguage } from './language-settle.ts'
import type { Settled } from './settle.ts'
import { SheetMark } from './sheet-mark.tsx'
import { Tools } from './tools.tsx'
import { VersionBlock } from './version-block.tsx'

/** The text of an edition in another language, on sheets of its own: Mongolian in columns, Arabic letters from the right. */
export function LanguagePaper(props: { readonly data: SheetData; readonly text: LanguageText }) {
  const { t } = useTranslation(['sheet', 'terms'])
  const { data, text } = props
  const area = useRef<HTMLElement>(null)
  const [settled, setSettled] = useState<Settled | null>(null)
  const profile = scriptOf(text.language)
  const vertical = profile.direction === 'VERTICAL_LR'

  useLayoutEffect(() => {
    const root = document.documentElement
    root.classList.toggle('sheet-vertical', vertical)
    return () => root.classList.remove('sheet-vertical')
  }, [vertical])

  useEffect(() => {
    let isCurrent = true
    const paper = area.current
    if (paper === null) return undefined
    void settleLanguage(paper, text, data.hash.slice(0, 16)).then((result) => {
      if (isCurrent) setSettled(result)
    })
    return () => {
      isCurrent = false
    }
  }, [data, text])

  return (
    <>
      <Tools data={data} settled={settled} />
      <main className="paper">
        <SheetMark data={data} />
        <article
          className="area area-language script"
          ref={area}
          style={{ '--scale': profile.scale } as CSSProperties}
          {...scriptAttributes(text.language)}
        >
          <TextMarks text={text} />
          <h1 className="title">
            <TitleText text={text} />
          </h1>
          <BodyView
            body={text.body}
            imageBase={data.attachmentBase}
            fromRight={profile.direction === 'RTL'}
          />
          <p className="version-of" lang="zh-Hans" dir="ltr">
            {t('sheet:textOf', {
              lng: 'zh-Hans',
              language: t(`terms:language.${text.language}`, { lng: 'zh-Hans' }),
              title: data.content.title,
            })}
          </p>
          <VersionBlock data={data} />
        </article>
      </main>
    </>
  )
}
