import { lazy, Suspense, type ReactNode } from 'react'
import { isBlank } from '../../../domain/language/text-fault.ts'
import type { LanguageText, NoticeLanguage } from '../../../domain/notice/language.ts'

function ChineseOnly(props: { readonly children: ReactNode }) {
  return <>{props.children}</>
}

// Scripts and their faces load with the first notice that has them, so the first page of the kiosk stays as light as it was.
// When the file cannot be had (an office PC that was just updated), the notice is read in Chinese and not lost.
const Head = lazy(async () => {
  try {
    return { default: (await import('./language-faces.tsx')).LanguageHead }
  } catch {
    return { default: ChineseOnly }
  }
})
const Body = lazy(async () => {
  try {
    return { default: (await import('./language-faces.tsx')).LanguageBody }
  } catch {
    return { default: ChineseOnly }
  }
})

/** The text to show for the language asked for; undefined where only Chinese is there to be read. */
export function readableText(
  texts: readonly LanguageText[],
  language: string | null,
): LanguageText | undefined {
  return texts.find((text) => text.language === language && !isBlank(text.body))
}

/** The head of a notice: its title in Chinese (the children), and in the other languages where there are any. */
export function TitleInLanguages(props: {
  readonly texts: readonly LanguageText[]
  readonly shown: NoticeLanguage | null
  readonly show: (language: NoticeLanguage | null) => void
  readonly children: ReactNode
}) {
  if (props.texts.length === 0) return props.children
  return (
    <Suspense fallback={props.children}>
      <Head {...props} />
    </Suspense>
  )
}

/** The text of a notice in the language chosen, else in Chinese (the children). */
export function TextInLanguage(props: {
  readonly text: LanguageText | undefined
  readonly imageBase: string
  readonly children: ReactNode
}) {
  const { text } = props
  if (text === undefined) return props.children
  return (
    <Suspense fallback={props.children}>
      <Body text={text} imageBase={props.imageBase}>
        {props.children}
      </Body>
    </Suspense>
  )
}
