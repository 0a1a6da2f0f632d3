import { accept, refuse, type Result } from '../domain/refusal.ts'
import type { Clock } from './clock.ts'

const FREE_ATTEMPTS = 5
/** How long a person waits after too many wrong passwords, in seconds. */
export const WAIT_SECONDS = 30

/** Counts wrong passwords per person, so that guessing at an unattended PC is slow. */
export type AttemptCounter = Map<string, { failures: number; blockedUntil: number }>

/**
 * Counts an attempt before the password is looked at, because parallel guesses must not all see the old count; gives how many there
 * were in a row, this one among them. Who was right takes the person out of the counter. Refuses `trust.too-many-attempts` after five
 * wrong ones in a row, for thirty seconds.
 * @example countAttempt(attempts, clock, accountId) // { ok: true, value: 1 }
 */
export function countAttempt(attempts: AttemptCounter, clock: Clock, accountId: string): Result<number> {
  const counted = attempts.get(accountId) ?? { failures: 0, blockedUntil: 0 }
  const now = clock.elapsed()
  if (counted.failures >= FREE_ATTEMPTS && now < counted.blockedUntil) {
    return refuse('trust.too-many-attempts', { seconds: Math.ceil((counted.blockedUntil - now) / 1000) })
  }
  const failures = counted.failures + 1
  attempts.set(accountId, { failures, blockedUntil: now + WAIT_SECONDS * 1000 })
  return accept(failures)
}
