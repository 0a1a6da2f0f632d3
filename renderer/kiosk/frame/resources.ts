import type { Resource } from 'i18next'
import mnKiosk from '../../../locales/mn-Mong/kiosk.json'
import mnTerms from '../../../locales/mn-Mong/terms.json'
import zhKiosk from '../../../locales/zh-Hans/kiosk.json'
import zhTerms from '../../../locales/zh-Hans/terms.json'

/** The texts the first page begins with; Mongolian holds labels only and falls back to Chinese. English comes after (`speak.ts`). */
export const KIOSK_TEXTS: Resource = {
  'zh-Hans': { kiosk: zhKiosk, terms: zhTerms },
  'mn-Mong': { kiosk: mnKiosk, terms: mnTerms },
}
