import type { ReactNode } from 'react'
import { scriptOf } from '../../../domain/language/script.ts'
import type { LanguageText } from '../../../domain/notice/language.ts'
import { LtrNumbers } from './ltr-numbers.tsx'

/** The title of a text in another language, numbers in their order. */
export function TitleText({ text }: { readonly text: LanguageText }): ReactNode {
  return scriptOf(text.language).direction === 'RTL' ? <LtrNumbers text={text.title} /> : text.title
}
