import 'i18next'
import type board from '../../locales/zh-Hans/board.json'
import type calendar from '../../locales/zh-Hans/calendar.json'
import type catalogue from '../../locales/zh-Hans/catalogue.json'
import type county from '../../locales/zh-Hans/county.json'
import type desk from '../../locales/zh-Hans/desk.json'
import type difference from '../../locales/zh-Hans/difference.json'
import type review from '../../locales/zh-Hans/review.json'
import type signage from '../../locales/zh-Hans/signage.json'
import type display from '../../locales/zh-Hans/display.json'
import type edition from '../../locales/zh-Hans/edition.json'
import type duty from '../../locales/zh-Hans/duty.json'
import type emergency from '../../locales/zh-Hans/emergency.json'
import type exchange from '../../locales/zh-Hans/exchange.json'
import type errors from '../../locales/zh-Hans/errors.json'
import type kiosk from '../../locales/zh-Hans/kiosk.json'
import type language from '../../locales/zh-Hans/language.json'
import type maintenance from '../../locales/zh-Hans/maintenance.json'
import type hall from '../../locales/zh-Hans/hall.json'
import type matter from '../../locales/zh-Hans/matter.json'
import type notice from '../../locales/zh-Hans/notice.json'
import type print from '../../locales/zh-Hans/print.json'
import type register from '../../locales/zh-Hans/register.json'
import type screenStatus from '../../locales/zh-Hans/screen-status.json'
import type replica from '../../locales/zh-Hans/replica.json'
import type rule from '../../locales/zh-Hans/rule.json'
import type screen from '../../locales/zh-Hans/screen.json'
import type search from '../../locales/zh-Hans/search.json'
import type sheet from '../../locales/zh-Hans/sheet.json'
import type table from '../../locales/zh-Hans/table.json'
import type template from '../../locales/zh-Hans/template.json'
import type wording from '../../locales/zh-Hans/wording.json'
import type terms from '../../locales/zh-Hans/terms.json'

/** The keys of `t()`, taken from the Chinese sentences: a key that does not exist fails the type check. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'terms'
    returnNull: false
    resources: {
      board: typeof board
      calendar: typeof calendar
      catalogue: typeof catalogue
      county: typeof county
      desk: typeof desk
      difference: typeof difference
      review: typeof review
      signage: typeof signage
      display: typeof display
      edition: typeof edition
      duty: typeof duty
      emergency: typeof emergency
      errors: typeof errors
      exchange: typeof exchange
      kiosk: typeof kiosk
      language: typeof language
      maintenance: typeof maintenance
      hall: typeof hall
      matter: typeof matter
      notice: typeof notice
      print: typeof print
      register: typeof register
      replica: typeof replica
      'screen-status': typeof screenStatus
      rule: typeof rule
      screen: typeof screen
      search: typeof search
      sheet: typeof sheet
      table: typeof table
      template: typeof template
      terms: typeof terms
      wording: typeof wording
    }
  }
}
