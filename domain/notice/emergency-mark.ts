/** 预警级别 by colour, heaviest first. */
export const WARNING_LEVELS = ['RED', 'ORANGE', 'YELLOW', 'BLUE'] as const
/** One level. */
export type WarningLevel = (typeof WARNING_LEVELS)[number]

/** What makes a notice an emergency notice. */
export type EmergencyMark = {
  /** Null when the event bears no warning level. */
  readonly level: WarningLevel | null
  /** Who issued the warning that is relayed; empty when the office speaks for itself. A relayed warning names its issuer. */
  readonly issuer: string
  /** When the issuer issued it, as an instant; null when the office speaks for itself. */
  readonly issuedAt: string | null
  /** Until when the kiosk shows nothing else, as an instant. */
  readonly takeoverUntil: string
}
