import type { VisitPurpose } from '../../domain/kiosk/reading-room.ts'
import type { KioskRules } from '../../domain/kiosk/kiosk-rules.ts'
import type { PrintState } from '../../domain/sheet/print-state.ts'
import type { SystemFacts } from './system-facts.ts'

// Routes of the public mount:
//   GET  /api/public/kiosk/settings                    KioskSettings
//   POST /api/public/kiosk/maintenance                 { pin } → MaintenanceGrant; refuses kiosk.pin-wrong, kiosk.pin-locked, kiosk.pin-not-set
//   POST /api/public/kiosk/maintenance/actions         { grant, action } → MaintenanceDone; every one is in the log
//   POST /api/public/reading-room/visits               { purpose } → VisitTicket; refuses kiosk.reading-room-off
//   POST /api/public/reading-room/materials            { ticket, index } → a notice was opened in this visit
//   POST /api/public/reading-room/sheets               { ticket, hash } → a sheet is wanted; nothing prints before the desk lets it
// Routes of the desk mount:
//   GET/PUT /api/desk/kiosk/settings · PUT /api/desk/kiosk/pin · GET /api/desk/kiosk/maintenance-log · GET /api/desk/kiosk/self-check
//   GET/POST /api/desk/reading-room/visits · GET /api/desk/reading-room/waiting
//   POST /api/desk/reading-room/sheets/:id { release } · GET /api/desk/reading-room/visits.csv · POST /api/desk/reading-room/erase-names

/** How the touch kiosk behaves; set by the office at the desk. */
export type KioskSettings = KioskRules & {
  /** Whether a maintenance PIN was ever set; without one there is no way out from the glass. */
  readonly hasPin: boolean
}

/** The settings as the desk shows them. */
export type KioskDeskSettings = KioskSettings & {
  /** Who set them and when; null: never set, the product's own hold. */
  readonly setBy: { readonly name: string; readonly at: string } | null
  /** Who set the PIN and when; null: never. */
  readonly pinSetBy: { readonly name: string; readonly at: string } | null
}

/** What maintenance may do, and nothing else; there is no shell. */
export const MAINTENANCE_ACTIONS = ['RELOAD', 'SELF_CHECK', 'CLEAR_VISIT', 'LEAVE_KIOSK'] as const
/** One action. */
export type MaintenanceAction = (typeof MAINTENANCE_ACTIONS)[number]

/** What a right PIN gives: a few minutes of the fixed actions. */
export type MaintenanceGrant = { readonly grant: string; readonly until: string }

/** What came of an action. */
export type MaintenanceDone = {
  readonly action: MaintenanceAction
  /** With SELF_CHECK: the computer the server runs on, which need not be the glass's own. */
  readonly system: SystemFacts | null
  /** With LEAVE_KIOSK: whether a program around the page closes the kiosk window; in a plain browser nobody does. */
  readonly closes: boolean
  /** The server's clock, for the difference to the glass's. */
  readonly asOf: string
}

/** A row of the maintenance log. */
export type MaintenanceEvent = {
  readonly sequence: number
  readonly kind: 'PIN_SET' | 'PIN_WRONG' | 'PIN_RIGHT' | MaintenanceAction
  /** Wrong PINs in a row; 0 for everything else. */
  readonly failures: number
  readonly clockDoubtful: boolean
  readonly at: string
  /** Which computer of the network it came from; null from the one the server runs on. */
  readonly address: string | null
  /** Name of the replica at whose glass it was; null at the office's own. */
  readonly replica: string | null
}

/** What the glass holds of a visit of the reading room; forgotten with it. */
export type VisitTicket = { readonly ticket: string }

/** A sheet that was asked for in the reading room. */
export type SheetRequest = {
  readonly id: string
  readonly visitId: string
  readonly hash: string
  readonly title: string
  readonly at: string
  readonly outcome: 'RELEASED' | 'DECLINED' | null
  readonly printJobId: string | null
  /** How its printing stands; null while it was not released. */
  readonly printState: PrintState | null
  /** Pages that came out, by what a person said of the printing. */
  readonly pages: number
}

/** Sheets that wait for the desk's word: the newest hundred, and how many there are. */
export type WaitingSheets = { readonly sheets: readonly SheetRequest[]; readonly waiting: number }

/** A visit of the reading room as the desk shows it. */
export type VisitView = {
  readonly id: string
  readonly onDay: string
  readonly at: string
  readonly purpose: VisitPurpose
  /** Null when none was left, or it was erased. */
  readonly name: string | null
  /** Empty when nothing was noted, or it was erased with the name. */
  readonly note: string
  /** Who entered it; null: the visitor, on the glass. */
  readonly by: string | null
  readonly clockDoubtful: boolean
  /** Notices opened, by index number; `title` null when it is not public now. */
  readonly materials: readonly { readonly indexNumber: string; readonly title: string | null }[]
  readonly sheets: readonly SheetRequest[]
  /** Pages that came out in all. */
  readonly pages: number
}

/** The log of some days. */
export type VisitLog = {
  readonly visits: readonly VisitView[]
  /** Names of visits that are older than a month [infer: no source says how long]. */
  readonly oldNames: number
  /** Before which day those are, `YYYY-MM-DD`. */
  readonly oldBefore: string
}
