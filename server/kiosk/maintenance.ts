import { accept, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import type { PinGuard } from './pin-guard.ts'
import { systemFacts } from './system-facts.ts'
import type { MaintenanceAction, MaintenanceDone } from './views.ts'

/**
 * Does one of the fixed actions for whoever holds a grant, and writes it into the log. RELOAD and CLEAR_VISIT are done by the page
 * itself, LEAVE_KIOSK by the program around the page where there is one. Refuses `kiosk.grant-ended`.
 * @example await doMaintenance(deps, guard, { grant, action: 'SELF_CHECK' })
 */
export async function doMaintenance(
  deps: Pick<Deps, 'kioskLog' | 'kioskShell' | 'clock' | 'version'>,
  guard: PinGuard,
  { grant, action }: { readonly grant: string; readonly action: MaintenanceAction },
): Promise<Result<MaintenanceDone>> {
  const allowed = guard.check(grant)
  if (!allowed.ok) return allowed
  deps.kioskLog.write({ kind: action })
  const system =
    action === 'SELF_CHECK' ? await systemFacts(process.platform, process.env, deps.version) : null
  const closes = action === 'LEAVE_KIOSK' && deps.kioskShell !== null
  if (closes) deps.kioskShell?.leave()
  return accept({ action, system, closes, asOf: deps.clock.now() })
}
