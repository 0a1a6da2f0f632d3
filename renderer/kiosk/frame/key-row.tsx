import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/i18n.ts'
import { useReadingAloud } from '../notice/reading-aloud-context.ts'
import { Label } from './label.tsx'
import { nextTextSize, type TextSize } from './text-size.ts'
import { useVisit } from './visit.ts'

function SizeKey(props: { isOpen: boolean; onPress: () => void }) {
  const { t } = useTranslation('kiosk')
  const { settings, change } = useVisit()
  const labels: Readonly<Record<TextSize, string>> = {
    1: t('key.larger'),
    1.3: t('key.largerStill'),
    1.6: t('key.largest'),
    2: t('key.standard'),
  }
  return (
    <button
      type="button"
      className="key"
      aria-expanded={props.isOpen}
      onClick={() => {
        change({ textSize: nextTextSize(settings.textSize) })
        props.onPress()
      }}
    >
      <Label>{labels[settings.textSize]}</Label>
    </button>
  )
}

function ReadKey() {
  const { t } = useTranslation('kiosk')
  const { state, start, pause } = useReadingAloud()
  const isSpeaking = state === 'SPEAKING'
  return (
    <button
      type="button"
      className="key"
      aria-disabled={state === 'NOTHING'}
      aria-pressed={isSpeaking}
      onClick={() => {
        if (isSpeaking) pause()
        else if (state !== 'NOTHING') start()
      }}
    >
      <Label>{isSpeaking ? t('key.pause') : state === 'PAUSED' ? t('key.goOn') : t('key.readAloud')}</Label>
    </button>
  )
}

/** The five keys at the bottom of every page, always at the same place; the size key says what a press will do. */
export function KeyRow(props: {
  language: Language
  isDisplayOpen: boolean
  onDisplay: () => void
  onLanguage: (language: Language) => void
}) {
  const { t } = useTranslation('kiosk')
  const { settings, change } = useVisit()
  const isChinese = props.language === 'zh-Hans'
  const isMongolian = props.language === 'mn-Mong'
  const isLow = settings.reach === 'LOW'
  return (
    <nav className="keys" aria-label={t('key.all')}>
      <SizeKey isOpen={props.isDisplayOpen} onPress={props.onDisplay} />
      <button
        type="button"
        className="key"
        aria-pressed={isLow}
        onClick={() => change({ reach: isLow ? 'STANDARD' : 'LOW' })}
      >
        <Label>{t('key.low')}</Label>
      </button>
      <ReadKey />
      <button
        type="button"
        className="key"
        lang={isChinese ? 'en' : 'zh-Hans'}
        onClick={() => props.onLanguage(isChinese ? 'en' : 'zh-Hans')}
      >
        <Label>{isChinese ? t('key.english') : t('key.chinese')}</Label>
      </button>
      <button
        type="button"
        className="key"
        aria-pressed={isMongolian}
        onClick={() => props.onLanguage(isMongolian ? 'zh-Hans' : 'mn-Mong')}
      >
        <Label>{t('key.mongolian')}</Label>
      </button>
    </nav>
  )
}
