import { useTranslation } from 'react-i18next'
import type { KeyView } from '../../../../server/exchange/enrolment/views.ts'

/** A key as two people compare it by telephone: four words, and the beginning of its id. */
export function KeyWords({ keyView }: { readonly keyView: KeyView }) {
  const { t } = useTranslation('exchange')
  return (
    <span className="ex-key">
      <b>{keyView.words.join('　')}</b>
      <span className="sub code" title={keyView.keyId}>
        {t('county.keyId', { start: keyView.keyId.slice(0, 16) })}
      </span>
    </span>
  )
}
