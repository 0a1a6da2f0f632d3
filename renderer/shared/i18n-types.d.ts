import 'i18next'
import type calendar from '../../locales/zh-Hans/calendar.json'
import type catalogue from '../../locales/zh-Hans/catalogue.json'
import type desk from '../../locales/zh-Hans/desk.json'
import type duty from '../../locales/zh-Hans/duty.json'
import type errors from '../../locales/zh-Hans/errors.json'
import type kiosk from '../../locales/zh-Hans/kiosk.json'
import type notice from '../../locales/zh-Hans/notice.json'
import type register from '../../locales/zh-Hans/register.json'
import type rule from '../../locales/zh-Hans/rule.json'
import type sheet from '../../locales/zh-Hans/sheet.json'
import type terms from '../../locales/zh-Hans/terms.json'

/** The keys of `t()`, taken from the Chinese sentences: a key that does not exist fails the type check. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'terms'
    returnNull: false
    resources: {
      calendar: typeof calendar
      catalogue: typeof catalogue
      desk: typeof desk
      duty: typeof duty
      errors: typeof errors
      kiosk: typeof kiosk
      notice: typeof notice
      register: typeof register
      rule: typeof rule
      sheet: typeof sheet
      terms: typeof terms
    }
  }
}
