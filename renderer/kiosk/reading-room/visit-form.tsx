import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { VISIT_PURPOSES, type VisitPurpose } from '../../../domain/kiosk/reading-room.ts'
import { useMaintenanceTexts } from '../maintenance/use-maintenance-texts.ts'

/** One touch says what somebody comes for; that is the whole form. */
export function VisitForm(props: {
  busy: boolean
  problem: string
  begin: (purpose: VisitPurpose) => void
  cancel: () => void
}) {
  useMaintenanceTexts()
  const { t } = useTranslation('maintenance')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section className="room-form" role="dialog" aria-modal="true" aria-labelledby="room-heading">
      <h2 id="room-heading" ref={heading} tabIndex={-1}>
        {t('room.heading')}
      </h2>
      <p>{t('room.intro')}</p>
      <ul aria-label={t('room.purpose')}>
        {VISIT_PURPOSES.map((purpose) => (
          <li key={purpose}>
            <button type="button" disabled={props.busy} onClick={() => props.begin(purpose)}>
              {t(`room.purposes.${purpose}`)}
            </button>
          </li>
        ))}
      </ul>
      <p role="alert">{props.problem}</p>
      <button type="button" className="room-cancel" onClick={props.cancel}>
        {t('room.cancel')}
      </button>
    </section>
  )
}
