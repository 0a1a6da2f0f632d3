import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { type AttemptCounter, countAttempt } from '../../platform/sign-in-attempts.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'

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
  // Counted before the slow check.
  const failures = countAttempt(attempts, deps.clock, accountId)
  if (!failures.ok) return failures
  if (!(await deps.passwords.verify(account.passwordHash, password))) {
    deps.store.tx((write) =>
      record(
        deps,
        write,
        account,
        'session.wrong-password',
        { kind: 'account', id: account.id },
        { failures: failures.value },
      ),
    )
    return refuse('trust.wrong-password')
  }
  attempts.delete(accountId)
  return accept({ id: account.id, name: account.name, roles: account.roles })
}
