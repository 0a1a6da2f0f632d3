import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** The last seconds before the kiosk goes back to its first page; any touch keeps the page. */
export function IdleWarning(props: { secondsLeft: number }) {
  const { t } = useTranslation('kiosk')
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const before = document.activeElement
    stay.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <div className="idle">
      <div className="idle-box" role="alertdialog" aria-modal="true" aria-labelledby="idle-heading">
        <p className="idle-heading" id="idle-heading">
          {t('idle.heading')}
        </p>
        <p className="idle-text">{t('idle.text', { seconds: props.secondsLeft })}</p>
        <button type="button" className="button" ref={stay}>
          {t('idle.stay')}
        </button>
      </div>
    </div>
  )
}
