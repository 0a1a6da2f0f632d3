import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EMERGENCY_COUNTS_KEY, getEmergencyCounts } from '../api/emergency-api.ts'
import { href } from '../../shared/desk/route.ts'

/** The way into the fast lane, on every page, with how many emergencies run or wait for their review. */
export function EmergencyKey() {
  const { t } = useTranslation('emergency')
  const counts = useQuery({
    queryKey: EMERGENCY_COUNTS_KEY,
    queryFn: ({ signal }) => getEmergencyCounts(signal),
    refetchInterval: 60_000,
  }).data
  const waiting = counts === undefined ? 0 : Math.max(counts.open, counts.toReview + counts.toCorrect)
  return (
    <a
      className={waiting > 0 ? 'top-emergency top-emergency-on' : 'top-emergency'}
      href={href('/emergency')}
      title={t('keyMeaning')}
    >
      {waiting > 0 ? t('keyCount', { count: waiting }) : t('key')}
    </a>
  )
}
