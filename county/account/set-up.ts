import { checkPassword } from '../../domain/office/password.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/audit.ts'
import { setUpCounty } from '../instance/check-instance.ts'
import { countySelf } from '../office/county-repo.ts'
import type { CountyWebDeps } from '../web/web-deps.ts'
import { accounts, insertAccount } from './account-repo.ts'
import type { CountyPrincipal } from './principal.ts'

/** What the set-up page asks. */
export type SetUpRequest = {
  /** Null where the command line has set the county up: then its name and code stand. */
  readonly county: { readonly name: string; readonly code: string } | null
  readonly administrator: { readonly name: string; readonly password: string }
}

/**
 * First run: sets the county up and adds its first administrator, who holds all roles until there are others. A county that was set up by
 * the command line keeps its name and code and gets its administrator: what was typed beside it is refused, never dropped. Refuses
 * `county.already-set-up` then, and once there is anybody; `county.not-set-up` without a county; what `setUpCounty` and `checkPassword` refuse.
 * @example await setUpWithAdministrator(deps, { county, administrator })
 */
export async function setUpWithAdministrator(
  deps: CountyWebDeps,
  request: SetUpRequest,
): Promise<Result<CountyPrincipal>> {
  const password = checkPassword(request.administrator.password)
  if (!password.ok) return password
  if ((await accounts(deps.sql)).length > 0) return refuse('county.already-set-up')
  const county =
    request.county === null
      ? await countySelf(deps.sql)
      : await setUpCounty(deps, { ...request.county, address: null })
  if (!county.ok) return county
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
