import { Temporal } from 'temporal-polyfill'
import {
  FREE_PIN_TRIES,
  NETWORK_PIN_TRIES,
  networkPinWait,
  pinWait,
  pinWaitLeft,
} from '../../domain/kiosk/pin-wait.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { THIS_COMPUTER } from './caller.ts'
import type { MaintenanceGrant } from './views.ts'

const GRANT_MINUTES = 5
/** More at once than a technician has hands. */
const MOST_GRANTS = 5

/** Computers that are remembered with wrong PINs; the longest ago is forgotten first. */
const MOST_CALLERS = 200

/** Lets maintenance in by PIN, slowly; one for each board. */
export type PinGuard = {
  /**
   * Tries a PIN for a caller (`callerOf`). Refuses `kiosk.pin-not-set`, `kiosk.pin-wrong` with `left`, `kiosk.pin-locked` with
   * `minutes`.
   */
  readonly enter: (pin: string, caller: string) => Promise<Result<MaintenanceGrant>>
  /** Whether a grant still holds. Refuses `kiosk.grant-ended`. */
  readonly check: (grant: string) => Result<true>
  /** A new PIN was set: wrong ones of before and open grants are forgotten. */
  readonly forget: () => void
}

type Tries = { readonly failures: number; readonly closedUntil: number }

/**
 * Guards the maintenance PIN: five wrong ones from one computer close it there for a quarter of an hour and longer each time after, and
 * the whole network is bounded beside; guessing from somewhere else does not close the office's own glass. Wrong ones are counted
 * before the slow check, so that parallel guesses do not all see the old count; the counts outlive a restart through the log.
 * Waits and grants run on the monotonic clock: a wall clock that is set neither shortens nor lengthens them.
 * @example await createPinGuard(deps).enter('704815', THIS_COMPUTER)
 */
export function createPinGuard(deps: Pick<Deps, 'kioskLog' | 'clock' | 'passwords' | 'ids'>): PinGuard {
  const { clock, kioskLog } = deps
  const grants = new Map<string, number>()
  const callers = new Map<string, Tries>()
  // When the network's wrong ones were, on the monotonic clock; before the start of the program below nought.
  let fromNetwork: number[] = []
  let isRecalled = false

  function recall(): void {
    if (isRecalled) return
    isRecalled = true
    for (const { address, failures, at } of kioskLog.pinTries()) {
      const caller = address ?? THIS_COMPUTER
      const since = Math.max(0, Temporal.Instant.from(clock.now()).since(at).total('seconds'))
      if (failures > 0 && caller !== THIS_COMPUTER) fromNetwork.push(clock.elapsed() - since * 1000)
      // Newest first: the first one of each computer says where it stands.
      if (callers.has(caller)) continue
      callers.set(caller, { failures, closedUntil: clock.elapsed() + pinWaitLeft(failures, since) * 1000 })
    }
  }

  function waitOf(caller: string): number {
    const now = clock.elapsed()
    const own = (callers.get(caller)?.closedUntil ?? now) - now
    if (caller === THIS_COMPUTER) return own
    return Math.max(own, networkPinWait(fromNetwork.map((at) => (now - at) / 1000)) * 1000)
  }

  function count(caller: string): number {
    const now = clock.elapsed()
    const failures = (callers.get(caller)?.failures ?? 0) + 1
    callers.delete(caller)
    for (const old of [...callers.keys()].slice(0, Math.max(0, callers.size + 1 - MOST_CALLERS)))
      callers.delete(old)
    callers.set(caller, { failures, closedUntil: now + pinWait(failures) * 1000 })
    if (caller !== THIS_COMPUTER) fromNetwork = [...fromNetwork, now].slice(-NETWORK_PIN_TRIES)
    return failures
  }

  return {
    enter: async (pin, caller) => {
      const hash = kioskLog.pinHash()
      if (hash === null) return refuse('kiosk.pin-not-set')
      recall()
      const wait = waitOf(caller)
      if (wait > 0) return refuse('kiosk.pin-locked', { minutes: Math.ceil(wait / 60_000) })
      const tried = count(caller)
      const address = caller === THIS_COMPUTER ? null : caller
      const isRight = await deps.passwords.verify(hash, pin)
      // A new one was set meanwhile: what was checked opens nothing any more, and all counts began anew with it.
      if (kioskLog.pinHash() !== hash) return refuse('kiosk.pin-wrong', { left: FREE_PIN_TRIES })
      if (!isRight) {
        kioskLog.write({ kind: 'PIN_WRONG', failures: tried, address })
        return tried < FREE_PIN_TRIES
          ? refuse('kiosk.pin-wrong', { left: FREE_PIN_TRIES - tried })
          : refuse('kiosk.pin-locked', { minutes: Math.ceil(pinWait(tried) / 60) })
      }
      callers.delete(caller)
      if (address !== null) fromNetwork.pop()
      kioskLog.write({ kind: 'PIN_RIGHT', address })
      const grant = deps.ids.secret()
      for (const old of [...grants.keys()].slice(0, Math.max(0, grants.size + 1 - MOST_GRANTS)))
        grants.delete(old)
      grants.set(grant, clock.elapsed() + GRANT_MINUTES * 60_000)
      const until = Temporal.Instant.from(clock.now()).add({ minutes: GRANT_MINUTES })
      return accept({ grant, until: until.toString({ smallestUnit: 'millisecond' }) })
    },
    check: (grant) => {
      // Looked up by a map and not compared: 256 random bits leave nothing to learn from the time it takes.
      const until = grants.get(grant)
      if (until !== undefined && clock.elapsed() < until) return accept(true)
      grants.delete(grant)
      return refuse('kiosk.grant-ended')
    },
    forget: () => {
      isRecalled = true
      callers.clear()
      fromNetwork = []
      grants.clear()
    },
  }
}
