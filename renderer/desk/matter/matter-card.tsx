import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MatterCounts } from '../../../server/matter/views.ts'
import { getMatterCounts } from '../api/matter-api.ts'
import { href } from '../../shared/desk/route.ts'
import { MATTER_COUNTS_KEY, opinionsPath } from './matter-keys.ts'
import './matter.css'

const SOON = 3

function useSentence(): (waiting: MatterCounts['matters'][number]) => string {
  const { t } = useTranslation('matter')
  return ({ daysLeft, unanswered }) => {
    if (daysLeft === 0) return t('card.endsToday')
    if (daysLeft > 0) return t('card.endsIn', { count: daysLeft })
    return unanswered > 0 ? t('card.unanswered', { count: unanswered }) : t('card.result')
  }
}

/** Consultations that end soon, and opinions that wait for an answer; nothing while there are none. */
export function MatterCard() {
  const { t } = useTranslation('matter')
  const counts = useQuery({ queryKey: MATTER_COUNTS_KEY, queryFn: getMatterCounts }).data
  const sentence = useSentence()
  const waiting = counts?.matters.filter(({ daysLeft }) => daysLeft <= SOON) ?? []
  if (waiting.length === 0) return null
  return (
    <section className="card td-side" aria-labelledby="today-matters">
      <h2>
        <span id="today-matters" className="strong">
          {t('card.title')}
        </span>
      </h2>
      <ul>
        {waiting.map((one) => (
          <li key={one.consultationId}>
            <a className="td-side-title" href={href(opinionsPath(one.id, one.consultationId))}>
              {one.title}
            </a>
            <p className={one.daysLeft === 0 ? 'mt-soon' : 'sub'}>{sentence(one)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
