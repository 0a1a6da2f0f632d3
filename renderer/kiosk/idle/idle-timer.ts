import { FIRST_KIOSK_RULES, type KioskRules } from '../../../domain/kiosk/kiosk-rules.ts'

/** How long nobody may touch the glass, and how much of that is countdown, in milliseconds. */
export type IdleTimes = { readonly after: number; readonly warning: number }

/**
 * The times the office set, in milliseconds.
 * @example idleTimes({ ...rules, idleSeconds: 90, warningSeconds: 15 }) // { after: 90000, warning: 15000 }
 */
export function idleTimes(rules: Pick<KioskRules, 'idleSeconds' | 'warningSeconds'>): IdleTimes {
  return { after: rules.idleSeconds * 1000, warning: rules.warningSeconds * 1000 }
}

/** The product's own times, until the office's are known. */
export const FIRST_IDLE_TIMES = idleTimes(FIRST_KIOSK_RULES)

/** What the visitor sees of the timer: nothing, a countdown in whole seconds, or the first page again. */
export type IdlePhase =
  | { readonly phase: 'active' }
  | { readonly phase: 'warning'; readonly secondsLeft: number }
  | { readonly phase: 'over' }

/**
 * Says what to show after so many milliseconds without a sign of life.
 * @example idlePhase(81_000, { after: 90_000, warning: 10_000 }) // { phase: 'warning', secondsLeft: 9 }
 */
export function idlePhase(quietFor: number, times: IdleTimes): IdlePhase {
  if (quietFor >= times.after) return { phase: 'over' }
  if (quietFor < times.after - times.warning) return { phase: 'active' }
  return { phase: 'warning', secondsLeft: Math.ceil((times.after - quietFor) / 1000) }
}

/** A clock that never jumps, and a way to be called later; the browser's own or a test's. */
export type IdleClock = {
  readonly now: () => number
  readonly later: (callback: () => void, delay: number) => () => void
}

/** A running idle timer. */
export type IdleTimer = {
  /** The visitor did something: the time starts anew. */
  readonly touch: () => void
  /** The visit ended another way (结束使用, an emergency): nobody is there until the next touch, and nobody is warned. */
  readonly end: () => void
  /** The times have changed: shorter ones hold at once, and not only when the look under the old ones is due. */
  readonly retime: () => void
  readonly stop: () => void
}

/** What a timer watches: the times in force, and whether something such as reading aloud holds the visit open. */
export type IdleWatch = {
  readonly times: () => IdleTimes
  readonly held: () => boolean
  /** Whether somebody is there from the start; a glass that was just switched on waits for its first visitor. */
  readonly begun: boolean
}

/**
 * Watches for a glass nobody touches and reports every change of phase. It sleeps until the warning is due instead of ticking all
 * day, and after `over` it waits for the next touch. It counts on a clock that only grows: setting the computer's clock neither
 * ends nor prolongs a visit.
 */
export function startIdleTimer(
  clock: IdleClock,
  watch: IdleWatch,
  onPhase: (phase: IdlePhase) => void,
): IdleTimer {
  let touchedAt = clock.now()
  let shown = watch.begun ? 'active' : 'over'
  let cancel: () => void = () => undefined

  function report(phase: IdlePhase): void {
    const key = phase.phase === 'warning' ? String(phase.secondsLeft) : phase.phase
    if (key === shown) return
    shown = key
    onPhase(phase)
  }

  function look(): void {
    if (watch.held()) touchedAt = clock.now()
    const times = watch.times()
    const quietFor = clock.now() - touchedAt
    const phase = idlePhase(quietFor, times)
    report(phase)
    if (phase.phase === 'over') return
    const untilWarning = times.after - times.warning - quietFor
    const untilNextSecond = (times.after - quietFor) % 1000 || 1000
    cancel = clock.later(look, untilWarning > 0 ? untilWarning : untilNextSecond)
  }

  if (watch.begun) look()
  return {
    touch: () => {
      touchedAt = clock.now()
      // While everything is quiet the pending look finds the newer touch by itself.
      if (shown === 'active') return
      cancel()
      look()
    },
    end: () => {
      cancel()
      if (shown === 'over') return
      shown = 'over'
      onPhase({ phase: 'over' })
    },
    retime: () => {
      if (shown === 'over') return
      cancel()
      look()
    },
    stop: () => {
      cancel()
    },
  }
}
