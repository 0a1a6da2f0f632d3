import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Person, type RoleName, STATUS_KEY } from '../session/session-status.ts'

/** Key of the list of people. */
export const ACCOUNTS_KEY = ['accounts'] as const

/** A person to be added, with a first password. */
export type NewPersonFields<R extends RoleName> = {
  readonly name: string
  readonly roles: readonly R[]
  readonly password: string
}

/** What of a person may be changed. */
export type PersonChange<R extends RoleName> = {
  readonly roles?: readonly R[]
  readonly disabled?: boolean
  readonly password?: string
}

/** A program's people: its roles, and its server's way to read and change who may sign in. */
export type PeopleDoor<R extends RoleName> = {
  readonly roles: readonly R[]
  /** What a new person is offered first. */
  readonly firstRole: R
  /** One sentence on what a role may do. */
  readonly what: (role: R) => string
  readonly list: () => Promise<readonly Person<R>[]>
  readonly add: (fields: NewPersonFields<R>) => Promise<Person<R>>
  readonly change: (id: string, change: PersonChange<R>) => Promise<unknown>
}

/** A step that changes who may sign in: everything that shows people is asked for again. */
export function usePeopleStep<Given, Answer>(
  step: (given: Given) => Promise<Answer>,
  done: (answer: Answer) => void,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: step,
    onSuccess: async (answer) => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ACCOUNTS_KEY }),
        queries.invalidateQueries({ queryKey: STATUS_KEY }),
      ])
      done(answer)
    },
  })
}
