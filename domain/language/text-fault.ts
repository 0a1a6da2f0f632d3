import { bodyText } from '../notice/body-text.ts'
import type { Body } from '../notice/body.ts'
import type { LanguageText } from '../notice/language.ts'

/** What a text in another language still lacks. */
export type TextFault = 'TITLE' | 'BODY' | 'TRANSLATOR'

/**
 * Whether nothing is written in a body yet.
 * @example isBlank({ type: 'doc', content: [{ type: 'paragraph' }] }) // true
 */
export function isBlank(body: Body): boolean {
  return bodyText(body).trim() === ''
}

/**
 * What a text that was begun still lacks, or null when it is whole: it has a title and a text, and a translator answers for
 * it unless it is marked as made by a machine. Only where the notice has a 内容概述 may the title stand alone; the text is
 * then read in Chinese. Source: 蒙汉文并用 (S003) wants titles and important notices in both; domain book §9.3 (专人翻译).
 * @example textFault({ ...text, title: '' }, '') // 'TITLE'
 */
export function textFault(text: LanguageText, abstract: string): TextFault | null {
  if (text.title.trim() === '') return 'TITLE'
  if (isBlank(text.body) && abstract.trim() === '') return 'BODY'
  if (text.translator.trim() === '' && !text.machine) return 'TRANSLATOR'
  return null
}
