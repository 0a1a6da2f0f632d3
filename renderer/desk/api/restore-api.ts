import type { RestoreState } from '../../../server/office/views.ts'
import { api, taken } from '../../shared/api.ts'

/** Whether this board waits for a confirmation after a restore, and its series of index numbers. */
export function getRestoreState(): Promise<RestoreState> {
  return taken(api.desk['restore-confirmation'].$get())
}

/** Opens the restored board to the public; the series go on past the serials named. */
export function confirmRestore(
  lastSerials: readonly { readonly series: string; readonly last: number }[],
): Promise<RestoreState> {
  return taken(api.desk['restore-confirmation'].$post({ json: { lastSerials: [...lastSerials] } }))
}
