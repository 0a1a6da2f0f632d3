import { useTranslation } from 'react-i18next'
import type { LanguageText } from '../../../domain/notice/language.ts'
import './script.css'

/** Who vouches for the words of a text: its translator, or that a machine made it. Nothing when neither is said. */
export function TextMarks({ text }: { readonly text: LanguageText }) {
  const { t } = useTranslation('terms')
  if (!text.machine && text.translator === '') return null
  return (
    <p className="script-marks">
      {text.machine ? <strong className="script-mark">{t('machineText')}</strong> : null}
      {text.machine && text.translator !== '' ? ' ' : null}
      {text.translator === '' ? null : <span>{t('translatedBy', { name: text.translator })}</span>}
    </p>
  )
}
