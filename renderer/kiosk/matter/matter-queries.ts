import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Difference } from '../../../domain/notice/difference.ts'
import type { PublicMatter, PublicMatters } from '../../../server/matter/public-matter-views.ts'
import { api, taken } from '../../shared/api.ts'

/** Public matters, page by page. */
export function useMatters() {
  return useInfiniteQuery({
    queryKey: ['matters'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }): Promise<PublicMatters> => {
      const query = pageParam === null ? {} : { cursor: pageParam }
      return taken(api.public.matters.$get({ query }, { init: { signal } }))
    },
    getNextPageParam: (last) => last.next,
  })
}

/** One matter with what hangs of it. */
export function useMatter(id: string) {
  return useQuery({
    queryKey: ['matter', id],
    queryFn: ({ signal }): Promise<PublicMatter> =>
      taken(api.public.matters[':id'].$get({ param: { id } }, { init: { signal } })),
  })
}

/** What changed between the draft and the decision. */
export function useMatterDifference(id: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['matter-difference', id],
    enabled: isAsked,
    queryFn: ({ signal }): Promise<Difference> =>
      taken(api.public.matters[':id'].difference.$get({ param: { id } }, { init: { signal } })),
  })
}
