// Routes of the public mount:
//   GET  /api/public/kiosk/settings                    KioskSettings
//   POST /api/public/kiosk/maintenance                 { pin } → MaintenanceGrant; refuses kiosk.pin-wrong, kiosk.pin-locked, kiosk.pin-not-set
//   POST /api/public/kiosk/maintenance/actions         { grant, action } → done; every one is in the log
//   GET  /api/public/kiosk/self-check                  what this computer's system locks, as far as a program can see
//   POST /api/public/reading-room/visits               a visit is written into the log
// Routes of the desk mount:
//   GET/PUT /api/desk/kiosk/settings · PUT /api/desk/kiosk/pin · GET /api/desk/kiosk/maintenance-log
//   GET/POST /api/desk/reading-room/visits

/** How the touch kiosk behaves; set by the office at the desk. */
export type KioskSettings = {
  /** Seconds without a sign of life until the visit ends, the countdown included; 30 to 600. */
  readonly idleSeconds: number
  /** Seconds of countdown at its end; 5 to 60. */
  readonly warningSeconds: number
  /** Whether notices pass by while nobody is there. */
  readonly attract: boolean
  /** 查询室: visits are logged, and sheets may be printed. */
  readonly readingRoom: boolean
  /** Whether a maintenance PIN was ever set; without one there is no way out from the glass. */
  readonly hasPin: boolean
}

/** What maintenance may do, and nothing else; there is no shell. */
export const MAINTENANCE_ACTIONS = ['RELOAD', 'SELF_CHECK', 'CLEAR_VISIT', 'LEAVE_KIOSK'] as const
/** One action. */
export type MaintenanceAction = (typeof MAINTENANCE_ACTIONS)[number]

/** What a right PIN gives: a few minutes of the fixed actions. */
export type MaintenanceGrant = { readonly grant: string; readonly until: string }
