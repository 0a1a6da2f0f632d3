import i18next, { type i18n, type Resource } from 'i18next'
import { initReactI18next } from 'react-i18next'

/** Languages of the product; the kiosk offers all three, the desk the first two. */
export const LANGUAGES = ['zh-Hans', 'en', 'mn-Mong'] as const
/** One language of the product. */
export type Language = (typeof LANGUAGES)[number]

/** Starts i18next with bundled resources: no request, so text is there before the first paint, also offline. */
export function startI18n(resources: Resource, language: Language, namespaces: readonly string[]): i18n {
  const instance = i18next.createInstance()
  void instance.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'zh-Hans',
    ns: [...namespaces],
    defaultNS: namespaces[0] ?? 'terms',
    keySeparator: '.',
    nsSeparator: ':',
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  })
  document.documentElement.lang = language
  return instance
}
