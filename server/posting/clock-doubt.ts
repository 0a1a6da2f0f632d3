import type { Deps } from '../deps.ts'

/**
 * Whether the computer's clock is older than the newest record: what is written then is kept, but its time is no evidence.
 * @example clockDoubtful(deps) // false
 */
export function clockDoubtful(deps: Pick<Deps, 'store' | 'clock'>): boolean {
  const latest = deps.store.read.audit.latestInstant()
  return latest !== null && latest > deps.clock.now()
}
