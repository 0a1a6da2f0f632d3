import type { StoredNetworkContact } from '../../../db/repos/network-repo.ts'
import type { RefusalCode } from '../../../domain/refusal-code.ts'
import type { RefusalParams } from '../../../domain/refusal.ts'
import type { Deps } from '../../deps.ts'
import { unsentPackages } from './office-hands.ts'
import type { NetworkContactView, NetworkScheduleView, NetworkView } from './views.ts'

/** What counts while nobody has set anything. */
const OFF: NetworkScheduleView = { enabled: false, afterPublishing: true, everyHours: 4 }

function contactView(row: StoredNetworkContact | undefined): NetworkContactView | null {
  if (!row) return null
  const { accountId, name, refusalCode } = row
  return {
    at: row.endedAt,
    by: accountId === null ? null : { id: accountId, name: name ?? '' },
    packages: row.packageCount,
    receipts: row.receiptCount,
    downward: row.downwardCount,
    refusal:
      refusalCode === null
        ? null
        : { code: refusalCode as RefusalCode, params: JSON.parse(row.refusalParams) as RefusalParams },
  }
}

/**
 * How the exchange over the network stands, as the desk shows it.
 * @example networkView(deps).lastContact?.at
 */
export function networkView(deps: Deps): NetworkView {
  const { network } = deps.store.read
  const card = network.county()
  const schedule = network.schedule()
  return {
    address: card?.address ?? null,
    certificatePinned: (card?.certificate ?? null) !== null,
    lastContact: contactView(network.lastContact()),
    lastAttempt: contactView(network.lastAttempt()),
    unsent: unsentPackages(deps).map(({ sequence, size }) => ({ sequence, size })),
    schedule: schedule
      ? {
          enabled: schedule.enabled,
          afterPublishing: schedule.afterPublishing,
          everyHours: schedule.everyHours,
        }
      : OFF,
    job: deps.networkJobs.current()?.view() ?? null,
  }
}
