import type { Clock } from '../../platform/clock.ts'
import { newPairingCode, readPairingCode } from '../pairing-code.ts'

const LIFE_MS = 10 * 60_000
const MOST_TRIES = 5

/** A code that is open at the desk. */
export type OpenCode = { readonly code: string; readonly until: string; readonly openedBy: string }

/** The one code that may be open. It lies in memory: after a restart a new one is asked for. */
export type PairingCodes = {
  /** Opens a new code in place of any other. */
  readonly open: (accountId: string) => OpenCode
  /** The code that is open, for the desk; null when there is none. */
  readonly current: () => OpenCode | null
  /** Takes one of the five tries; null when nothing is open or none is left. */
  readonly tryOnce: () => { readonly signs: string; readonly openedBy: string } | null
  /** Uses the code up; false when it was meanwhile, or another has taken its place. */
  readonly take: (signs: string) => boolean
}

/**
 * Opens the desk's one-time codes: ten minutes by a clock that only grows, five tries, one code at a time.
 * @example openPairingCodes(clock).open(accountId).code // 'K7Q2M-9TXBE'
 */
export function openPairingCodes(clock: Clock): PairingCodes {
  let open: (OpenCode & { readonly ends: number; readonly left: number }) | null = null
  const live = () => (open !== null && clock.elapsed() < open.ends && open.left > 0 ? open : null)
  return {
    open: (openedBy) => {
      const until = new Date(Date.parse(clock.now()) + LIFE_MS).toISOString()
      open = { code: newPairingCode(), until, openedBy, ends: clock.elapsed() + LIFE_MS, left: MOST_TRIES }
      return { code: open.code, until, openedBy }
    },
    current: () => {
      const now = live()
      return now && { code: now.code, until: now.until, openedBy: now.openedBy }
    },
    tryOnce: () => {
      const now = live()
      if (now === null) return null
      // Counted before it is looked at: two at the same moment are two tries.
      open = { ...now, left: now.left - 1 }
      return { signs: readPairingCode(now.code) ?? '', openedBy: now.openedBy }
    },
    take: (signs) => {
      if (open === null || readPairingCode(open.code) !== signs) return false
      open = null
      return true
    },
  }
}
