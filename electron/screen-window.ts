import type { Timer } from './board-process.ts'
import type { ElectronApi, WindowApi } from './electron-api.ts'
import { keepAlive } from './keep-alive.ts'

/** How a screen's window is kept alive. */
export type ScreenWindow = {
  /** Shows the screen at its address, in the one window there is. */
  readonly show: (address: string) => void
  readonly reload: () => void
}

/** What the keeper may do beyond the window. */
export type ScreenWindowParts = {
  readonly openWindow: ElectronApi['openWindow']
  readonly timer: Timer
  readonly title: string
  readonly partition: string
  /** Starts the program anew; null when it was started anew too often already. */
  readonly relaunch: (() => void) | null
}

/** A page counts on every ten seconds; so long without, it draws nothing any more. */
export const STILL_BEAT_MS = 3 * 60_000
/** How long a page may take until it counts at all; a slow computer starts slowly. */
export const FIRST_BEAT_MS = 5 * 60_000

const LOOK_MS = 60_000

// Constant, and only reads: the mark the page sets while it counts on (renderer/signage/run).
const READ_BEAT = "document.documentElement.dataset['beat'] ?? ''"

/**
 * Session of a screen: kept on the disk, since what it has not told the office yet must outlive a power cut.
 * @example screenPartition('hall') // 'persist:screen-hall'
 */
export function screenPartition(screen: string): string {
  return `persist:screen-${screen}`
}

/**
 * Keeps the window of a passive screen: a page that died or hangs is loaded anew, then the window is made anew, then the program is
 * started anew, each at most three times an hour; after that a new window every ten minutes, never a tight loop. A reload costs nothing
 * here, as the server runs in the same program.
 */
export function keepScreenWindow(parts: ScreenWindowParts): ScreenWindow {
  const { timer } = parts
  let window: WindowApi | null = null
  let address = ''
  let beat = { text: '', since: 0 }

  const alive = keepAlive(timer, { current: () => window, openAnew, relaunch: parts.relaunch })

  function recover(): void {
    beat = { text: '', since: timer.elapsed() }
    alive.recover()
  }

  function openAnew(): void {
    const former = window
    const opened = parts.openWindow({
      show: true,
      kiosk: true,
      width: 1920,
      height: 1080,
      title: parts.title,
      partition: parts.partition,
      devTools: false,
    })
    window = opened
    // The new one stands before the old one goes: no desktop in between.
    if (former !== null && !former.isDestroyed()) former.destroy()
    opened.lock()
    // Nobody has a keyboard at a passive screen; whoever plugs one in gets nowhere.
    opened.onKey((_key, prevent) => {
      prevent()
    })
    alive.watchDeath(opened)
    alive.watchHang(opened)
    opened.onClosed(() => {
      if (opened === window) window = null
    })
    void opened.load(address)
  }

  function look(): void {
    timer.after(LOOK_MS, look)
    const looked = window
    if (looked === null || looked.isDestroyed()) return
    void looked.evaluate(READ_BEAT).then(
      (found) => {
        const text = typeof found === 'string' ? found : ''
        if (looked !== window) return
        const patience = text === '' ? FIRST_BEAT_MS : STILL_BEAT_MS
        if (text !== beat.text) beat = { text, since: timer.elapsed() }
        else if (timer.elapsed() - beat.since >= patience) recover()
      },
      // A page that cannot be asked is found by its death or its silence.
      () => undefined,
    )
  }

  return {
    show: (next) => {
      address = next
      if (window === null) {
        beat = { text: '', since: timer.elapsed() }
        openAnew()
        timer.after(LOOK_MS, look)
      } else void window.load(address)
      window?.focus()
    },
    reload: () => {
      window?.reload()
    },
  }
}
