import { useQueryClient } from '@tanstack/react-query'
import { MATTER_COUNTS_KEY, MATTERS_KEY, OPINIONS_KEY } from './matter-keys.ts'

/** Asks anew for everything a write to a matter may have changed. */
export function useMatterRefresh(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(
      [MATTERS_KEY, OPINIONS_KEY, MATTER_COUNTS_KEY].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
  }
}
