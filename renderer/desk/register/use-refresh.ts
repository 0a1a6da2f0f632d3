import { useQueryClient } from '@tanstack/react-query'
import { LISTS_KEY, REGISTER_COUNTS_KEY, UNDISCLOSED_KEY } from './register-keys.ts'

/** Asks anew for everything a write to one of the registers may have changed. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(
      [UNDISCLOSED_KEY, LISTS_KEY, REGISTER_COUNTS_KEY].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
  }
}
