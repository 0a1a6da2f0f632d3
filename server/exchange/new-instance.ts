import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'

/** Why a database is given another id although no backup was brought back. */
export const NEW_INSTANCE_REASONS = ['COUNTY_AHEAD', 'COPIED_DATA'] as const
/** COUNTY_AHEAD: a receipt knows more than this database. COPIED_DATA: the folder was copied and went on in two places. */
export type NewInstanceReason = (typeof NEW_INSTANCE_REASONS)[number]

/**
 * Gives the database another id: its disk went back to a former state without a restore (`receipt.ahead`), and its numbers would be used
 * twice. As after a restore the public sees nothing until an administrator has confirmed what happened since, and the next package
 * starts at the first change. Needs ADMINISTRATOR. Refuses `package.export-running` (a package would end up under the number given up) and
 * `office.not-set-up`.
 * @example newInstance(deps, administrator, 'COUNTY_AHEAD')
 */
export function newInstance(
  deps: Deps,
  principal: Principal,
  reason: NewInstanceReason,
): Result<{ readonly instanceId: string; readonly former: string }> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  if (deps.exchangeJobs.current()?.state === 'RUNNING') return refuse('package.export-running')
  const at = deps.clock.now()
  const instanceId = deps.ids.next()
  return deps.store.tx((write, read): Result<{ instanceId: string; former: string }> => {
    const instance = read.office.instance()
    if (!instance) return refuse('office.not-set-up')
    write.exchange.endInstance(instance.id, at)
    write.office.markRestored(instanceId, at)
    record(
      deps,
      write,
      principal,
      'backup.new-instance',
      { kind: 'instance', id: instanceId },
      { formerInstanceId: instance.id, newInstanceReason: reason },
    )
    return accept({ instanceId, former: instance.id })
  })
}
