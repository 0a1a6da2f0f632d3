import { checkPassword } from '../../domain/office/password.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/audit.ts'
import type { CountyWebDeps } from '../web/web-deps.ts'
import {
  accountByName,
  accounts,
  insertAccount,
  type StoredCountyAccount,
  updateAccount,
} from './account-repo.ts'
import { type CountyPrincipal, requireCountyRole } from './principal.ts'
import type { CountyRole } from './role.ts'
import type { CountyAccountView } from './views.ts'

/**
 * A person as the pages know them: without the password's hash.
 * @example viewOf(account).name
 */
export function viewOf(account: StoredCountyAccount): CountyAccountView {
  return { id: account.id, name: account.name, roles: account.roles, disabled: account.disabled }
}

/**
 * Adds a person, who must set a password of the own at the first sign-in. Needs ADMINISTRATOR; refuses `office.account-name-taken`,
 * `office.password-too-short`.
 * @example await addPerson(deps, administrator, { name: '韩梅', roles: ['COLLECTOR'], password: '…' })
 */
export async function addPerson(
  deps: CountyWebDeps,
  principal: CountyPrincipal,
  wanted: { readonly name: string; readonly roles: readonly CountyRole[]; readonly password: string },
): Promise<Result<CountyAccountView>> {
  const allowed = requireCountyRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const password = checkPassword(wanted.password)
  if (!password.ok) return password
  const account: StoredCountyAccount = {
    id: deps.ids.next(),
    name: wanted.name.trim(),
    roles: [...new Set(wanted.roles)],
    passwordHash: await deps.passwords.hash(password.value),
    passwordSetByOther: true,
    disabled: false,
  }
  return deps.sql.transaction(async (sql): Promise<Result<CountyAccountView>> => {
    if (await accountByName(sql, account.name)) {
      return refuse('office.account-name-taken', { name: account.name })
    }
    await insertAccount(sql, account, deps.clock.now())
    await record(deps, sql, {
      actor: principal.id,
      action: 'account.add',
      office: null,
      detail: { account: account.id, roles: account.roles.join(',') },
    })
    return accept(viewOf(account))
  })
}

/**
 * Changes roles, access or password of a person. Needs ADMINISTRATOR; refuses `office.last-administrator`, because without one nobody
 * could ever change anything again. A person whose access or password changed is signed out everywhere, but not from the session `keep`
 * that makes the change. One whose password somebody else reset must set a password of the own at the next sign-in.
 * @example await changePerson(deps, administrator, id, { disabled: true })
 */
export async function changePerson(
  deps: CountyWebDeps,
  principal: CountyPrincipal,
  id: string,
  change: {
    readonly roles?: readonly CountyRole[]
    readonly disabled?: boolean
    readonly password?: string
  },
  keep?: string,
): Promise<Result<CountyAccountView>> {
  const allowed = requireCountyRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  let hash: string | undefined
  if (change.password !== undefined) {
    const password = checkPassword(change.password)
    if (!password.ok) return password
    hash = await deps.passwords.hash(password.value)
  }
  const changed = await deps.sql.transaction(async (sql): Promise<Result<CountyAccountView>> => {
    // Two administrators who disable each other at the same moment must not both pass.
    await sql.query('SELECT id FROM account ORDER BY id FOR UPDATE')
    const everybody = await accounts(sql)
    const before = everybody.find((account) => account.id === id)
    if (!before) return refuse('office.account-not-found')
    const roles = [...new Set(change.roles ?? before.roles)]
    const after = { ...before, roles, disabled: change.disabled ?? before.disabled }
    const left = everybody.map((account) => (account.id === id ? after : account))
    if (!left.some((account) => !account.disabled && account.roles.includes('ADMINISTRATOR'))) {
      return refuse('office.last-administrator')
    }
    await updateAccount(sql, id, {
      roles: after.roles,
      disabled: after.disabled,
      ...(hash !== undefined && { password: { hash, setByOther: id !== principal.id } }),
    })
    await record(deps, sql, {
      actor: principal.id,
      action: 'account.update',
      office: null,
      detail: {
        account: id,
        roles: roles.join(','),
        disabled: after.disabled,
        passwordChanged: hash !== undefined,
      },
    })
    return accept(viewOf(after))
  })
  if (changed.ok && (change.disabled === true || hash !== undefined)) deps.sessions.closeAll(id, keep)
  return changed
}
