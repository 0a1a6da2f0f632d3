import desk from '../../../../locales/zh-Hans/desk.json' with { type: 'json' }
import duty from '../../../../locales/zh-Hans/duty.json' with { type: 'json' }
import exchange from '../../../../locales/zh-Hans/exchange.json' with { type: 'json' }
import errors from '../../../../locales/zh-Hans/errors.json' with { type: 'json' }
import notice from '../../../../locales/zh-Hans/notice.json' with { type: 'json' }
import terms from '../../../../locales/zh-Hans/terms.json' with { type: 'json' }
import enDuty from '../../../../locales/en/duty.json' with { type: 'json' }
import enTerms from '../../../../locales/en/terms.json' with { type: 'json' }
import type { DutyT } from '../../../../renderer/shared/duty/explain.ts'
import { startI18n } from '../../../../renderer/shared/i18n.ts'

const NAMESPACES = ['duty', 'terms', 'errors', 'desk', 'notice', 'exchange']
const texts = {
  'zh-Hans': { duty, terms, errors, desk, notice, exchange },
  en: { duty: enDuty, terms: enTerms },
}

/** The sentences of the duty screens as the desk has them. */
export const dutyI18n = startI18n(texts, 'zh-Hans', NAMESPACES)

/** `t` in one language. */
export function tOf(language: 'zh-Hans' | 'en'): DutyT {
  return dutyI18n.getFixedT(language, ['duty', 'terms']) as DutyT
}
