import { useTranslation } from 'react-i18next'
import { MAINTENANCE_ACTIONS, type MaintenanceAction } from './actions.ts'
import { clockTime } from '../frame/format.ts'
import { useMaintenanceTexts } from './use-maintenance-texts.ts'

/** The four things staff may do at the glass. */
export function ActionKeys(props: {
  until: string
  busy: boolean
  onAction: (action: MaintenanceAction) => void
}) {
  useMaintenanceTexts()
  const { t } = useTranslation('maintenance')
  return (
    <>
      <p className="upkeep-until">{t('until', { time: clockTime(Date.parse(props.until)) })}</p>
      <ul className="upkeep-keys">
        {MAINTENANCE_ACTIONS.map((action) => (
          <li key={action}>
            <button
              type="button"
              className="upkeep-key"
              disabled={props.busy}
              onClick={() => props.onAction(action)}
            >
              <b>{t(`action.${action}`)}</b>
              <span>{t(`what.${action}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
