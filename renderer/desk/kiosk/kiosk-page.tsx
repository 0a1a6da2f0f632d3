import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getKioskSettings } from '../api/kiosk-api.ts'
import { useHasRole } from '../shell/session-context.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { CheckCard } from './check-card.tsx'
import { KIOSK_SETTINGS_KEY } from './kiosk-keys.ts'
import { MaintenanceLogCard } from './maintenance-log-card.tsx'
import { PinCard } from './pin-card.tsx'
import { RulesCard } from './rules-card.tsx'
import './kiosk-desk.css'

/** The touch kiosk at the desk: how it behaves, who gets in, what was done there, and what locks it. */
export function KioskPage() {
  const { t } = useTranslation('hall')
  const mayChange = useHasRole('ADMINISTRATOR')
  const settings = useQuery({
    queryKey: KIOSK_SETTINGS_KEY,
    queryFn: ({ signal }) => getKioskSettings(signal),
  })
  return (
    <>
      <PageHead title={t('kiosk.title')} sub={mayChange ? t('kiosk.sub') : t('kiosk.readOnly')} />
      <QueryBody query={settings}>
        {(view) => (
          <>
            <RulesCard view={view} mayChange={mayChange} />
            {mayChange ? (
              <>
                <PinCard view={view} />
                <CheckCard />
                <MaintenanceLogCard />
              </>
            ) : null}
          </>
        )}
      </QueryBody>
    </>
  )
}
