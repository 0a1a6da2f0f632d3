import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

// The first page does not carry the keyboard; it comes while the visitor's finger is still on the field.
const load = async () => ({ default: (await import('./pad-page.tsx')).PadPage })
const Pad = lazy(load)

/** Fetches the pad as the finger comes down, before it is lifted again. */
export function fetchPad(): void {
  void load().catch(() => undefined)
}

/** The search by the pad on the glass. */
export function PadPages() {
  const { t } = useTranslation('kiosk')
  return (
    <Suspense
      fallback={
        <p className="loading" role="status">
          {t('state.loading')}…
        </p>
      }
    >
      <Pad />
    </Suspense>
  )
}
