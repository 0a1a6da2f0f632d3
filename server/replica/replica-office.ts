import { type PairingCodes, openPairingCodes } from './pairing-codes.ts'
import { openRequestCounters, type RequestCounters } from './request-counters.ts'
import { openSnapshots, type SnapshotParts, type Snapshots } from './snapshots.ts'

/** What an office keeps at hand for its replicas while it runs. */
export type ReplicaOffice = {
  readonly codes: PairingCodes
  readonly counters: RequestCounters
  readonly snapshots: Snapshots
}

/**
 * Opens it over a board; close `snapshots` with the board.
 * @example openReplicaOffice({ store, blobs, clock, packageKey, dataFolder }).codes.open(accountId)
 */
export function openReplicaOffice(parts: SnapshotParts): ReplicaOffice {
  return {
    codes: openPairingCodes(parts.clock),
    counters: openRequestCounters(parts.store),
    snapshots: openSnapshots(parts),
  }
}
