import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/i18n.ts'
import { Label } from './label.tsx'
import { useNavigation } from './navigation.ts'
import { nextTextSize, type TextSize } from './text-size.ts'

/** The five keys at the bottom of every page; the size key says what a press will do. */
export function KeyRow(props: {
  canGoBack: boolean
  language: Language
  textSize: TextSize
  onLanguage: (language: Language) => void
  onTextSize: (size: TextSize) => void
}) {
  const { t } = useTranslation('kiosk')
  const { open, back } = useNavigation()
  const sizeLabels: Readonly<Record<TextSize, string>> = {
    1: t('key.larger'),
    1.3: t('key.largest'),
    1.6: t('key.standard'),
  }
  const isChinese = props.language === 'zh-Hans'
  const isMongolian = props.language === 'mn-Mong'
  return (
    <nav className="keys" aria-label={t('key.all')}>
      <button type="button" className="key" onClick={() => open({ page: 'home' })}>
        <Label>{t('key.home')}</Label>
      </button>
      <button type="button" className="key" aria-disabled={!props.canGoBack} onClick={back}>
        <Label>{t('key.back')}</Label>
      </button>
      <button type="button" className="key" onClick={() => props.onTextSize(nextTextSize(props.textSize))}>
        <Label>{sizeLabels[props.textSize]}</Label>
      </button>
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
