import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

// Few come from paper, so the first page of the kiosk does not carry it.
const Code = lazy(async () => ({ default: (await import('./code-page.tsx')).CodePage }))

/** What a code on paper is worth. */
export function CodePages(props: { readonly code: string }) {
  const { t } = useTranslation('kiosk')
  return (
    <Suspense
      fallback={
        <p className="loading" role="status">
          {t('state.loading')}…
        </p>
      }
    >
      <Code code={props.code} />
    </Suspense>
  )
}
