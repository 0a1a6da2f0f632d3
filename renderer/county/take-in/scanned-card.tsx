import { useTranslation } from 'react-i18next'
import { ScannedText } from '../../shared/desk/scanned-text.tsx'

/** An office's card that came without a file: a hand scanner types what its code holds. */
export function ScannedCard({ onText }: { readonly onText: (text: string) => void }) {
  const { t } = useTranslation('county')
  return (
    <details className="card card-body scanned-card">
      <summary>{t('takeIn.scanned')}</summary>
      <ScannedText
        hint={t('takeIn.scannedHint')}
        action={t('takeIn.showCard')}
        busy={false}
        send={(text, clear) => {
          onText(text)
          clear()
        }}
      />
    </details>
  )
}
