import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'

/** What leads a phone to itself or nowhere, as an address writes it: `localhost`, loopback and unset, in both kinds. */
const NO_OTHER_COMPUTER = [
  /^(.+\.)?localhost\.?$/,
  /^(127\.|0\.0\.0\.0$)/,
  /^\[::1?\]$/,
  /^\[::ffff:(7f[0-9a-f]{2}:|0:0\])/,
]

/**
 * Sets where a phone opens the board from the code on paper: scheme, host and port only, since the code adds its own path; empty
 * for none, then the code carries a text. What hangs already keeps the address it was printed with. Needs ADMINISTRATOR. Refuses
 * `trust.role-missing`, `sheet.address-invalid`.
 * @example setCodeAddress(deps, administrator, 'http://192.168.1.5:8632')
 */
export function setCodeAddress(deps: Deps, principal: Principal, typed: string): Result<string> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const address = originOf(typed.trim())
  if (address === null) return refuse('sheet.address-invalid')
  deps.store.tx((write) => {
    write.sheetCode.setAddress({ address, accountId: principal.id, at: deps.clock.now() })
    record(deps, write, principal, 'office.code-address', { kind: 'office', id: 'office' }, { address })
  })
  return accept(address)
}

function originOf(typed: string): string | null {
  if (typed === '') return ''
  if (!URL.canParse(typed)) return null
  const { protocol, origin, hostname, pathname, search, hash, username, password } = new URL(typed)
  const bare = pathname === '/' && search === '' && hash === '' && username === '' && password === ''
  const away = !NO_OTHER_COMPUTER.some((names) => names.test(hostname))
  return (protocol === 'http:' || protocol === 'https:') && bare && away ? origin : null
}
