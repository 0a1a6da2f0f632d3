import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { CountyRole } from './role.ts'

/** The person who acts at the county: always from a session of the pages' mount. */
export type CountyPrincipal = {
  readonly id: string
  readonly name: string
  readonly roles: readonly CountyRole[]
}

/**
 * Refuses `trust.role-missing` unless the person holds one of the roles.
 * @example requireCountyRole(principal, 'COLLECTOR')
 */
export function requireCountyRole(principal: CountyPrincipal, ...roles: readonly CountyRole[]): Result<true> {
  if (roles.some((role) => principal.roles.includes(role))) return accept(true)
  return refuse('trust.role-missing', { role: roles[0] ?? '' })
}
