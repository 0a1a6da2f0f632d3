/** How long nobody may touch the screen, and how long of that is spent warning, in milliseconds. */
export const IDLE_AFTER = 90_000
/** The last part of the idle time, in which the countdown is shown, in milliseconds. */
export const IDLE_WARNING = 10_000

/** What the visitor sees of the timer: nothing, a countdown in whole seconds, or the first page again. */
export type IdlePhase =
  | { readonly phase: 'active' }
  | { readonly phase: 'warning'; readonly secondsLeft: number }
  | { readonly phase: 'over' }

/**
 * Says what to show after so many milliseconds without a touch.
 * @example idlePhase(81_000) // { phase: 'warning', secondsLeft: 9 }
 */
export function idlePhase(quietFor: number): IdlePhase {
  if (quietFor >= IDLE_AFTER) return { phase: 'over' }
  if (quietFor < IDLE_AFTER - IDLE_WARNING) return { phase: 'active' }
  return { phase: 'warning', secondsLeft: Math.ceil((IDLE_AFTER - quietFor) / 1000) }
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
  readonly stop: () => void
}

/**
 * Watches for a screen nobody touches and reports every change of phase.
 * It sleeps until the warning is due instead of ticking all day, and after `over` it waits for the next touch.
 */
export function startIdleTimer(clock: IdleClock, onPhase: (phase: IdlePhase) => void): IdleTimer {
  let touchedAt = clock.now()
  let shown = 'active'
  let cancel: () => void = () => undefined

  function report(phase: IdlePhase): void {
    const key = phase.phase === 'warning' ? String(phase.secondsLeft) : phase.phase
    if (key === shown) return
    shown = key
    onPhase(phase)
  }

  function look(): void {
    const quietFor = clock.now() - touchedAt
    const phase = idlePhase(quietFor)
    report(phase)
    if (phase.phase === 'over') return
    const untilWarning = IDLE_AFTER - IDLE_WARNING - quietFor
    const untilNextSecond = (IDLE_AFTER - quietFor) % 1000 || 1000
    cancel = clock.later(look, untilWarning > 0 ? untilWarning : untilNextSecond)
  }

  look()
  return {
    touch: () => {
      touchedAt = clock.now()
      // While everything is quiet the pending look finds the newer touch by itself.
      if (shown === 'active') return
      cancel()
      look()
    },
    stop: () => {
      cancel()
    },
  }
}
