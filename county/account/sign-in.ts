import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { type AttemptCounter, countAttempt } from '../../platform/sign-in-attempts.ts'
import { record } from '../audit/audit.ts'
import type { CountyWebDeps } from '../web/web-deps.ts'
import { accountById } from './account-repo.ts'
import { attemptsName } from './known-browser.ts'
import type { CountyPrincipal } from './principal.ts'

/** What is typed, and where: the mark of a browser where the person has signed in before (`known-browser.ts`). */
export type TypedPassword = { readonly password: string; readonly mark: string | undefined }

/**
 * Checks a person's password; a wrong one goes into the log with how many there were in a row, never with what was typed. Refuses
 * `office.account-not-found`, `office.account-disabled`, `trust.wrong-password`, and after five wrong ones in a row
 * `trust.too-many-attempts` for thirty seconds, in a browser the person has signed in at before by those typed there alone.
 * @example await checkCountyPassword(deps, attempts, accountId, { password: 'yunxi-2026', mark: undefined })
 */
export async function checkCountyPassword(
  deps: Pick<CountyWebDeps, 'sql' | 'passwords' | 'clock'>,
  attempts: AttemptCounter,
  accountId: string,
  { password, mark }: TypedPassword,
): Promise<Result<CountyPrincipal>> {
  const account = await accountById(deps.sql, accountId)
  if (!account) return refuse('office.account-not-found')
  if (account.disabled) return refuse('office.account-disabled', { name: account.name })
  // Counted before the slow check.
  const name = attemptsName(account, mark)
  const failures = countAttempt(attempts, deps.clock, name)
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
  attempts.delete(name)
  return accept({ id: account.id, name: account.name, roles: account.roles })
}
