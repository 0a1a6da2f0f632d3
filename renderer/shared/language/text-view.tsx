import { useTranslation } from 'react-i18next'
import { scriptOf } from '../../../domain/language/script.ts'
import type { LanguageText } from '../../../domain/notice/language.ts'
import { BodyView } from '../body-view.tsx'
import { useFaces } from './load-face.ts'
import { scriptAttributes } from './script-attributes.ts'
import { TitleText } from './title-text.tsx'
import { TextMarks } from './text-marks.tsx'
import './script.css'

/** The notice in another language, set in its script: title, who vouches for the words, text. */
export function TextView(props: {
  readonly text: LanguageText
  readonly imageBase: string
  readonly plainLinks?: boolean
}) {
  const { t } = useTranslation('terms')
  const { text } = props
  useFaces([text.language])
  return (
    <section className="script-text" aria-label={t(`language.${text.language}`)}>
      <TextMarks text={text} />
      <div className="script-frame" tabIndex={0} role="group" aria-label={text.title} lang={text.language}>
        <div className="script" {...scriptAttributes(text.language)}>
          <h2 className="script-title">
            <TitleText text={text} />
          </h2>
          <BodyView
            body={text.body}
            imageBase={props.imageBase}
            fromRight={scriptOf(text.language).direction === 'RTL'}
            {...(props.plainLinks && { plainLinks: true })}
          />
        </div>
      </div>
    </section>
  )
}
