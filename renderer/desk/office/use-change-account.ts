import { useMutation, useQueryClient } from '@tanstack/react-query'
import { changeAccount, type AccountChange } from '../api/office-api.ts'
import { STATUS_KEY } from '../query-client.ts'

/** Key of the list of accounts. */
export const ACCOUNTS_KEY = ['accounts'] as const

/** Asks again for everything that shows people. */
export function useRefreshPeople(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ACCOUNTS_KEY }),
      queries.invalidateQueries({ queryKey: STATUS_KEY }),
    ])
}

/** Changes one account. */
export function useChangeAccount(id: string, done: () => void) {
  const refresh = useRefreshPeople()
  return useMutation({
    mutationFn: (change: AccountChange) => changeAccount(id, change),
    onSuccess: async () => {
      await refresh()
      done()
    },
  })
}
