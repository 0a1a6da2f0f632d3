import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { selfCheck } from '../../../domain/kiosk/self-check.ts'
import { CheckList } from '../../kiosk/maintenance/check-list.tsx'
import { getSystemFacts } from '../api/kiosk-api.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { SYSTEM_FACTS_KEY } from './kiosk-keys.ts'

/** What can be seen from the desk of what locks the kiosk's computer: only when this is that computer. */
export function CheckCard() {
  const { t } = useTranslation(['hall', 'maintenance'])
  const facts = useQuery({ queryKey: SYSTEM_FACTS_KEY, queryFn: ({ signal }) => getSystemFacts(signal) })
  return (
    <details className="card hall-check">
      <summary>{t('hall:check.title')}</summary>
      <QueryBody query={facts}>
        {(system) => (
          <div className="card-body">
            <p className="sub">{t('maintenance:check.intro')}</p>
            <p className="sub">{t('maintenance:check.page')}</p>
            <p>
              {t('maintenance:fact.system')}{' '}
              {[t(`maintenance:platform.${system.platform}`), system.edition, system.release]
                .filter((part) => part !== '')
                .join(' ')}
            </p>
            <CheckList found={selfCheck(null, system)} />
            <p className="sub">{t('maintenance:check.guide')}</p>
          </div>
        )}
      </QueryBody>
    </details>
  )
}
