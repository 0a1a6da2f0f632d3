import { randomInt } from 'node:crypto'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Clock } from '../clock.ts'
import { sameSecret } from '../trust.ts'

const LIFE_MS = 10 * 60_000
const MOST_OPEN = 50
const MINUTE_MS = 60_000
/** Wrong codes a minute, of all screens, before nobody is answered. */
const MOST_MISSES = 20
// Without what is taken for another on a sheet of paper: 31 signs, ten of them are 49 bits.
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 10

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
  readonly code: string
  readonly accountId: string
  readonly until: number
}

function plain(code: string): string {
  return code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
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
      const code = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)] ?? '').join('')
      open.delete(screenId)
      const [oldest] = open.keys()
      if (open.size >= MOST_OPEN && oldest !== undefined) open.delete(oldest)
      open.set(screenId, { code, accountId, until: clock.elapsed() + LIFE_MS })
      return {
        code: `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`,
        until: new Date(Date.parse(clock.now()) + LIFE_MS).toISOString(),
      }
    },
    use: (screenId, given) => {
      const found = open.get(screenId)
      if (!found || clock.elapsed() >= found.until) {
        open.delete(screenId)
        return missed()
      }
      if (sameSecret(plain(given), found.code)) {
        open.delete(screenId)
        return accept({ accountId: found.accountId })
      }
      // A wrong one ends nothing: whoever can reach the board could end every code otherwise. 49 bits are not guessed in ten minutes.
      return missed()
    },
  }
}
