import type { Reads } from '../../../db/store.ts'
import { defaultPolicy, isMilder, type ListPolicy, policyFault } from '../../../domain/table/list-policy.ts'
import { LIST_TYPES, type ListType } from '../../../domain/table/list-type.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import type { PolicyView } from './table-views.ts'

/** A policy with its number; 0 is the one the program came with. */
export type NumberedPolicy = { readonly policy: ListPolicy; readonly number: number }

/**
 * The field policy that holds for a kind of list.
 * @example policyOf(read, 'LOW_INCOME').number // 0
 */
export function policyOf(read: Reads, listType: ListType): NumberedPolicy {
  const set = read.noticeTable.policy(listType)
  return set ? { policy: set.policy, number: set.number } : { policy: defaultPolicy(listType), number: 0 }
}

/**
 * Policies of all kinds of lists, as the settings show them.
 * @example policyViews(read)[0]?.number // 0
 */
export function policyViews(read: Reads): readonly PolicyView[] {
  return LIST_TYPES.map((listType) => {
    const set = read.noticeTable.policy(listType)
    return {
      listType,
      policy: set?.policy ?? defaultPolicy(listType),
      number: set?.number ?? 0,
      basis: set?.basis ?? '',
      setBy: set ? { id: set.setBy, name: read.office.accountById(set.setBy)?.name ?? '' } : null,
      setAt: set?.setAt ?? null,
    }
  })
}

/**
 * Sets the field policy of a kind of list; the one before stays on record. Needs ADMINISTRATOR or SECRECY_REVIEWER;
 * one that shows more than the one before is set by SECRECY_REVIEWER alone (`table.policy-looser`). Refuses
 * `table.policy-too-mild` and `table.basis-required`.
 * @example setPolicy(deps, secrecyReviewer, 'LOW_INCOME', { policy, basis: '县民政局2026年通知' })
 */
export function setPolicy(
  deps: Deps,
  principal: Principal,
  listType: ListType,
  input: { readonly policy: ListPolicy; readonly basis: string },
): Result<readonly PolicyView[]> {
  const allowed = requireRole(principal, 'ADMINISTRATOR', 'SECRECY_REVIEWER')
  if (!allowed.ok) return allowed
  const fault = policyFault(input.policy)
  if (fault) return refuse(fault.code, fault.params)
  const basis = input.basis.trim()
  if (basis === '') return refuse('table.basis-required')
  return deps.store.tx((write, read): Result<readonly PolicyView[]> => {
    const looser = isMilder(input.policy, policyOf(read, listType).policy)
    // Whoever runs the board does not open personal data to the street alone.
    if (looser && !principal.roles.includes('SECRECY_REVIEWER')) return refuse('table.policy-looser')
    const number = write.noticeTable.setPolicy({
      listType,
      policy: input.policy,
      basis,
      setBy: principal.id,
      setAt: deps.clock.now(),
    })
    record(deps, write, principal, 'list-policy.set', { kind: 'list-policy', id: listType }, { number })
    return accept(policyViews(read))
  })
}
