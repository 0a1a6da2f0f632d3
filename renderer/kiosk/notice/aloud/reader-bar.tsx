import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { scriptOf } from '../../../../domain/language/script.ts'
import type { NoticeLanguage } from '../../../../domain/notice/language.ts'
import './aloud.css'
import { useReader } from './use-reader.ts'

/**
 * The sentence being read, as text, with its keys; at the foot of the page so that it is near the hand. Sound never carries
 * anything alone, and a computer without a voice says so here.
 */
export function ReaderBar(props: {
  readonly root: RefObject<Element | null>
  /** Null is Chinese. */
  readonly language: NoticeLanguage | null
}) {
  const { t } = useTranslation(['kiosk', 'terms'])
  const { root, language } = props
  const tag = language === null ? 'zh-Hans' : scriptOf(language).tag
  const reader = useReader(root, tag)
  if (!reader.asked) return null
  if (reader.state === 'NO_VOICE') {
    return (
      <p className="aloud aloud-none" role="status">
        {language === null
          ? t('kiosk:readAloud.none')
          : t('kiosk:readAloud.noVoice', { language: t(`terms:language.${language}`) })}
      </p>
    )
  }
  const isSpeaking = reader.state === 'SPEAKING'
  const said = {
    READY: '',
    FINISHED: t('kiosk:readAloud.finished'),
    FAILED: t('kiosk:readAloud.failed'),
    SPEAKING: reader.caption,
    PAUSED: reader.caption,
  }[reader.phase]
  const isCaption = isSpeaking || reader.phase === 'PAUSED'
  return (
    <section className="aloud" aria-label={t('kiosk:readAloud.heading')}>
      <p className="aloud-said" {...(isCaption ? { lang: tag } : { role: 'status' })}>
        {said}
      </p>
      <div className="aloud-keys">
        <span className="aloud-place">
          {isCaption ? t('kiosk:readAloud.place', { at: reader.at + 1, total: reader.total }) : ''}
        </span>
        <button type="button" className="button button-quiet" onClick={reader.turnSpeed}>
          {t('kiosk:readAloud.speedKey', { speed: t(`kiosk:readAloud.speed.${reader.speed}`) })}
        </button>
        <button type="button" className="button" onClick={isSpeaking ? reader.pause : reader.start}>
          {isSpeaking
            ? t('kiosk:readAloud.pause')
            : reader.state === 'PAUSED'
              ? t('kiosk:readAloud.go')
              : t('kiosk:readAloud.again')}
        </button>
        <button type="button" className="button button-quiet" onClick={reader.stop}>
          {t('kiosk:readAloud.stop')}
        </button>
      </div>
    </section>
  )
}
