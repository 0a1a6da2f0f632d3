import { useTranslation } from 'react-i18next'
import type { MatterRow } from '../../../server/register/views.ts'

/** How a matter stands, with the days that are left or lost. */
export function StandingPill({ row }: { readonly row: Pick<MatterRow, 'standing' | 'daysLeft'> }) {
  const { t } = useTranslation(['register', 'terms'])
  const { standing, daysLeft } = row
  const days =
    standing === 'OVERDUE'
      ? t('register:undisclosed.daysLate', { count: -(daysLeft ?? 0) })
      : standing === 'DUE_SOON'
        ? t('register:undisclosed.daysLeft', { count: daysLeft ?? 0 })
        : ''
  return (
    <span className={`pill standing ${standing.toLowerCase()}`}>
      {t(`terms:reviewStanding.${standing}`)}
      {days !== '' && ` ${days}`}
    </span>
  )
}
