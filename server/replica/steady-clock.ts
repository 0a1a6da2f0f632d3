import { clockState, type ClockState, isSteady } from '../../domain/notice/publish-time.ts'
import type { Clock } from '../../platform/clock.ts'
import { readState, writeState } from './replica-folder.ts'

/** The newest instant a replica knows to have been, beyond that of its snapshot. */
export type SteadyClock = {
  /** The computer's own clock; while that is known to be wrong, the office's time as it went on since. */
  readonly clock: Clock
  /** The later of the newest record and what the running program vouches for. */
  readonly newest: (ofSnapshot: string | null) => string | null
  readonly state: (ofSnapshot: string | null) => ClockState
  /** Looks at the clock again; called every few minutes. */
  readonly look: (ofSnapshot: string | null) => void
  /** Told the office's own time as it signed it, a moment ago. */
  readonly heard: (officeTime: string) => void
}

/** `told`: what this computer's clock said when it was found ahead of the office's. */
type Kept = { readonly at: string; readonly told?: string }
/** From when the office's time is counted on, in milliseconds. */
type Reckoning = { readonly office: number; readonly elapsed: number }

const KEPT_EVERY_MS = 3_600_000
/** The office signs its time at most a minute before it is read, and clocks of two computers are never quite the same. */
const APART_MS = 2 * 60_000

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()

/**
 * Lets a replica believe its clock while the office is off for months: whatever was trusted once and went on as evenly as the
 * program counted stays trusted, and the last such instant is kept over restarts. A clock that jumps vouches for nothing. What the
 * office signed is a bound: a clock apart from it is not believed until it is set right, and the office's time is counted on instead.
 * @example openSteadyClock(places.clock, clock).state(latestInstant) // 'TRUSTED'
 */
export function openSteadyClock(file: string, clock: Clock): SteadyClock {
  const found = readState<Kept>(file)
  let vouched = found?.at ?? null
  let kept = found
  let before = { now: clock.now(), elapsed: clock.elapsed() }
  let bound: Reckoning | null = null
  // Still as far ahead as before the restart: what was vouched for is the least it can be.
  let wrong: Reckoning | null =
    found?.told !== undefined && before.now >= found.told
      ? { office: Date.parse(found.at), elapsed: before.elapsed }
      : null
  const reckoned = (): number | null => {
    if (wrong === null) return null
    const office = wrong.office + clock.elapsed() - wrong.elapsed
    return Math.abs(Date.parse(clock.now()) - office) > APART_MS ? office : null
  }
  const newest = (ofSnapshot: string | null): string | null => {
    const office = reckoned()
    // A second more than anybody reads meanwhile: a reckoned time is shown as one in doubt.
    if (office !== null) return iso(office + 1000)
    const later = vouched !== null && (ofSnapshot === null || vouched > ofSnapshot) ? vouched : ofSnapshot
    const now = clock.now()
    // Behind the office by a breath is no doubt.
    return later !== null && later > now && Date.parse(later) - Date.parse(now) <= APART_MS ? now : later
  }
  const keep = (next: Kept): void => {
    try {
      writeState(file, next)
      kept = next
    } catch {
      // A full disk: it is asked again, and what is shown does not hang on it.
    }
  }
  const now = (): string => {
    const office = reckoned()
    return office === null ? clock.now() : iso(office)
  }
  return {
    clock: { ...clock, now },
    newest,
    state: (ofSnapshot) => clockState(now(), newest(ofSnapshot)),
    look: (ofSnapshot) => {
      const reading = { now: clock.now(), elapsed: clock.elapsed() }
      const steady = isSteady(before, reading)
      before = reading
      if (!steady || ofSnapshot === null || reckoned() !== null) return
      if (clockState(reading.now, newest(ofSnapshot)) !== 'TRUSTED') return
      vouched = reading.now
      if (kept && kept.told === undefined && Date.parse(vouched) - Date.parse(kept.at) < KEPT_EVERY_MS) return
      keep({ at: vouched })
    },
    heard: (officeTime) => {
      const [told, elapsed] = [clock.now(), clock.elapsed()]
      // One not later than another is no news: somebody may be sending an old answer again.
      if (bound === null || Date.parse(officeTime) > bound.office) {
        bound = { office: Date.parse(officeTime), elapsed }
      }
      const office = bound.office + elapsed - bound.elapsed
      const ahead = Date.parse(told) - office
      wrong = Math.abs(ahead) > APART_MS ? bound : null
      vouched = iso(office)
      if (wrong !== null && ahead > 0) keep({ at: vouched, told })
      else if (kept?.told !== undefined || kept === null || kept.at > vouched) keep({ at: vouched })
    },
  }
}
