import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Clock } from '../../platform/clock.ts'

const MINUTE_MS = 60_000
// One a minute, one at a change, and some to work off what waited while the office was away.
const REPORTS_A_MINUTE = 20
const MISSES_A_MINUTE = 60
const MOST_SENDERS = 500

/** How often screens may report. */
export type ReportPace = {
  /** Refuses `request.busy` beyond twenty a minute from one sender. */
  readonly begin: (tokenHash: string) => Result<true>
  /** A report was taken: only now its sender is known to be a screen, and remembered. */
  readonly took: (tokenHash: string) => void
  /** A token nobody knows; true when there were so many that strangers are not answered any more. */
  readonly missed: () => boolean
}

/**
 * Counts reports by a clock that only grows; bounded, whatever tokens are made up.
 * @example openReportPace(clock).begin(tokenHash).ok // true
 */
export function openReportPace(clock: Clock): ReportPace {
  const senders = new Map<string, readonly number[]>()
  let misses: readonly number[] = []
  const lately = (tokenHash: string): readonly number[] =>
    (senders.get(tokenHash) ?? []).filter((at) => clock.elapsed() - at < MINUTE_MS)
  return {
    begin: (tokenHash) =>
      lately(tokenHash).length >= REPORTS_A_MINUTE ? refuse('request.busy') : accept(true),
    took: (tokenHash) => {
      const times = [...lately(tokenHash), clock.elapsed()]
      senders.delete(tokenHash)
      const [oldest] = senders.keys()
      if (senders.size >= MOST_SENDERS && oldest !== undefined) senders.delete(oldest)
      senders.set(tokenHash, times)
    },
    missed: () => {
      const now = clock.elapsed()
      misses = [...misses.filter((at) => now - at < MINUTE_MS), now].slice(-(MISSES_A_MINUTE + 1))
      return misses.length > MISSES_A_MINUTE
    },
  }
}
