import { createContext, useContext } from 'react'
import type { RoleName, SessionStatus } from './session-status.ts'

/** The steps of a session, as a program's server takes them; each answers with the status that follows. */
export type SessionSteps = {
  readonly status: () => Promise<SessionStatus>
  readonly signIn: (typed: {
    readonly accountId: string
    readonly password: string
  }) => Promise<SessionStatus>
  /** Where nobody is listed for strangers; a program without it always lists people. */
  readonly signInByName?: (typed: {
    readonly name: string
    readonly password: string
  }) => Promise<SessionStatus>
  readonly lock: () => Promise<SessionStatus>
  readonly unlock: (password: string) => Promise<SessionStatus>
  readonly signOut: () => Promise<SessionStatus>
  readonly setPassword: (typed: { readonly old: string; readonly new: string }) => Promise<SessionStatus>
  /** Somebody is at the keys. */
  readonly reportActivity: () => Promise<void>
}

/** Which program the screens belong to: the office's or the county's. */
export type Program = {
  readonly product: string
  /** Its roles, in the order they are named. */
  readonly roles: readonly RoleName[]
  readonly steps: SessionSteps
}

export const ProgramContext = createContext<Program | null>(null)

/** The program these screens belong to. */
export function useProgram(): Program {
  const program = useContext(ProgramContext)
  if (program === null) throw new Error('outside of a program')
  return program
}
