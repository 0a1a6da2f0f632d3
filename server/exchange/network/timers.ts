/** Time that passes while something is waited for; tests put their own in. */
export type Timers = {
  /** Does something after so many milliseconds, unless the function it gives was called before. */
  readonly after: (milliseconds: number, act: () => void) => () => void
  /** A number at random, from 0 to below 1. */
  readonly draw: () => number
}

/**
 * The computer's own timers; they keep no program running.
 * @example systemTimers().after(1000, () => undefined)
 */
export function systemTimers(): Timers {
  return {
    after: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds).unref()
      return () => clearTimeout(timer)
    },
    draw: Math.random,
  }
}

/**
 * Waits; ends early when the signal is aborted.
 * @example await waitFor(timers, 1000, signal)
 */
export function waitFor(timers: Timers, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const end = (): void => {
      stop()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const stop = timers.after(milliseconds, end)
    signal.addEventListener('abort', end, { once: true })
  })
}
