import type { CountyRole } from '../../../../county/account/role.ts'
import type { Role } from '../../../../domain/office/role.ts'

/** Key of the answer that says which place this is and who sits here. */
export const STATUS_KEY = ['status'] as const

/** A role of the office's or of the county's program; each has its word under `terms:role`. */
export type RoleName = Role | CountyRole

/** A person as either program names one. */
export type Person<R extends RoleName = RoleName> = {
  readonly id: string
  readonly name: string
  readonly roles: readonly R[]
  readonly disabled: boolean
}

/** What both programs say of whoever sits here. */
export type SessionStatus = {
  readonly people: readonly Person[]
  readonly session: {
    readonly account: Person
    readonly locked: boolean
    readonly idleLockMinutes: number
    readonly mustSetPassword: boolean
  } | null
}

/** Somebody sits here. */
export type OpenSession = NonNullable<SessionStatus['session']>
