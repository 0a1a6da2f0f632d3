import type { i18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../domain/refusal.ts'
import { requestField } from '../../../domain/request-field.ts'
import { RefusalError } from '../request.ts'

function isRefusal(error: unknown): error is Refusal {
  return typeof error === 'object' && error !== null && 'ok' in error && error.ok === false
}

/**
 * The sentence for a refusal, the server's (an error that was thrown) or a rule's (a value);
 * anything else is a fault of the product and gets the sentence for that.
 */
export function refusalText(i18n: i18n, error: unknown): string {
  const t = i18n.getFixedT(null, 'errors')
  if (!(error instanceof RefusalError) && !isRefusal(error)) return t('request.failed')
  const field = error.code === 'request.invalid' ? requestField(error.params['field']) : null
  if (field !== null) {
    const term = i18n.getFixedT(null, 'terms')
    return term('requestFieldInvalid', { field: term(`requestField.${field}`) })
  }
  // Codes among the parameters stay codes: the sentences themselves look their words up.
  const sentence = t(error.code, { ...error.params, defaultValue: '' })
  return sentence === '' ? t('request.failed') : sentence
}

/** The number under which a fault stands in the log, for the technician; refusals by rule have none to tell. */
function faultNumber(error: unknown): string {
  return error instanceof RefusalError && error.code === 'request.failed' ? error.requestId : ''
}

/** The sentence of a refusal where it happened; nothing when there is none. Screen readers hear it at once. */
export function RefusalMessage({ error }: { readonly error: unknown }) {
  const { i18n } = useTranslation()
  if (error === null || error === undefined) return null
  const number = faultNumber(error)
  return (
    <div className="refusal" role="alert">
      <p>{refusalText(i18n, error)}</p>
      {number !== '' && <code>{number}</code>}
    </div>
  )
}
