import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EMERGENCY_COUNTS_KEY, getEmergencyCounts } from '../api/emergency-api.ts'
import { href } from '../../shared/desk/route.ts'

/** What runs and what one person published that nobody has reviewed yet; nothing when there is neither. */
export function EmergencyCard() {
  const { t } = useTranslation('emergency')
  const counts = useQuery({
    queryKey: EMERGENCY_COUNTS_KEY,
    queryFn: ({ signal }) => getEmergencyCounts(signal),
  }).data
  if (counts === undefined || (counts.open === 0 && counts.toReview === 0 && counts.toCorrect === 0)) {
    return null
  }
  return (
    <section className="card td-side" aria-labelledby="today-emergency">
      <h2>
        <a id="today-emergency" className="strong" href={href('/emergency')}>
          {t('today.title')}
        </a>
      </h2>
      <ul>
        {counts.open > 0 ? <li>{t('today.running', { count: counts.open })}</li> : null}
        {counts.toReview > 0 ? <li>{t('today.toReview', { count: counts.toReview })}</li> : null}
        {counts.toCorrect > 0 ? <li>{t('today.toCorrect', { count: counts.toCorrect })}</li> : null}
        {counts.overdue > 0 ? <li>{t('today.overdue', { count: counts.overdue })}</li> : null}
      </ul>
    </section>
  )
}
