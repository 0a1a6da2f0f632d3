import { App } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { BODY_NOTES } from '../../../domain/notice/body-from-html.ts'

const LONG_ENOUGH_TO_READ_S = 8

/** Tells the person what of a pasted text or a Word file could not be kept as it was; nothing when all was kept. */
export function useLeftOut(): (notes: readonly string[]) => void {
  const { t } = useTranslation('notice')
  const { message } = App.useApp()
  return useCallback(
    (notes) => {
      const parts = BODY_NOTES.filter((note) => notes.includes(note)).map((note) => t(`leftOut.${note}`))
      if (parts.length === 0) return
      void message.warning(
        t('leftOut.sentence', { parts: parts.join(t('listComma')) }),
        LONG_ENOUGH_TO_READ_S,
      )
    },
    [message, t],
  )
}
