import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SCREEN_STATES, type ScreenState } from '../../../domain/signage/screen-state.ts'
import type { ScreenStatus } from '../../../server/signage/views.ts'
import { getScreenStatus, SCREEN_STATUS_KEY } from '../api/screen-status-api.ts'
import { href } from '../../shared/desk/route.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import './screen-status.css'
import { StatusCard } from './status-card.tsx'

const REFRESH_MS = 15_000
// What asks for somebody comes first.
const ORDER: readonly ScreenState[] = ['STUCK', 'SILENT', 'SAFE', 'PARTLY', 'NEVER', 'WELL', 'CLOSED']

function Summary({ screens }: { readonly screens: readonly ScreenStatus[] }) {
  const { t } = useTranslation('screen-status')
  const counts = SCREEN_STATES.map((state) => ({
    state,
    number: screens.filter((one) => one.state === state).length,
  })).filter(({ number }) => number > 0)
  return (
    <p className="ss-summary">
      {counts.map(({ state, number }) => (
        <span key={state}>{t('summary', { state: t(`state.${state}`), number })}</span>
      ))}
    </p>
  )
}

/** How every passive screen is, by what gets onto its glass. */
export function ScreenStatusPage() {
  const { t } = useTranslation('screen-status')
  const query = useQuery({
    queryKey: SCREEN_STATUS_KEY,
    queryFn: ({ signal }) => getScreenStatus(signal),
    refetchInterval: REFRESH_MS,
  })
  return (
    <>
      <PageHead title={t('title')} sub={t('sub')} />
      <QueryBody query={query}>
        {(screens) =>
          screens.length === 0 ? (
            <EmptyState title={t('none')}>
              <a href={href('/screens')}>{t('toScreens')}</a>
            </EmptyState>
          ) : (
            <>
              <Summary screens={screens} />
              <div className="ss-grid">
                {screens
                  .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
                  .map((status) => (
                    <StatusCard key={status.screen.id} status={status} />
                  ))}
              </div>
            </>
          )
        }
      </QueryBody>
    </>
  )
}
