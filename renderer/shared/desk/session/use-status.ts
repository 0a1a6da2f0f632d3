import { useQuery } from '@tanstack/react-query'
import { STATUS_KEY } from './session-status.ts'

/** Who sits where; while nobody answers, asks again: the program may be starting. */
export function useStatus<Status>(ask: () => Promise<Status>) {
  return useQuery({
    queryKey: STATUS_KEY,
    queryFn: ask,
    staleTime: Infinity,
    refetchInterval: (query) => (query.state.error === null ? false : 3000),
  })
}
