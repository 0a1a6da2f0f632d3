import { checkPassword } from '../../domain/office/password.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/audit.ts'
import { setUpCounty } from '../instance/check-instance.ts'
import type { CountyWebDeps } from '../web/web-deps.ts'
import { accounts, insertAccount } from './account-repo.ts'
import type { CountyPrincipal } from './principal.ts'

/** What the set-up page asks. */
export type SetUpRequest = {
  readonly county: { readonly name: string; readonly code: string }
  readonly administrator: { readonly name: string; readonly password: string }
}

/**
 * First run: sets the county up and adds its first administrator, who holds all roles until there are others. A county that was set up by
 * the command line keeps its name and code and gets its administrator. Refuses `county.already-set-up` once there is anybody, and what
 * `setUpCounty` and `checkPassword` refuse.
 * @example await setUpWithAdministrator(deps, { county, administrator })
 */
export async function setUpWithAdministrator(
  deps: CountyWebDeps,
  request: SetUpRequest,
): Promise<Result<CountyPrincipal>> {
  const password = checkPassword(request.administrator.password)
  if (!password.ok) return password
  if ((await accounts(deps.sql)).length > 0) return refuse('county.already-set-up')
  const county = await setUpCounty(deps, { ...request.county, address: null })
  if (!county.ok && county.code !== 'county.already-set-up') return county
  const principal: CountyPrincipal = {
    id: deps.ids.next(),
    name: request.administrator.name.trim(),
    roles: ['COLLECTOR', 'INSPECTOR', 'ADMINISTRATOR'],
  }
  const passwordHash = await deps.passwords.hash(password.value)
  return deps.sql.transaction(async (sql): Promise<Result<CountyPrincipal>> => {
    // Two browsers on the set-up page: the second one waits here, and then finds somebody.
    await sql.query('SELECT name FROM county FOR UPDATE')
    if ((await accounts(sql)).length > 0) return refuse('county.already-set-up')
    const account = { ...principal, passwordHash, passwordSetByOther: false, disabled: false }
    await insertAccount(sql, account, deps.clock.now())
    await record(deps, sql, {
      actor: principal.id,
      action: 'account.add',
      office: null,
      detail: { account: principal.id, roles: principal.roles.join(',') },
    })
    return accept(principal)
  })
}
