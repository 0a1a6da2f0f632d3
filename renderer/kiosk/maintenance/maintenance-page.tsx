import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaintenanceAction, MaintenanceDone, MaintenanceGrant } from '../../../server/kiosk/views.ts'
import { endVisit } from '../frame/end-visit.ts'
import { ActionKeys } from './action-keys.tsx'
import { LeavePage } from './leave-page.tsx'
import { maintain } from './maintenance-api.ts'
import { PinPad } from './pin-pad.tsx'
import { refusalWords } from './refusal-words.ts'
import { SelfCheckPage } from './self-check-page.tsx'
import { useMaintenanceTexts } from './use-maintenance-texts.ts'
import './maintenance.css'

/** Staff at the glass: a PIN, four fixed actions for five minutes, and nothing else. */
export function MaintenancePage(props: { close: () => void }) {
  useMaintenanceTexts()
  const { t } = useTranslation('maintenance')
  const [grant, setGrant] = useState<MaintenanceGrant | null>(null)
  const [done, setDone] = useState<MaintenanceDone | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [grant, done])
  const act = useMutation({
    mutationFn: async (action: MaintenanceAction) => maintain(grant?.grant ?? '', action),
    onSuccess: (answer) => {
      if (answer.action === 'RELOAD') window.location.reload()
      else if (answer.action === 'CLEAR_VISIT') endVisit()
      else setDone(answer)
    },
  })
  return (
    <div className="upkeep" role="dialog" aria-modal="true" aria-labelledby="upkeep-heading">
      <header className="upkeep-head">
        <h1 id="upkeep-heading" ref={heading} tabIndex={-1}>
          {done === null ? t('heading') : t(`done.${done.action}`)}
        </h1>
        <button type="button" className="upkeep-close" onClick={props.close}>
          {t('close')}
        </button>
      </header>
      {grant === null ? (
        <PinPad granted={setGrant} />
      ) : (
        <>
          {done?.action === 'SELF_CHECK' ? <SelfCheckPage done={done} /> : null}
          {done?.action === 'LEAVE_KIOSK' ? <LeavePage closes={done.closes} /> : null}
          {done === null ? (
            <ActionKeys until={grant.until} busy={act.isPending} onAction={(action) => act.mutate(action)} />
          ) : (
            <button type="button" className="upkeep-key" onClick={() => setDone(null)}>
              {t('back')}
            </button>
          )}
          {act.isError ? (
            <p className="upkeep-problem" role="alert">
              {refusalWords(t, act.error)}
            </p>
          ) : null}
        </>
      )}
    </div>
  )
}
