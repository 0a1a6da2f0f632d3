import type { Store } from '../../db/store.ts'

// So many numbers are used up on the disk at once: a write for each of a thousand pieces would cost more than sending them.
const AHEAD = 1000

/** Which numbers of requests are used up, by replica. */
export type RequestCounters = {
  /** Takes a number; false when it, or a later one, was used before. */
  readonly take: (replicaId: string, counter: number) => boolean
  /** The last number that was used up. */
  readonly last: (replicaId: string) => number
}

/**
 * Keeps the numbers of replicas' requests: each is answered once, also across restarts. What is on the disk runs ahead, so
 * after a restart a replica is told the number to go on from.
 * @example openRequestCounters(store).take(id, 12)
 */
export function openRequestCounters(store: Store): RequestCounters {
  const used = new Map<string, { last: number; kept: number }>()
  const of = (replicaId: string) => {
    const known = used.get(replicaId)
    if (known) return known
    const kept = store.read.replica.byId(replicaId)?.contact?.requestCounter ?? 0
    const fresh = { last: kept, kept }
    used.set(replicaId, fresh)
    return fresh
  }
  return {
    last: (replicaId) => of(replicaId).last,
    take: (replicaId, counter) => {
      const state = of(replicaId)
      if (counter <= state.last) return false
      if (counter > state.kept) {
        state.kept = counter + AHEAD
        store.tx((write) => write.replica.contact(replicaId, { requestCounter: state.kept }))
      }
      state.last = counter
      return true
    },
  }
}
