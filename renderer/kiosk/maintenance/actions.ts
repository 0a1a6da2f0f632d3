import type { MaintenanceAction } from '../../../server/kiosk/views.ts'

export type { MaintenanceAction }

/** The actions in the order in which they are wanted. */
export const MAINTENANCE_ACTIONS: readonly MaintenanceAction[] = [
  'SELF_CHECK',
  'CLEAR_VISIT',
  'RELOAD',
  'LEAVE_KIOSK',
]
