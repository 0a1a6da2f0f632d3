import { checkPassword } from '../../domain/office/password.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'
import type { AttemptCounter } from '../../platform/sign-in-attempts.ts'
import { checkPasswordOf } from './sign-in.ts'

/**
 * Lets a person set the own password; from then on nobody else knows it. Sessions of the person are ended, the caller
 * opens a new one. Refuses what `checkPasswordOf` refuses for the old password, `office.password-too-short`, and
 * `office.password-unchanged`, because the one who gave the old one would know the new one.
 * @example await setOwnPassword(deps, new Map(), accountId, { old: 'given-2026', new: 'yunxi-2026' })
 */
export async function setOwnPassword(
  deps: Pick<Deps, 'store' | 'passwords' | 'clock' | 'sessions'>,
  attempts: AttemptCounter,
  accountId: string,
  passwords: { readonly old: string; readonly new: string },
): Promise<Result<Principal>> {
  const before = deps.store.read.office.accountById(accountId)?.passwordHash
  const person = await checkPasswordOf(deps, attempts, accountId, passwords.old)
  if (!person.ok) return person
  const password = checkPassword(passwords.new)
  if (!password.ok) return password
  if (password.value.normalize('NFKC') === passwords.old.normalize('NFKC')) {
    return refuse('office.password-unchanged')
  }
  const passwordHash = await deps.passwords.hash(password.value)
  const changed = deps.store.tx((write, read): Result<Principal> => {
    // Reset or taken away while the hash was being made: the old password proves nothing any more.
    const account = read.office.accountById(accountId)
    if (account?.passwordHash !== before || account?.disabled !== false) return refuse('trust.wrong-password')
    write.office.updateAccount(accountId, { passwordHash, passwordSetByOther: false })
    record(deps, write, person.value, 'account.change-password', { kind: 'account', id: accountId })
    return accept(person.value)
  })
  if (changed.ok) deps.sessions.closeAll(accountId)
  return changed
}
