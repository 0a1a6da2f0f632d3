import type { ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useReader } from './use-reader.ts'

/** A key of its own for a text that stands alone on the glass: reads it aloud in Chinese, or says that there is no voice. */
export function ReadAloud(props: { readonly root: RefObject<Element | null> }): ReactNode {
  const { t } = useTranslation('kiosk')
  const reader = useReader(props.root, 'zh-Hans')
  if (reader.state === 'NO_VOICE') return <p className="read-aloud-none">{t('readAloud.none')}</p>
  const isSpeaking = reader.state === 'SPEAKING'
  return (
    <button
      type="button"
      className="button"
      aria-pressed={isSpeaking}
      onClick={isSpeaking ? reader.stop : reader.start}
    >
      {t(isSpeaking ? 'readAloud.stop' : 'readAloud.start')}
    </button>
  )
}
