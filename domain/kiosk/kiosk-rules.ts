import { accept, refuse, type Result } from '../refusal.ts'

/** How the touch kiosk behaves, as the office sets it. */
export type KioskRules = {
  /** Seconds without a sign of life until the visit ends, the countdown included; 30 to 600. */
  readonly idleSeconds: number
  /** Seconds of countdown at its end; 5 to 60. */
  readonly warningSeconds: number
  /** Whether notices pass by while nobody is there. */
  readonly attract: boolean
  /** 查询室: visits are logged, and sheets may be asked for. */
  readonly readingRoom: boolean
}

/** How a kiosk behaves before anybody has set anything. */
export const FIRST_KIOSK_RULES: KioskRules = {
  idleSeconds: 90,
  warningSeconds: 20,
  attract: true,
  readingRoom: false,
}

/** Shortest and longest idle time, in seconds. */
export const IDLE_SECONDS = { least: 30, most: 600 } as const
/** Shortest and longest countdown, in seconds; WCAG 2.2.1 asks for twenty to go on by one touch. */
export const WARNING_SECONDS = { least: 5, most: 60 } as const
/** What has to remain before the countdown, in seconds: it must not stand there from the first moment. */
const QUIET_SECONDS = 15

/**
 * Checks the times against each other. Refuses `kiosk.warning-too-long` with the `most` seconds the countdown may have.
 * @example checkKioskRules({ ...FIRST_KIOSK_RULES, idleSeconds: 30, warningSeconds: 20 }) // refuses with { most: 15 }
 */
export function checkKioskRules(rules: KioskRules): Result<KioskRules> {
  const most = Math.min(rules.idleSeconds - QUIET_SECONDS, WARNING_SECONDS.most)
  return rules.warningSeconds > most ? refuse('kiosk.warning-too-long', { most }) : accept(rules)
}
