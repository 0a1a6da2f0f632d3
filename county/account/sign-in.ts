import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { type AttemptCounter, countAttempt } from '../../platform/sign-in-attempts.ts'
import { record } from '../audit/audit.ts'
import type { CountyWebDeps } from '../web/web-deps.ts'
import { accountById } from './account-repo.ts'
import type { CountyPrincipal } from './principal.ts'

/**
 * Checks a person's password; a wrong one goes into the log with how many there were in a row, never with what was typed. Refuses
 * `office.account-not-found`, `office.account-disabled`, `trust.wrong-password`, and after five wrong ones in a row
 * `trust.too-many-attempts` for thirty seconds.
 * @example await checkCountyPassword(deps, attempts, accountId, 'yunxi-2026')
 */
export async function checkCountyPassword(
  deps: Pick<CountyWebDeps, 'sql' | 'passwords' | 'clock'>,
  attempts: AttemptCounter,
  accountId: string,
  password: string,
): Promise<Result<CountyPrincipal>> {
  const account = await accountById(deps.sql, accountId)
  if (!account) return refuse('office.account-not-found')
  if (account.disabled) return refuse('office.account-disabled', { name: account.name })
  // Counted before the slow check.
  const failures = countAttempt(attempts, deps.clock, accountId)
  if (!failures.ok) return failures
  if (!(await deps.passwords.verify(account.passwordHash, password))) {
    await record(deps, deps.sql, {
      actor: account.id,
      action: 'session.wrong-password',
      office: null,
      detail: { failures: failures.value },
    })
    return refuse('trust.wrong-password')
  }
  attempts.delete(accountId)
  return accept({ id: account.id, name: account.name, roles: account.roles })
}
