import { accept, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import type { NetworkScheduleView } from './views.ts'

/**
 * Says when the program sends by itself; from then on it writes packages in the name of whoever said so. Needs HANDLER.
 * @example setNetworkSchedule(deps, handler, { enabled: true, afterPublishing: true, everyHours: 4 })
 */
export function setNetworkSchedule(
  deps: Deps,
  person: Principal,
  schedule: NetworkScheduleView,
): Result<true> {
  const allowed = requireRole(person, 'HANDLER')
  if (!allowed.ok) return allowed
  const { enabled, afterPublishing, everyHours } = schedule
  deps.store.tx((write, read) => {
    write.network.setSchedule({
      enabled,
      afterPublishing,
      everyHours,
      accountId: person.id,
      at: deps.clock.now(),
    })
    const subject = { kind: 'county', id: String(read.network.county()?.id ?? '') }
    record(deps, write, person, 'network.schedule', subject, {
      switchedOn: enabled,
      afterPublishing,
      everyHours,
    })
  })
  return accept(true)
}
