/** What an idle watch needs; time is in milliseconds and comes from outside. */
export type IdleWatchOptions = {
  readonly idleMs: number
  /** Shortest time between two reports of activity. */
  readonly reportEveryMs: number
  readonly now: () => number
  readonly onActive: () => void
  readonly onIdle: () => void
}

/** Watches for real input: `input` on each key or click, `tick` every few seconds. */
export type IdleWatch = { readonly input: () => void; readonly tick: () => void }

/**
 * Reports activity at most once in `reportEveryMs` and idleness once when nobody has touched anything for `idleMs`.
 * Requests that the page makes by itself count for nothing here.
 */
export function createIdleWatch(options: IdleWatchOptions): IdleWatch {
  let lastInput = options.now()
  let lastReport = options.now()
  let idle = false
  return {
    input() {
      const now = options.now()
      // A PC that slept wakes with a key press: the time asleep counts, so that press does not save the session.
      if (!idle && now - lastInput >= options.idleMs) {
        idle = true
        options.onIdle()
        return
      }
      if (idle) return
      lastInput = now
      if (now - lastReport < options.reportEveryMs) return
      lastReport = now
      options.onActive()
    },
    tick() {
      if (idle || options.now() - lastInput < options.idleMs) return
      idle = true
      options.onIdle()
    },
  }
}
