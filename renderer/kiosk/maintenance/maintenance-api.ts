import type { MaintenanceAction, MaintenanceDone, MaintenanceGrant } from '../../../server/kiosk/views.ts'
import { api, taken } from '../../shared/api.ts'

const { maintenance } = api.public.kiosk

/** Tries a PIN; a refusal is thrown. */
export async function enterPin(pin: string): Promise<MaintenanceGrant> {
  return await taken(maintenance.$post({ json: { pin } }))
}

/** Does one of the fixed actions; a refusal is thrown. */
export async function maintain(grant: string, action: MaintenanceAction): Promise<MaintenanceDone> {
  return await taken(maintenance.actions.$post({ json: { grant, action } }))
}
