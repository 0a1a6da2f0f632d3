import { checkPin } from '../../domain/kiosk/pin.ts'
import { accept, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import type { AttemptCounter } from '../../platform/sign-in-attempts.ts'
import { checkPasswordOf } from '../office/sign-in.ts'
import { clockDoubtful } from '../posting/clock-doubt.ts'
import { type Principal, requireRole } from '../principal.ts'
import type { PinGuard } from './pin-guard.ts'

/**
 * Sets the maintenance PIN of the kiosk; a wait after wrong ones ends with it. Needs ADMINISTRATOR and the own password once
 * more, since a desk left open must not open the glass. Refuses `kiosk.pin-malformed`, `kiosk.pin-weak`, and what
 * `checkPasswordOf` refuses.
 * @example await setPin(deps, guard, attempts, administrator, { pin: '704815', password })
 */
export async function setPin(
  deps: Pick<Deps, 'store' | 'clock' | 'passwords'>,
  guard: PinGuard,
  attempts: AttemptCounter,
  principal: Principal,
  wanted: { readonly pin: string; readonly password: string },
): Promise<Result<true>> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const pin = checkPin(wanted.pin)
  if (!pin.ok) return pin
  const person = await checkPasswordOf(deps, attempts, principal.id, wanted.password)
  if (!person.ok) return person
  const pinHash = await deps.passwords.hash(pin.value)
  deps.store.tx((write) => {
    const at = deps.clock.now()
    write.kiosk.addPin({ pinHash, accountId: principal.id, at })
    const event = { kind: 'PIN_SET', failures: 0, address: null, replicaId: null } as const
    write.kiosk.addEvent({ ...event, clockDoubtful: clockDoubtful(deps), at })
    record(deps, write, principal, 'kiosk.pin', { kind: 'kiosk', id: 'kiosk' })
  })
  guard.forget()
  return accept(true)
}
