import { createContext, useContext } from 'react'
import type { Role } from '../../../domain/office/role.ts'
import type { DeskStatus } from '../../../server/office/views.ts'

/** The status of a desk with somebody at it. */
export type OpenDesk = DeskStatus & {
  readonly office: NonNullable<DeskStatus['office']>
  readonly session: NonNullable<DeskStatus['session']>
}

/** Carries the open desk to the screens inside the frame. */
export const OpenDeskContext = createContext<OpenDesk | null>(null)

/** The open desk: office, people and the person who is signed in. */
export function useOpenDesk(): OpenDesk {
  const desk = useContext(OpenDeskContext)
  if (desk === null) throw new Error('useOpenDesk outside of the open desk')
  return desk
}

/** Whether the person at the desk holds one of the roles. */
export function useHasRole(...roles: readonly Role[]): boolean {
  const held = useOpenDesk().session.account.roles
  return roles.some((role) => held.includes(role))
}
