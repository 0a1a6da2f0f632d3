import type { KioskRules } from '../../../domain/kiosk/kiosk-rules.ts'
import type { VisitPurpose } from '../../../domain/kiosk/reading-room.ts'
import type { SystemFacts } from '../../../server/kiosk/system-facts.ts'
import type {
  KioskDeskSettings,
  MaintenanceEvent,
  SheetRequest,
  VisitLog,
  WaitingSheets,
} from '../../../server/kiosk/views.ts'
import { api, taken } from '../../shared/api.ts'

const { kiosk, 'reading-room': room } = api.desk

/** How the kiosk behaves, and who set it. */
export function getKioskSettings(signal: AbortSignal): Promise<KioskDeskSettings> {
  return taken(kiosk.settings.$get({}, { init: { signal } }))
}

/** Sets how the kiosk behaves. */
export function setKioskRules(json: KioskRules): Promise<KioskDeskSettings> {
  return taken(kiosk.settings.$put({ json }))
}

/** Sets the maintenance PIN; the own password goes with it. */
export function setKioskPin(json: {
  readonly pin: string
  readonly password: string
}): Promise<KioskDeskSettings> {
  return taken(kiosk.pin.$put({ json }))
}

/** What was done at the glass, newest first. */
export function getMaintenanceLog(
  before: number | null,
  signal: AbortSignal,
): Promise<readonly MaintenanceEvent[]> {
  const query = before === null ? {} : { before: String(before) }
  return taken(kiosk['maintenance-log'].$get({ query }, { init: { signal } }))
}

/** What the program sees of the computer it runs on. */
export function getSystemFacts(signal: AbortSignal): Promise<SystemFacts> {
  return taken(kiosk['self-check'].$get({}, { init: { signal } }))
}

/** The log of the reading room, for days `YYYY-MM-DD`, both included. */
export function getVisitLog(
  days: { readonly from: string; readonly to: string },
  signal: AbortSignal,
): Promise<VisitLog> {
  return taken(room.visits.$get({ query: days }, { init: { signal } }))
}

/** Notes a visit at the desk. */
export function enterVisit(json: {
  readonly purpose: VisitPurpose
  readonly name: string
  readonly note: string
}): Promise<unknown> {
  return taken(room.visits.$post({ json }))
}

/** Sheets the reading room asked for, that nobody has decided on, newest first. */
export function getWaitingSheets(signal: AbortSignal): Promise<WaitingSheets> {
  return taken(room.waiting.$get({}, { init: { signal } }))
}

/** Lets a sheet be printed, or not. */
export function decideSheet(id: string, release: boolean): Promise<SheetRequest> {
  return taken(room.sheets[':id'].$post({ param: { id }, json: { release } }))
}

/** Erases the names of visits before a day. */
export function eraseNames(before: string): Promise<{ readonly erased: number }> {
  return taken(room['erase-names'].$post({ json: { before } }))
}
