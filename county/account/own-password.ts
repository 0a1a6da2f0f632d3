import { checkPassword } from '../../domain/office/password.ts'
import { refuse, type Result } from '../../domain/refusal.ts'
import type { AttemptCounter } from '../../platform/sign-in-attempts.ts'
import { record } from '../audit/audit.ts'
import type { CountyWebDeps } from '../web/web-deps.ts'
import { updateAccount } from './account-repo.ts'
import type { CountyPrincipal } from './principal.ts'
import { checkCountyPassword } from './sign-in.ts'

/**
 * Lets a person set the own password; from then on nobody else knows it. Sessions of the person are ended, the caller opens a new one.
 * Refuses what `checkCountyPassword` refuses for the old one, `office.password-too-short`, and `office.password-unchanged`, because the
 * one who gave the old one would know the new one.
 * @example await setOwnPassword(deps, new Map(), accountId, { old: 'given-2026', new: 'yunxi-2026', mark: undefined })
 */
export async function setOwnPassword(
  deps: CountyWebDeps,
  attempts: AttemptCounter,
  accountId: string,
  passwords: { readonly old: string; readonly new: string; readonly mark: string | undefined },
): Promise<Result<CountyPrincipal>> {
  const person = await checkCountyPassword(deps, attempts, accountId, {
    password: passwords.old,
    mark: passwords.mark,
  })
  if (!person.ok) return person
  const password = checkPassword(passwords.new)
  if (!password.ok) return password
  if (password.value.normalize('NFKC') === passwords.old.normalize('NFKC')) {
    return refuse('office.password-unchanged')
  }
  const hash = await deps.passwords.hash(password.value)
  await deps.sql.transaction(async (sql) => {
    await updateAccount(sql, accountId, { password: { hash, setByOther: false } })
    await record(deps, sql, { actor: accountId, action: 'account.own-password', office: null, detail: {} })
  })
  deps.sessions.closeAll(accountId)
  return person
}
