import type { CivilDate } from '../notice/content.ts'
import type { Role } from '../office/role.ts'
import { accept, refuse, type Result } from '../refusal.ts'
import type { VersionState } from './catalogue-version.ts'

/** What can be done with a version of a catalogue. */
export type VersionStep = 'edit' | 'submit' | 'approve' | 'sendBack' | 'file' | 'discard'

type StepRule = { readonly roles: readonly Role[]; readonly from: VersionState }

const KEEPERS: readonly Role[] = ['HANDLER', 'ADMINISTRATOR']
const APPROVERS: readonly Role[] = ['DEPUTY_LEADER', 'REVIEWER']

const RULES: Readonly<Record<VersionStep, StepRule>> = {
  edit: { roles: KEEPERS, from: 'DRAFT' },
  submit: { roles: KEEPERS, from: 'DRAFT' },
  discard: { roles: KEEPERS, from: 'DRAFT' },
  approve: { roles: APPROVERS, from: 'SUBMITTED' },
  sendBack: { roles: APPROVERS, from: 'SUBMITTED' },
  file: { roles: [...KEEPERS, 'DEPUTY_LEADER'], from: 'APPROVED' },
}

/**
 * The roles that take a step.
 * @example rolesFor('approve') // ['DEPUTY_LEADER', 'REVIEWER']
 */
export function rolesFor(step: VersionStep): readonly Role[] {
  return RULES[step].roles
}

/** Of a version, what its steps depend on. */
export type VersionStanding = {
  readonly state: VersionState
  readonly submittedBy: string | null
  /** Who wrote it: brought its file, began it, changed its rows. */
  readonly authors: readonly string[]
}

/** Of a person, what steps depend on. */
export type VersionActor = { readonly id: string; readonly roles: readonly Role[] }

/**
 * Whether a person may take a step with a version: by role, by the version's state, and nobody approves or sends back
 * what the same person has submitted or written. Refuses `trust.role-missing`, `catalogue.version-frozen` (editing),
 * `catalogue.version-wrong-state`, `catalogue.submitter-may-not-approve`.
 * @example mayTakeStep('approve', version, reviewer).ok
 */
export function mayTakeStep(step: VersionStep, version: VersionStanding, actor: VersionActor): Result<true> {
  const { roles, from } = RULES[step]
  const [needed = ''] = roles
  if (!roles.some((role) => actor.roles.includes(role))) return refuse('trust.role-missing', { role: needed })
  if (version.state !== from) {
    return step === 'edit'
      ? refuse('catalogue.version-frozen')
      : refuse('catalogue.version-wrong-state', { state: version.state })
  }
  const own = version.submittedBy === actor.id || version.authors.includes(actor.id)
  if ((step === 'approve' || step === 'sendBack') && own) return refuse('catalogue.submitter-may-not-approve')
  return accept(true)
}

/**
 * Holds the day of filing (备案) to its order: not before the approval and not in the future. Dates compare as text.
 * Refuses `catalogue.filing-date`.
 * @example checkFiledOn('2026-11-23', '2026-11-20', '2026-11-23').ok // true
 */
export function checkFiledOn(filedOn: CivilDate, approvedOn: CivilDate, today: CivilDate): Result<true> {
  if (filedOn < approvedOn || filedOn > today) return refuse('catalogue.filing-date', { approvedOn, today })
  return accept(true)
}
