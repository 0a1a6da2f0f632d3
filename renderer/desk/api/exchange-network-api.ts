import type { NetworkScheduleView, NetworkView } from '../../../server/exchange/network/views.ts'
import { api, taken } from '../../shared/api.ts'

/** How the network to the county stands. */
export function getNetwork(): Promise<NetworkView> {
  return taken(api.desk.network.$get())
}

/** Begins to send what is written, and fetches what the county has. */
export function startSending(): Promise<NetworkView> {
  return taken(api.desk.network.send.$post())
}

/** Stops sending; what the county has of a package stays there, and is gone on from. */
export function stopSending(): Promise<NetworkView> {
  return taken(api.desk.network.send.$delete())
}

/** Sets when the program sends by itself. */
export function setNetworkSchedule(schedule: NetworkScheduleView): Promise<NetworkView> {
  return taken(api.desk.network.schedule.$put({ json: schedule }))
}
