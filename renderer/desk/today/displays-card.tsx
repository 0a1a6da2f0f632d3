import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DisplayRow, DisplaysToday } from '../../../server/display/public-display/views.ts'
import { getDisplaysToday } from '../api/display-api.ts'
import { DISPLAYS_TODAY_KEY } from '../display/display-keys.ts'
import { href } from '../../shared/desk/route.ts'
import { SideCard } from './side-card.tsx'

const SHOWN = 5
const REFRESH_MS = 60_000

function useLines(today: DisplaysToday | undefined): readonly (readonly [DisplayRow, string, boolean])[] {
  const { t } = useTranslation('display')
  if (today === undefined) return []
  const ended = (row: DisplayRow) =>
    row.resultWaits
      ? t('card.NO_OBJECTION')
      : row.state === 'ENDED' || row.state === 'OBJECTION_RESOLVED'
        ? t(`card.${row.state}`)
        : t('card.NO_OBJECTION')
  return [
    ...today.objectionOpen.map((row) => [row, t('card.objection', { count: row.unanswered }), true] as const),
    ...today.interrupted.map((row) => [row, t('card.interrupted'), true] as const),
    ...today.awaitsResult.map((row) => [row, ended(row), false] as const),
    ...today.endsToday.map((row) => [row, t('card.endsToday'), false] as const),
  ]
}

/** What of the public displays is to be done: ends today, result to write, objection to answer, gap. */
export function DisplaysCard() {
  const { t } = useTranslation('display')
  const today = useQuery({
    queryKey: DISPLAYS_TODAY_KEY,
    queryFn: getDisplaysToday,
    refetchInterval: REFRESH_MS,
  }).data
  const lines = useLines(today)
  if (lines.length === 0) return null
  return (
    <SideCard
      id="today-displays"
      title={t('card.title')}
      all={t('card.all')}
      allOf={t('card.title')}
      href={href('/displays')}
    >
      <ul>
        {lines.slice(0, SHOWN).map(([row, words, bad]) => (
          <li key={`${row.id}${words}`}>
            <a className="td-side-title" href={href(`/displays/${encodeURIComponent(row.id)}`)}>
              {row.title}
            </a>
            <span className={bad ? 'td-display-bad' : 'td-display'}>{words}</span>
          </li>
        ))}
      </ul>
    </SideCard>
  )
}
