import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CountyStatus } from '../../../county/account/views.ts'
import { tell } from '../county-api.ts'
import { STATUS_KEY } from '../query-client.ts'

/** Says that somebody is at the keys. */
export async function reportActivity(): Promise<void> {
  await tell('POST', 'session/activity')
}

/** A step of the session whose answer is the new status. `forget` drops what the person before could see. */
function useSessionStep<Given>(step: (given: Given) => Promise<CountyStatus>, forget: boolean) {
  const queries = useQueryClient()
  return useMutation({
    meta: { session: true },
    mutationFn: step,
    onSuccess: (status) => {
      if (forget) queries.removeQueries({ predicate: (query) => query.queryKey[0] !== STATUS_KEY[0] })
      queries.setQueryData(STATUS_KEY, status)
      // What was refused while locked is asked for again.
      if (!forget) void queries.invalidateQueries({ predicate: (query) => query.state.status === 'error' })
    },
  })
}

/** Signs in, or puts another person in the place of the one who sits here. */
export function useSignIn() {
  return useSessionStep(
    (fields: { readonly accountId: string; readonly password: string }) =>
      tell<CountyStatus>('POST', 'session', fields),
    true,
  )
}

/** Locks without signing out. */
export function useLock() {
  return useSessionStep((_: null) => tell<CountyStatus>('POST', 'session/lock'), false)
}

/** Opens a locked page again for the same person. */
export function useUnlock() {
  return useSessionStep(
    (password: string) => tell<CountyStatus>('POST', 'session/unlock', { password }),
    false,
  )
}

/** Signs out. */
export function useSignOut() {
  return useSessionStep((_: null) => tell<CountyStatus>('DELETE', 'session'), true)
}

/** Sets the own password. */
export function useOwnPassword() {
  return useSessionStep(
    (passwords: { readonly old: string; readonly new: string }) =>
      tell<CountyStatus>('POST', 'session/password', passwords),
    false,
  )
}

/** Founds the county's program and its first administrator. */
export function useSetUp() {
  return useSessionStep(
    (request: {
      readonly county: { readonly name: string; readonly code: string }
      readonly administrator: { readonly name: string; readonly password: string }
    }) => tell<CountyStatus>('POST', 'setup', request),
    true,
  )
}
