import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BoardSource } from '../../../server/replica/source.ts'
import { api, taken } from '../../shared/api.ts'
import { civilDate, clockTime } from './format.ts'
import { useLanguage } from './use-language.ts'

const REFRESH_MS = 60_000

/** On a kiosk that shows a copy: up to when it is the office's own, once that is more than a day ago. Quiet, and nothing else. */
export function UpdatedNote() {
  const { t } = useTranslation('kiosk')
  const language = useLanguage()
  const source = useQuery({
    queryKey: ['source'],
    queryFn: ({ signal }): Promise<BoardSource> => taken(api.public.source.$get({}, { init: { signal } })),
    refetchInterval: REFRESH_MS,
  }).data
  if (source?.stale !== true || source.upTo === null) return null
  const instant = Date.parse(source.upTo)
  const day = new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10)
  return (
    <p className="head-day head-note">
      {t('source.upTo', { day: civilDate(day, language), time: clockTime(instant) })}
    </p>
  )
}
