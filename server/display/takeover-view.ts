import type { Reads } from '../../db/store.ts'
import { expiryTime, publicEdition } from './public-views.ts'
import type { PublicEdition } from './views.ts'

/** What holds the kiosk now, newest first; empty as long as nothing does. */
export type TakeoverAnswer = {
  /** Instant the answer is reckoned from: that of the newest record while the clock is in doubt. */
  readonly asOf: string
  readonly takeovers: readonly { readonly until: string; readonly edition: PublicEdition }[]
}

/**
 * What takes the kiosk over at an instant: published emergency notices whose time has not run out, and which the
 * public may see at all. A clock that was set back brings no old warning back.
 * @example takeoverAnswer(read, '2026-07-18T14:00:00.000Z').takeovers.length // 1
 */
export function takeoverAnswer(read: Reads, now: string): TakeoverAnswer {
  const asOf = expiryTime(read, now)
  const takeovers = read.emergency.takeovers(asOf).flatMap(({ hash, until }) => {
    const edition = publicEdition(read, hash, now)
    return edition.ok ? [{ until, edition: edition.value }] : []
  })
  return { asOf, takeovers }
}
