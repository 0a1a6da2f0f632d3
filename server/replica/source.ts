/** Where what is shown comes from. */
export type BoardSource = {
  readonly replica: boolean
  /** Instant, by the office's clock, up to which what is shown is known to be all; null at the office itself, and before the first snapshot. */
  readonly upTo: string | null
  /** Older than a day: the kiosk says so quietly. */
  readonly stale: boolean
}

/** The office shows its own. */
export const OFFICE_ITSELF: BoardSource = { replica: false, upTo: null, stale: false }

const DAY_MS = 86_400_000

/**
 * Where a replica's pages come from; an age cannot be told by a clock that is in doubt.
 * @example replicaSource('2026-11-21T01:00:00.000Z', '2026-11-23T01:00:00.000Z', true).stale // true
 */
export function replicaSource(upTo: string | null, now: string, clockTrusted: boolean): BoardSource {
  const age = upTo === null ? 0 : Date.parse(now) - Date.parse(upTo)
  return { replica: true, upTo, stale: upTo !== null && (!clockTrusted || age > DAY_MS) }
}
