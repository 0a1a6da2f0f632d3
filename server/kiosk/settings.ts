import type { Reads } from '../../db/store.ts'
import { checkKioskRules, FIRST_KIOSK_RULES, type KioskRules } from '../../domain/kiosk/kiosk-rules.ts'
import { accept, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import type { KioskDeskSettings, KioskSettings } from './views.ts'

/**
 * The rules in force: the office's own, else the product's.
 * @example kioskRules(read).idleSeconds // 90
 */
export function kioskRules(read: Pick<Reads, 'kiosk'>): KioskRules {
  const set = read.kiosk.setting()
  if (!set) return FIRST_KIOSK_RULES
  const { idleSeconds, warningSeconds, attract, readingRoom } = set
  return { idleSeconds, warningSeconds, attract, readingRoom }
}

/**
 * How the kiosk behaves, as every glass asks it.
 * @example kioskSettings(deps).hasPin // false
 */
export function kioskSettings(deps: Pick<Deps, 'store' | 'kioskLog'>): KioskSettings {
  return { ...kioskRules(deps.store.read), hasPin: deps.kioskLog.pinHash() !== null }
}

/**
 * The same with who set it, for the desk.
 * @example deskSettings(deps).setBy // null
 */
export function deskSettings(deps: Pick<Deps, 'store' | 'kioskLog'>): KioskDeskSettings {
  const set = deps.store.read.kiosk.setting()
  const pin = deps.store.read.kiosk.pin()
  return {
    ...kioskSettings(deps),
    setBy: set ? { name: set.by, at: set.at } : null,
    pinSetBy: pin ? { name: pin.by, at: pin.at } : null,
  }
}

/**
 * Sets how the kiosk behaves; every version is kept. Needs ADMINISTRATOR; refuses `kiosk.warning-too-long`.
 * @example setKioskRules(deps, administrator, { ...FIRST_KIOSK_RULES, idleSeconds: 120 })
 */
export function setKioskRules(
  deps: Pick<Deps, 'store' | 'clock'>,
  principal: Principal,
  rules: KioskRules,
): Result<true> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const checked = checkKioskRules(rules)
  if (!checked.ok) return checked
  return deps.store.tx((write, read): Result<true> => {
    const before = kioskRules(read)
    const same = (Object.keys(rules) as (keyof KioskRules)[]).every((key) => rules[key] === before[key])
    if (same && read.kiosk.setting()) return accept(true)
    write.kiosk.addSetting({ ...rules, accountId: principal.id, at: deps.clock.now() })
    record(deps, write, principal, 'kiosk.settings', { kind: 'kiosk', id: 'kiosk' }, { ...rules })
    return accept(true)
  })
}
