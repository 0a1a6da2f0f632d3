import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { scriptOf } from '../../../domain/language/script.ts'
import type { LanguageText } from '../../../domain/notice/language.ts'
import type { SheetPage } from '../../../server/display/sheet-page.ts'
import { USUAL_ORDER } from '../../../domain/language/script-order.ts'
import { BodyView } from '../../shared/body-view.tsx'
import { scriptAttributes } from '../../shared/language/script-attributes.ts'
import { TitleText } from '../../shared/language/title-text.tsx'
import { TextMarks } from '../../shared/language/text-marks.tsx'
import '../../shared/language/script.css'
import './language-paper.css'
import { settleLanguage } from './language-settle.ts'
import type { Settled } from '../settle/settle.ts'
import { SheetMark } from '../sheet-mark.tsx'
import { Tools } from '../tools.tsx'
import { VersionBlock } from '../version-block.tsx'

type NoticeSheet = Extract<SheetPage, { kind: 'NOTICE' }>

/** Which text this is of which notice, in Chinese; beside the Chinese text the version of the edition too, in one line. */
function TextOf(props: {
  readonly data: NoticeSheet['data']
  readonly text: LanguageText
  readonly half: boolean
}) {
  const { t } = useTranslation(['sheet', 'terms'])
  const { data, text, half } = props
  return (
    <p className="version-of" lang="zh-Hans" dir="ltr">
      {t('sheet:textOf', {
        lng: 'zh-Hans',
        language: t(`terms:language.${text.language}`, { lng: 'zh-Hans' }),
        title: data.content.title,
      })}
      {half ? ` ${data.hash.slice(0, 16)}` : null}
    </p>
  )
}

/**
 * The text of an edition in another language: on sheets of its own, or on its part of a sheet that it shares with the Chinese
 * one, which then bears version and code for both. Mongolian runs in columns, Arabic letters from the right.
 */
export function LanguagePaper(props: { readonly sheet: NoticeSheet; readonly text: LanguageText }) {
  const { sheet, text } = props
  const { data, half } = sheet
  const { sizeRatio } = sheet.orders[text.language] ?? USUAL_ORDER
  const area = useRef<HTMLElement>(null)
  const [settled, setSettled] = useState<Settled | null>(null)
  const profile = scriptOf(text.language)
  // Beside Chinese its size is that of the setting; by itself it is only made to look as large.
  const scale = half === null ? profile.scale : (profile.scale * sizeRatio) / 100
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
          className={`area area-language script ${half === null ? '' : 'area-half'}`}
          ref={area}
          style={{ '--scale': scale } as CSSProperties}
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
          <TextOf data={data} text={text} half={half !== null} />
          {half === null ? <VersionBlock data={data} /> : null}
        </article>
      </main>
    </>
  )
}
