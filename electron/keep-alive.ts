import type { Timer } from './board-process.ts'
import type { WindowApi } from './electron-api.ts'

/** Of one kind of remedy in an hour; then comes the next, and at the end patience. */
const REMEDIES_AN_HOUR = 3
/** How long a page may not answer before it is taken for dead. */
const HANG_GRACE_MS = 15_000

const HOUR_MS = 3_600_000
const PATIENCE_MS = 10 * 60_000

/** What can be done for a window, the mildest first. */
export type Remedies = {
  /** The window there is; null when there is none. */
  readonly current: () => WindowApi | null
  /** Puts a new window in its place; null where the person before it does that. */
  readonly openAnew: (() => void) | null
  /** Starts the program anew; null where that is no remedy, or was done too often already. */
  readonly relaunch: (() => void) | null
}

/** Keeps one window alive. */
export type KeepAlive = {
  /** Its page is dead: the next remedy. */
  readonly recover: () => void
  /** Recovers when the page of this window dies. */
  readonly watchDeath: (window: WindowApi) => void
  /** Recovers when the page of this window does not answer for a while. */
  readonly watchHang: (window: WindowApi) => void
}

/**
 * A page that died or hangs is loaded anew, then the window is made anew, then the program is started anew, each at most three times
 * an hour; after that one try every ten minutes, never a tight loop.
 * @example keepAlive(timer, { current: () => window, openAnew, relaunch: null }).watchDeath(window)
 */
export function keepAlive(timer: Timer, remedies: Remedies): KeepAlive {
  let reloads: readonly number[] = []
  let windows: readonly number[] = []
  let isWaiting = false

  const recent = (times: readonly number[]) => times.filter((at) => timer.elapsed() - at < HOUR_MS)
  const reload = () => {
    const window = remedies.current()
    if (window !== null && !window.isDestroyed()) window.reload()
  }

  function recover(): void {
    reloads = recent(reloads)
    windows = recent(windows)
    const window = remedies.current()
    if (window !== null && !window.isDestroyed() && reloads.length < REMEDIES_AN_HOUR) {
      reloads = [...reloads, timer.elapsed()]
      window.reload()
    } else if (remedies.openAnew !== null && windows.length < REMEDIES_AN_HOUR) {
      windows = [...windows, timer.elapsed()]
      remedies.openAnew()
    } else if (remedies.relaunch !== null) {
      remedies.relaunch()
    } else if (!isWaiting) {
      isWaiting = true
      timer.after(PATIENCE_MS, () => {
        isWaiting = false
        const remedy = remedies.openAnew ?? reload
        remedy()
      })
    }
  }

  return {
    recover,
    watchDeath: (window) => {
      window.onGone((reason) => {
        if (reason !== 'clean-exit' && window === remedies.current()) recover()
      })
    },
    watchHang: (window) => {
      let hangs = false
      window.onUnresponsive((isHanging) => {
        hangs = isHanging
        if (!isHanging) return
        timer.after(HANG_GRACE_MS, () => {
          if (hangs && window === remedies.current()) recover()
        })
      })
    },
  }
}
