import type { Role } from '../domain/office/role.ts'
import { accept, refuse, type Result } from '../domain/refusal.ts'

/** The person who acts: always from an account session of the desk mount or a password given to the CLI. */
export type Principal = { readonly id: string; readonly name: string; readonly roles: readonly Role[] }

/**
 * Refuses `trust.role-missing` unless the person holds one of the roles.
 * @example requireRole(principal, 'ADMINISTRATOR')
 */
export function requireRole(principal: Principal, ...roles: readonly Role[]): Result<true> {
  if (roles.some((role) => principal.roles.includes(role))) return accept(true)
  return refuse('trust.role-missing', { role: roles[0] ?? '' })
}
