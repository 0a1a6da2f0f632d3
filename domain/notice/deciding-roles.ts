import type { Role } from '../office/role.ts'
import type { DecisionKind } from './notice-state.ts'

/** Roles that may give each kind of decision; what a committee decides on paper is entered by whoever holds the slip. */
export const DECIDING_ROLES: Readonly<Record<DecisionKind, readonly Role[]>> = {
  REVIEW: ['REVIEWER', 'DEPUTY_LEADER'],
  SECRECY_REVIEW: ['SECRECY_REVIEWER'],
  LEGALITY_REVIEW: ['LEGALITY_REVIEWER'],
  LANGUAGE_REVIEW: ['LANGUAGE_REVIEWER'],
  COMMITTEE_REVIEW: ['HANDLER', 'REVIEWER', 'DEPUTY_LEADER'],
  LEADER_APPROVAL: ['DEPUTY_LEADER'],
}

/**
 * In which role somebody gives a decision: the first one held of those that may, else the one it is named by.
 * @example actingRole('REVIEW', ['DEPUTY_LEADER']) // 'DEPUTY_LEADER'
 */
export function actingRole(kind: DecisionKind, held: readonly Role[]): Role {
  const [named = 'HANDLER'] = DECIDING_ROLES[kind]
  return DECIDING_ROLES[kind].find((role) => held.includes(role)) ?? named
}
