import type { i18n } from 'i18next'
import type { Language } from '../../shared/i18n.ts'

/** Brings the English texts; called soon after the start, so that they are there when the office computer is away later. */
export async function bringEnglish(texts: i18n): Promise<void> {
  if (texts.hasResourceBundle('en', 'kiosk')) return
  const { ENGLISH_TEXTS } = await import('./english-texts.ts')
  for (const [namespace, words] of Object.entries(ENGLISH_TEXTS))
    texts.addResourceBundle('en', namespace, words)
}

// The language asked for last: texts that come late must not change the glass of the next visitor.
let asked: Language = 'zh-Hans'

/** Changes the language on the glass; what cannot be fetched now leaves it as it is, and the key can be pressed again. */
export function speak(texts: i18n, language: Language): void {
  asked = language
  const change = () => {
    if (asked === language) void texts.changeLanguage(language)
  }
  if (language === 'en' && !texts.hasResourceBundle('en', 'kiosk')) {
    bringEnglish(texts).then(change, () => undefined)
  } else change()
}
