import { useQuery } from '@tanstack/react-query'
import type { PublicDisplay, PublicDisplayRow } from '../../../server/display/public-display/views.ts'
import { api, taken } from '../../shared/api.ts'
import { daysUntil } from '../frame/civil-day.ts'
import { useOfficeNow } from '../frame/use-office-now.ts'

/** Displays that end soon, with the days left by the office's time: also while it is away none is called open that has ended. */
export function useEndingDisplays(): readonly PublicDisplayRow[] {
  const officeNow = useOfficeNow()
  const asked = useQuery({
    queryKey: ['displays'],
    queryFn: ({ signal }): Promise<{ readonly displays: readonly PublicDisplayRow[] }> =>
      taken(api.public.displays.$get({}, { init: { signal } })),
  })
  const displays = asked.data?.displays ?? []
  if (officeNow === null) return displays
  return displays
    .map((row) => ({ ...row, daysLeft: daysUntil(row.lastDay, officeNow) }))
    .filter(({ daysLeft }) => daysLeft >= 0)
}

/** The display of a notice. */
export function useDisplay(indexNumber: string) {
  return useQuery({
    queryKey: ['display', indexNumber],
    queryFn: ({ signal }): Promise<PublicDisplay> =>
      taken(api.public.display.$get({ query: { index: indexNumber } }, { init: { signal } })),
  })
}
