import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FaceWords } from './face-content.ts'

/** The words a face adds of itself, in the language of the screen. */
export function useFaceWords(): FaceWords {
  const { t } = useTranslation('signage')
  return useMemo(
    () => ({
      wholeText: t('wholeText'),
      wholeTable: t('wholeTable'),
      tooWide: t('tooWide'),
    }),
    [t],
  )
}
