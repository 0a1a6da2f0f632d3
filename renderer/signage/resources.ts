import type { Resource } from 'i18next'
import enSignage from '../../locales/en/signage.json'
import enTerms from '../../locales/en/terms.json'
import zhSignage from '../../locales/zh-Hans/signage.json'
import zhTerms from '../../locales/zh-Hans/terms.json'

/** The texts of a passive screen, bundled: it must be able to speak while nobody answers. */
export const SIGNAGE_TEXTS: Resource = {
  'zh-Hans': { signage: zhSignage, terms: zhTerms },
  en: { signage: enSignage, terms: enTerms },
}
