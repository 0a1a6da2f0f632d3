import { useTranslation } from 'react-i18next'
import type { SplitWords } from './split-table.ts'

/** What the parts of a split table are called on paper. */
export function useSplitWords(): SplitWords {
  const { t } = useTranslation('sheet')
  return {
    part: (number, count) => t('split.part', { lng: 'zh-Hans', number, total: count }),
    further: (number, count) => t('split.further', { lng: 'zh-Hans', number, total: count }),
  }
}
