import catalogue from '../../../../locales/zh-Hans/catalogue.json' with { type: 'json' }
import desk from '../../../../locales/zh-Hans/desk.json' with { type: 'json' }
import errors from '../../../../locales/zh-Hans/errors.json' with { type: 'json' }
import terms from '../../../../locales/zh-Hans/terms.json' with { type: 'json' }
import { startI18n } from '../../../../renderer/shared/i18n.ts'

/** The desk in Chinese, as far as the catalogue screens need it. */
export const chinese = startI18n({ 'zh-Hans': { catalogue, desk, errors, terms } }, 'zh-Hans', [
  'catalogue',
  'desk',
  'errors',
  'terms',
])
