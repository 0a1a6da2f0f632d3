import { useTranslation } from 'react-i18next'
import { refusalText } from './refusal-text.ts'

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
