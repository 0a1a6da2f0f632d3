import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isBlank } from '../../../domain/language/text-fault.ts'
import type { LanguageText as Text, NoticeLanguage } from '../../../domain/notice/language.ts'
import { api, taken } from '../../shared/api.ts'
import { useFaces } from '../../shared/language/load-face.ts'
import '../../shared/language/script.css'
import { LanguageSwitch } from './language-switch.tsx'
import { LanguageText } from './language-text.tsx'
import { LanguageTitles } from './language-titles.tsx'
import './language.css'

/** The head of a notice that exists in several languages: all its titles, and keys for which text to read. */
export function LanguageHead(props: {
  readonly texts: readonly Text[]
  readonly shown: NoticeLanguage | null
  readonly show: (language: NoticeLanguage | null) => void
  /** The title in Chinese. */
  readonly children: ReactNode
}) {
  const { texts } = props
  const orders = useQuery({
    queryKey: ['script-orders'],
    queryFn: ({ signal }) => taken(api.public['script-orders'].$get({}, { init: { signal } })),
  })
  useFaces(texts.map(({ language }) => language))
  // A title that stands alone has no text to go to.
  const whole = texts.filter(({ body }) => !isBlank(body)).map(({ language }) => language)
  return (
    <>
      <LanguageTitles texts={texts} orders={orders.data}>
        {props.children}
      </LanguageTitles>
      {whole.length > 0 ? <LanguageSwitch languages={whole} shown={props.shown} show={props.show} /> : null}
    </>
  )
}

/** The text of a notice in the language chosen. */
export function LanguageBody(props: {
  readonly text: Text
  readonly imageBase: string
  /** The text in Chinese, for whoever cannot draw this one. */
  readonly children: ReactNode
}) {
  return <LanguageText text={props.text} imageBase={props.imageBase} />
}
