import { useTranslation } from 'react-i18next'
import { useMaintenanceTexts } from './use-maintenance-texts.ts'

/** After LEAVE_KIOSK: the window closes where a program is around it; in a browser only its own keys do. */
export function LeavePage(props: { closes: boolean }) {
  useMaintenanceTexts()
  const { t } = useTranslation('maintenance')
  if (props.closes) return <p className="upkeep-text">{t('leave.closes')}</p>
  return (
    <>
      <p className="upkeep-text">{t('leave.browser')}</p>
      <dl className="upkeep-list">
        {(['assignedAccess', 'shellLauncher', 'edge', 'linux'] as const).map((way) => (
          <div key={way}>
            <dt>{t(`leave.${way}`)}</dt>
            <dd>{t(`leave.${way}Keys`)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
