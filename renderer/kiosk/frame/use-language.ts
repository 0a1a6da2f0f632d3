import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language } from '../../shared/i18n.ts'

/** The language on the glass. */
export function useLanguage(): Language {
  const { i18n } = useTranslation('kiosk')
  return LANGUAGES.find((language) => language === i18n.language) ?? 'zh-Hans'
}

/**
 * The language of the page for screen readers and fonts. In Mongolian only labels are translated, and those
 * say so themselves, so the page stays Chinese.
 */
export function documentLanguage(language: Language): string {
  return language === 'mn-Mong' ? 'zh-Hans' : language
}
