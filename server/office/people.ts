import type { StoredAccount } from '../../db/repos/office-repo.ts'
import type { Reads } from '../../db/store.ts'
import { checkPassword } from '../../domain/office/password.ts'
import type { Role } from '../../domain/office/role.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import type { AccountView } from './views.ts'

/**
 * A person as the screens know them: without the password's hash.
 * @example viewOf(account).name
 */
export function viewOf(account: StoredAccount): AccountView {
  return { id: account.id, name: account.name, roles: account.roles, disabled: account.disabled }
}

function administratorsLeft(read: Reads): number {
  return read.office
    .accounts()
    .filter((account) => !account.disabled && account.roles.includes('ADMINISTRATOR')).length
}

/**
 * Adds a person, who must set a password of the own at the first sign-in. Needs ADMINISTRATOR; refuses
 * `office.account-name-taken`, `office.password-too-short`.
 * @example await addPerson(deps, administrator, { name: '周敏', roles: ['HANDLER'], password: '…' })
 */
export async function addPerson(
  deps: Deps,
  principal: Principal,
  input: { readonly name: string; readonly roles: readonly Role[]; readonly password: string },
): Promise<Result<AccountView>> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const password = checkPassword(input.password)
  if (!password.ok) return password
  const passwordHash = await deps.passwords.hash(password.value)
  const name = input.name.trim()
  return deps.store.tx((write, read): Result<AccountView> => {
    if (read.office.accountByName(name)) return refuse('office.account-name-taken', { name })
    const account: StoredAccount = {
      id: deps.ids.next(),
      name,
      roles: [...new Set(input.roles)],
      passwordHash,
      passwordSetByOther: true,
      disabled: false,
      createdAt: deps.clock.now(),
    }
    write.office.insertAccount(account)
    record(
      deps,
      write,
      principal,
      'account.add',
      { kind: 'account', id: account.id },
      { roles: account.roles.join(',') },
    )
    return accept(viewOf(account))
  })
}

/**
 * Changes roles, access or password of a person. Needs ADMINISTRATOR; refuses `office.last-administrator`,
 * because without one nobody could ever change anything again. A person whose access or password changed is
 * signed out everywhere, but not from the session `keep` that makes the change to its own person. One whose
 * password somebody else reset must set a password of the own at the next sign-in.
 * @example await changePerson(deps, administrator, id, { disabled: true })
 */
export async function changePerson(
  deps: Deps,
  principal: Principal,
  id: string,
  change: { readonly roles?: readonly Role[]; readonly disabled?: boolean; readonly password?: string },
  keep?: string,
): Promise<Result<AccountView>> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  let passwordHash: string | undefined
  if (change.password !== undefined) {
    const password = checkPassword(change.password)
    if (!password.ok) return password
    passwordHash = await deps.passwords.hash(password.value)
  }
  const changed = deps.store.tx((write, read): Result<AccountView> => {
    if (!read.office.accountById(id)) return refuse('office.account-not-found')
    write.office.updateAccount(id, {
      ...(change.roles !== undefined && { roles: [...new Set(change.roles)] }),
      ...(change.disabled !== undefined && { disabled: change.disabled }),
      ...(passwordHash !== undefined && { passwordHash, passwordSetByOther: id !== principal.id }),
    })
    if (administratorsLeft(read) === 0) return refuse('office.last-administrator')
    const account = read.office.accountById(id)
    if (!account) return refuse('office.account-not-found')
    record(
      deps,
      write,
      principal,
      'account.update',
      { kind: 'account', id },
      {
        roles: account.roles.join(','),
        disabled: account.disabled,
        passwordChanged: passwordHash !== undefined,
      },
    )
    return accept(viewOf(account))
  })
  if (changed.ok && (change.disabled === true || passwordHash !== undefined)) deps.sessions.closeAll(id, keep)
  return changed
}
