import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** An office's card that came without a file: a hand scanner types what its code holds. */
export function ScannedCard({ onText }: { readonly onText: (text: string) => void }) {
  const { t } = useTranslation('county')
  const id = useId()
  const [text, setText] = useState('')
  return (
    <details className="card card-body scanned-card">
      <summary>{t('takeIn.scanned')}</summary>
      <label htmlFor={id} className="sub">
        {t('takeIn.scannedHint')}
      </label>
      <textarea
        id={id}
        rows={4}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row">
        <Button
          disabled={text.trim() === ''}
          onClick={() => {
            onText(text.trim())
            setText('')
          }}
        >
          {t('takeIn.showCard')}
        </Button>
      </div>
    </details>
  )
}
