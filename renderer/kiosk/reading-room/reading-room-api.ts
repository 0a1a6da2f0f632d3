import type { VisitPurpose } from '../../../domain/kiosk/reading-room.ts'
import type { VisitTicket } from '../../../server/kiosk/views.ts'
import { api, taken } from '../../shared/api.ts'

const room = api.public['reading-room']

/** Writes a visit into the log. */
export async function beginVisit(purpose: VisitPurpose): Promise<VisitTicket> {
  return await taken(room.visits.$post({ json: { purpose } }))
}

/** Notes a notice that was opened. */
export async function noteMaterial(ticket: string, index: string): Promise<unknown> {
  return await taken(room.materials.$post({ json: { ticket, index } }))
}

/** Asks the staff for a print; nothing prints before they let it. */
export async function askForSheet(ticket: string, hash: string): Promise<unknown> {
  return await taken(room.sheets.$post({ json: { ticket, hash } }))
}
