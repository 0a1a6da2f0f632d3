import enKiosk from '../../../locales/en/kiosk.json'
import enTerms from '../../../locales/en/terms.json'

/** The kiosk in English, a part of its own: nobody waits for it before the first page is there. */
export const ENGLISH_TEXTS = { kiosk: enKiosk, terms: enTerms } as const
