import type { Resource } from 'i18next'
import enKiosk from '../../../locales/en/kiosk.json'
import enTerms from '../../../locales/en/terms.json'
import mnKiosk from '../../../locales/mn-Mong/kiosk.json'
import mnTerms from '../../../locales/mn-Mong/terms.json'
import zhKiosk from '../../../locales/zh-Hans/kiosk.json'
import zhTerms from '../../../locales/zh-Hans/terms.json'

/** The texts of the kiosk, bundled; Mongolian holds labels only and falls back to Chinese. */
export const KIOSK_TEXTS: Resource = {
  'zh-Hans': { kiosk: zhKiosk, terms: zhTerms },
  en: { kiosk: enKiosk, terms: enTerms },
  'mn-Mong': { kiosk: mnKiosk, terms: mnTerms },
}
