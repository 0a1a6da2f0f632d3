import type { i18n } from 'i18next'

/** Languages of the desk; each is named in itself. */
export const DESK_LANGUAGES = [
  { code: 'zh-Hans', name: '简体中文' },
  { code: 'en', name: 'English' },
] as const

/** One language of the desk. */
export type DeskLanguage = (typeof DESK_LANGUAGES)[number]['code']

const KEY = 'desk.language'

/** The language this PC was left in; Chinese at first. */
export function rememberedLanguage(): DeskLanguage {
  return window.localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-Hans'
}

/** Changes the language now and for the next start. */
export function changeLanguage(instance: i18n, language: DeskLanguage): void {
  window.localStorage.setItem(KEY, language)
  document.documentElement.lang = language
  void instance.changeLanguage(language)
}
