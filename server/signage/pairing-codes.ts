import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import { newPairingCode, readPairingCode } from '../pairing-code.ts'
import { sameSecret } from '../../platform/same-secret.ts'

const LIFE_MS = 10 * 60_000
const MOST_OPEN = 50
const MINUTE_MS = 60_000
/** Wrong codes a minute, of all screens, before nobody is answered. */
const MOST_MISSES = 20

/** A code as the desk shows it; good once, for one screen, until an instant. */
export type PairingCode = { readonly code: string; readonly until: string }

/** Codes the desk gave out and nobody has used yet; in memory, so that a restart ends them all. */
export type PairingCodes = {
  /** A new code for a screen; the former one of it ends. */
  readonly give: (screenId: string, accountId: string) => PairingCode
  /** Uses a code up; gives who gave it. Refuses `screen.code-wrong`, also when its time is over, and `request.busy`. */
  readonly use: (screenId: string, code: string) => Result<{ readonly accountId: string }>
}

type Open = {
  readonly signs: string
  readonly accountId: string
  readonly until: number
}

/**
 * Codes by which a screen is paired: ten minutes by a clock that only grows, one use.
 * @example openPairingCodes(clock).give(screenId, accountId).code // 'K7MPQ-2XRTB'
 */
export function openPairingCodes(clock: Clock): PairingCodes {
  const open = new Map<string, Open>()
  let misses: readonly number[] = []
  const missed = (): Result<never> => {
    const now = clock.elapsed()
    misses = [...misses.filter((at) => now - at < MINUTE_MS), now].slice(-(MOST_MISSES + 1))
    return refuse(misses.length > MOST_MISSES ? 'request.busy' : 'screen.code-wrong')
  }
  return {
    give: (screenId, accountId) => {
      const code = newPairingCode()
      open.delete(screenId)
      const [oldest] = open.keys()
      if (open.size >= MOST_OPEN && oldest !== undefined) open.delete(oldest)
      open.set(screenId, { signs: readPairingCode(code) ?? '', accountId, until: clock.elapsed() + LIFE_MS })
      return { code, until: new Date(Date.parse(clock.now()) + LIFE_MS).toISOString() }
    },
    use: (screenId, given) => {
      const found = open.get(screenId)
      if (!found || clock.elapsed() >= found.until) {
        open.delete(screenId)
        return missed()
      }
      // Whatever an input method put between the signs is not part of them.
      const signs = readPairingCode(given.replaceAll(/[^0-9A-Za-z]/g, ''))
      if (signs !== null && sameSecret(signs, found.signs)) {
        open.delete(screenId)
        return accept({ accountId: found.accountId })
      }
      // A wrong one ends nothing: whoever can reach the board could end every code otherwise. 50 bits are not guessed in ten minutes.
      return missed()
    },
  }
}
