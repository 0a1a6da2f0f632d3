import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getOpenPrints } from '../api/print-api.ts'
import { PRINT_OPEN_KEY } from '../print/print-keys.ts'
import { queuePart } from '../print/queue/sort-jobs.ts'
import { href } from '../../shared/desk/route.ts'
import { SideCard } from './side-card.tsx'

const SHOWN = 5
const REFRESH_MS = 60_000

/** Sheets nobody has said the outcome of after the program ended or the printer fell silent; nothing when there are none. */
export function PrintCard() {
  const { t } = useTranslation('print')
  const jobs = useQuery({
    queryKey: PRINT_OPEN_KEY,
    queryFn: ({ signal }) => getOpenPrints(signal),
    refetchInterval: REFRESH_MS,
  }).data
  const unsure = (jobs ?? []).filter((job) => queuePart(job) === 'UNSURE')
  if (unsure.length === 0) return null
  return (
    <SideCard
      id="today-print"
      title={t('card.title')}
      all={t('card.all')}
      allOf={t('card.title')}
      href={href('/printing')}
    >
      <ul>
        {unsure.slice(0, SHOWN).map((job) => (
          <li key={job.id}>
            <a className="td-side-title" href={href('/printing')}>
              {job.title}
            </a>
            <span className="td-display-bad">{t('card.ask')}</span>
          </li>
        ))}
      </ul>
    </SideCard>
  )
}
