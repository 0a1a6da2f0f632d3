import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

function Missing() {
  const { t } = useTranslation('kiosk')
  return (
    <section className="state" role="status">
      <h1 className="state-heading" tabIndex={-1}>
        {t('state.failed')}
      </h1>
      <p>{t('state.failedHelp')}</p>
    </section>
  )
}

// Loaded with the first visit, so that the first page of the kiosk stays light.
const Matters = lazy(async () => {
  try {
    return { default: (await import('./matters-page.tsx')).MattersPage }
  } catch {
    return { default: Missing }
  }
})
const Matter = lazy(async () => {
  try {
    return { default: (await import('./matter-page.tsx')).MatterPage }
  } catch {
    return { default: Missing }
  }
})

/** Every matter, or one of them. */
export function MatterPages(props: { matter: string | null }) {
  const { t } = useTranslation('kiosk')
  return (
    <Suspense
      fallback={
        <p className="loading" role="status">
          {t('state.loading')}…
        </p>
      }
    >
      {props.matter === null ? <Matters /> : <Matter matter={props.matter} />}
    </Suspense>
  )
}
