import { useMutation, useQueryClient } from '@tanstack/react-query'
import { signIn } from '../api/office-api.ts'
import { STATUS_KEY } from '../query-client.ts'
import { flushBeforeLeaving } from './before-leaving.ts'

/** Signs a person in, also in the place of another; what the one before could see is asked for again. */
export function useSwitchPerson(done?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (fields: { readonly accountId: string; readonly password: string }) => {
      await flushBeforeLeaving()
      return await signIn(fields)
    },
    onSuccess: (status) => {
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== STATUS_KEY[0] })
      queries.setQueryData(STATUS_KEY, status)
      done?.()
    },
  })
}
