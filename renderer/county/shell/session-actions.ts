import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CountyStatus } from '../../../county/account/views.ts'
import { STATUS_KEY } from '../../shared/desk/session/session-status.ts'
import { tell } from '../county-api.ts'

/** Founds the county's program and its first administrator. */
export function useSetUp() {
  const queries = useQueryClient()
  return useMutation({
    meta: { session: true },
    mutationFn: (request: {
      readonly county: { readonly name: string; readonly code: string } | null
      readonly administrator: { readonly name: string; readonly password: string }
    }) => tell<CountyStatus>('POST', 'setup', request),
    onSuccess: (status) => queries.setQueryData(STATUS_KEY, status),
    // The command line may have named the county meanwhile: then the page shows by which name.
    onError: () => queries.invalidateQueries({ queryKey: STATUS_KEY }),
  })
}
