import { useQuery } from '@tanstack/react-query'
import type { PublicDisplay, PublicDisplayRow } from '../../../server/display/public-display/views.ts'
import { api, taken } from '../../shared/api.ts'

/** Displays that end soon. */
export function useEndingDisplays() {
  return useQuery({
    queryKey: ['displays'],
    queryFn: ({ signal }): Promise<{ readonly displays: readonly PublicDisplayRow[] }> =>
      taken(api.public.displays.$get({}, { init: { signal } })),
  })
}

/** The display of a notice. */
export function useDisplay(indexNumber: string) {
  return useQuery({
    queryKey: ['display', indexNumber],
    queryFn: ({ signal }): Promise<PublicDisplay> =>
      taken(api.public.display.$get({ query: { index: indexNumber } }, { init: { signal } })),
  })
}
