import type { Body } from './body.ts'

/** Languages beside Chinese in which townships publish (domain book §9.2), as BCP 47 tags. */
export const NOTICE_LANGUAGES = ['mn-Mong', 'bo', 'ug', 'kk-Arab', 'ky-Arab', 'ko', 'za', 'ii', 'en'] as const
/** One of them. */
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number]

/** The notice in another language: title and text, and who vouches for the words. */
export type LanguageText = {
  readonly language: NoticeLanguage
  readonly title: string
  readonly body: Body
  /** 专人翻译: the translator's name; empty while nobody is named. */
  readonly translator: string
  /** Made by a machine; then every face says so. */
  readonly machine: boolean
}
