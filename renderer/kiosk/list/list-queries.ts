import { useQuery } from '@tanstack/react-query'
import type { PublicList, PublicLists } from '../../../server/register/views.ts'
import { api, taken } from '../../shared/api.ts'

/** Every public list. */
export function useLists() {
  return useQuery({
    queryKey: ['lists'],
    queryFn: ({ signal }): Promise<PublicLists> => taken(api.public.lists.$get({}, { init: { signal } })),
  })
}

/** One public list as of today, with its change log. */
export function useList(id: string) {
  return useQuery({
    queryKey: ['list', id],
    queryFn: ({ signal }): Promise<PublicList> =>
      taken(api.public.lists[':id'].$get({ param: { id } }, { init: { signal } })),
  })
}
