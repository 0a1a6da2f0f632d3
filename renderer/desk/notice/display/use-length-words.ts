import { useTranslation } from 'react-i18next'
import type { DisplayLength } from '../../../../domain/display/display-plan.ts'

/** A length in words: 7 天, 10 个工作日. */
export function useLengthWords(): (length: DisplayLength) => string {
  const { t } = useTranslation('display')
  return ({ count, unit }) => t(unit === 'WORKING_DAY' ? 'panel.workdays' : 'panel.days', { count })
}
