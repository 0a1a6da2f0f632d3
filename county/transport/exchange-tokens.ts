import type { Clock } from '../../platform/clock.ts'
import type { Ids } from '../../platform/ids.ts'

/** Who has proved itself, and by which key. */
export type TokenHolder = { readonly uscc: string; readonly keyId: string }

/** What an office that has proved itself shows with every request; held in memory, so that a restart ends all of them. */
export type ExchangeTokens = {
  readonly open: (holder: TokenHolder) => string
  /** To whom a token was given; undefined when there is none or its hour is over. Whether the key still counts is asked elsewhere. */
  readonly holderOf: (token: string) => TokenHolder | undefined
}

const LIFE_MS = 60 * 60_000
/** One program sends at a time; more are left over from interruptions. */
const PER_OFFICE = 8

/**
 * Opens an empty store of tokens.
 * @example const tokens = openExchangeTokens(clock, ids); tokens.holderOf(tokens.open({ uscc, keyId })) // { uscc, keyId }
 */
export function openExchangeTokens(clock: Pick<Clock, 'elapsed'>, ids: Pick<Ids, 'secret'>): ExchangeTokens {
  const byToken = new Map<string, { readonly holder: TokenHolder; readonly until: number }>()
  return {
    open: (holder) => {
      const now = clock.elapsed()
      for (const [token, { until }] of byToken) if (until <= now) byToken.delete(token)
      const own = [...byToken].filter(([, one]) => one.holder.uscc === holder.uscc)
      for (const [token] of own.slice(0, Math.max(0, own.length - PER_OFFICE + 1))) byToken.delete(token)
      const token = ids.secret()
      byToken.set(token, { holder, until: now + LIFE_MS })
      return token
    },
    holderOf: (token) => {
      const found = byToken.get(token)
      return found !== undefined && found.until > clock.elapsed() ? found.holder : undefined
    },
  }
}
