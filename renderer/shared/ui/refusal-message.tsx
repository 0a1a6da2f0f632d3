import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../domain/refusal.ts'
import { RefusalError } from '../request.ts'

// Parameters that carry a code of the vocabulary, and where its word stands.
const WORDS: Readonly<Record<string, readonly string[]>> = {
  role: ['role'],
  state: ['noticeState'],
  kind: ['hitKind', 'decisionKind', 'noticeKind'],
}

function worded(t: TFunction, name: string, value: string | number | boolean): string | number | boolean {
  if (typeof value !== 'string') return value
  for (const group of WORDS[name] ?? []) {
    const key = `terms:${group}.${value}`
    const word = t(key, { defaultValue: '' })
    if (word !== '') return word
  }
  return value
}

function isRefusal(error: unknown): error is Refusal {
  return typeof error === 'object' && error !== null && 'ok' in error && error.ok === false
}

/**
 * The sentence for a refusal, the server's (an error that was thrown) or a rule's (a value);
 * anything else is a fault of the product and gets the sentence for that.
 */
export function refusalText(t: TFunction, error: unknown): string {
  if (!(error instanceof RefusalError) && !isRefusal(error))
    return t('errors:request.failed', { requestId: '' })
  const requestId = error instanceof RefusalError ? error.requestId : ''
  const params = Object.fromEntries(
    Object.entries(error.params).map(([name, value]) => [name, worded(t, name, value)]),
  )
  const sentence = t(`errors:${error.code}`, { ...params, requestId, defaultValue: '' })
  return sentence === '' ? t('errors:request.failed', { requestId }) : sentence
}

/** The sentence of a refusal where it happened; nothing when there is none. Screen readers hear it at once. */
export function RefusalMessage({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  if (error === null || error === undefined) return null
  return (
    <p className="refusal" role="alert">
      {refusalText(t, error)}
    </p>
  )
}
