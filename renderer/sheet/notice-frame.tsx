import { createElement, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { FaceProps } from './face.ts'
import { faceOf } from './faces.tsx'
import { LanguagePaper } from './language/language-paper.tsx'

/** An edition by its form, or its text in the language that was asked for. */
export function NoticeFrame(props: FaceProps<'NOTICE'>) {
  const { t } = useTranslation('sheet')
  const { sheet } = props
  const text = sheet.data.content.texts?.find((one) => one.language === sheet.language)
  const isMissing = sheet.language !== null && text === undefined
  useEffect(() => {
    if (isMissing) document.documentElement.dataset.ready = 'error'
  }, [isMissing])
  if (isMissing) {
    return (
      <p className="message" role="alert">
        {t('noText')}
      </p>
    )
  }
  if (text) return <LanguagePaper sheet={sheet} text={text} />
  const face = faceOf(sheet)
  return face === null ? null : createElement(face, { sheet, fileAddress: props.fileAddress })
}
