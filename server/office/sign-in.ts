import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'

const FREE_ATTEMPTS = 5
/** How long a person waits after too many wrong passwords, in seconds. */
export const WAIT_SECONDS = 30

/** Counts wrong passwords per person, so that guessing at an unattended PC is slow. */
export type AttemptCounter = Map<string, { failures: number; blockedUntil: number }>

/**
 * Checks a person's password; a wrong one goes into the log with the name it was tried for and how many there were in a
 * row, never with what was typed. Refuses `office.account-not-found`, `office.account-disabled`,
 * `trust.wrong-password`, and after five wrong ones in a row `trust.too-many-attempts` for thirty seconds.
 * @example await checkPasswordOf(deps, attempts, accountId, 'yunxi-2026')
 */
export async function checkPasswordOf(
  deps: Pick<Deps, 'store' | 'passwords' | 'clock'>,
  attempts: AttemptCounter,
  accountId: string,
  password: string,
): Promise<Result<Principal>> {
  const account = deps.store.read.office.accountById(accountId)
  if (!account) return refuse('office.account-not-found')
  if (account.disabled) return refuse('office.account-disabled', { name: account.name })
  const counted = attempts.get(accountId) ?? { failures: 0, blockedUntil: 0 }
  const now = deps.clock.elapsed()
  if (counted.failures >= FREE_ATTEMPTS && now < counted.blockedUntil) {
    return refuse('trust.too-many-attempts', { seconds: Math.ceil((counted.blockedUntil - now) / 1000) })
  }
  // Counted before the slow check: parallel guesses must not all see the old count.
  const failures = counted.failures + 1
  attempts.set(accountId, { failures, blockedUntil: now + WAIT_SECONDS * 1000 })
  if (!(await deps.passwords.verify(account.passwordHash, password))) {
    deps.store.tx((write) =>
      record(
        deps,
        write,
        account,
        'session.wrong-password',
        { kind: 'account', id: account.id },
        { failures },
      ),
    )
    return refuse('trust.wrong-password')
  }
  attempts.delete(accountId)
  return accept({ id: account.id, name: account.name, roles: account.roles })
}
