import type { PairingCodeView, ReplicaList } from '../../../server/replica/views.ts'
import { api, taken } from '../../shared/api.ts'

/** Key of the page of replicas. */
export const REPLICAS_KEY = ['replicas'] as const

/** Paired kiosk computers, and the code that is open. */
export function getReplicas(signal: AbortSignal): Promise<ReplicaList> {
  return taken(api.desk.replicas.$get({}, { init: { signal } }))
}

/** Makes a one-time code, in place of any other. */
export function makePairingCode(): Promise<PairingCodeView> {
  return taken(api.desk.replicas['pairing-code'].$post())
}

/** Ends a pairing. */
export function endPairing(id: string): Promise<ReplicaList> {
  return taken(api.desk.replicas[':id'].end.$post({ param: { id } }))
}
