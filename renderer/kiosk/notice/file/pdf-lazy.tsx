import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

function Unreachable() {
  const { t } = useTranslation('kiosk')
  return (
    <p className="viewer-said" role="status">
      {t('file.unreachable')}
    </p>
  )
}

// The reader of PDFs is as large as the rest of the kiosk and comes with the first file that is opened.
const Viewer = lazy(async () => {
  try {
    return { default: (await import('./pdf-viewer.tsx')).PdfViewer }
  } catch {
    return { default: Unreachable }
  }
})

/** A PDF inside the page. */
export function PdfInPage(props: { readonly address: string }) {
  const { t } = useTranslation('kiosk')
  return (
    <Suspense
      fallback={
        <p className="viewer-said" role="status">
          {t('file.opening')}…
        </p>
      }
    >
      <Viewer {...props} />
    </Suspense>
  )
}
