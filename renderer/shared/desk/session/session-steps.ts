import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../../ui/refusal-message.tsx'
import { useProgram } from './program.ts'
import { STATUS_KEY } from './session-status.ts'

/** Takes over the new status after what the person before could see is gone. */
function useChangeOfPerson() {
  const queries = useQueryClient()
  return (status: unknown) => {
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== STATUS_KEY[0] })
    queries.setQueryData(STATUS_KEY, status)
  }
}

/** Signs a person in, also in the place of another. */
export function useSignIn(done?: () => void) {
  const { steps } = useProgram()
  const changed = useChangeOfPerson()
  return useMutation({
    meta: { session: true },
    mutationFn: steps.signIn,
    onSuccess: (status) => {
      changed(status)
      done?.()
    },
  })
}

/** Signs a person in who types the name. */
export function useSignInByName() {
  const { steps } = useProgram()
  const changed = useChangeOfPerson()
  return useMutation({
    meta: { session: true },
    mutationFn: (typed: { readonly name: string; readonly password: string }) => {
      if (steps.signInByName === undefined) throw new Error('this program lists its people')
      return steps.signInByName(typed)
    },
    onSuccess: changed,
  })
}

/** Signs out; nothing the person could see stays behind. */
export function useSignOut() {
  const { i18n } = useTranslation('desk')
  const { message } = App.useApp()
  const { steps } = useProgram()
  const changed = useChangeOfPerson()
  return useMutation({
    meta: { session: true },
    mutationFn: () => steps.signOut(),
    onSuccess: changed,
    onError: (error) => void message.error(refusalText(i18n, error)),
  })
}

/** Locks without signing out. */
export function useLock() {
  const queries = useQueryClient()
  const { steps } = useProgram()
  return useMutation({
    meta: { session: true },
    mutationFn: () => steps.lock(),
    onSuccess: (status) => queries.setQueryData(STATUS_KEY, status),
    onError: () => queries.invalidateQueries({ queryKey: STATUS_KEY }),
  })
}

/** Opens a locked page again for the same person. */
export function useUnlock() {
  const queries = useQueryClient()
  const { steps } = useProgram()
  return useMutation({
    meta: { session: true },
    mutationFn: steps.unlock,
    onSuccess: (status) => {
      queries.setQueryData(STATUS_KEY, status)
      // What was refused while locked is asked for again; what is being written stays as it is.
      void queries.invalidateQueries({ predicate: (query) => query.state.status === 'error' })
    },
  })
}

/** Sets the own password. */
export function useOwnPassword(done?: () => void) {
  const queries = useQueryClient()
  const { steps } = useProgram()
  return useMutation({
    meta: { session: true },
    mutationFn: steps.setPassword,
    onSuccess: (status) => {
      queries.setQueryData(STATUS_KEY, status)
      done?.()
    },
  })
}
