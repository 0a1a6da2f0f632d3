import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import type { PublicEdition, PublicNotice } from '../../../server/display/views.ts'
import type { Route } from '../frame/route.ts'

/** The edition on the glass. */
export type ShownEdition = { readonly indexNumber: string; readonly hash: string }

/** The edition the page shows, read from what the page itself has fetched; null on lists and while it loads. */
export function useShownEdition(route: Route): ShownEdition | null {
  const queries = useQueryClient()
  const subscribe = useCallback((told: () => void) => queries.getQueryCache().subscribe(told), [queries])
  const edition = useSyncExternalStore(subscribe, () => {
    if (route.page === 'notice') return queries.getQueryData<PublicNotice>(['notice', route.indexNumber])
    if (route.page === 'edition') return queries.getQueryData<PublicEdition>(['edition', route.hash])
    return undefined
  })
  if (edition === undefined || edition.state === 'WITHDRAWN') return null
  return { indexNumber: edition.indexNumber, hash: edition.hash }
}
