import type { Timer } from './board-process.ts'
import type { ElectronApi, KeyStroke, WindowApi } from './electron-api.ts'
import { keepAlive } from './keep-alive.ts'
import { DESK_ORIGIN } from './scheme.ts'

/** Opens the windows and keeps at most one of each kind. */
export type Windows = {
  readonly showDesk: () => void
  /** Shows a page of the desk, such as a sheet, in a window of its own. */
  readonly openPage: (address: string) => void
  /** Shows the kiosk at the address of the public mount, on its own session. */
  readonly showKiosk: (address: string) => void
  /** Closes the kiosk and forgets its session; it comes back from the tray or by starting the program again. */
  readonly leaveKiosk: () => void
  /** A window nobody sees, for printing. */
  readonly openHidden: () => WindowApi
  /** Loads the pages again, for instance after the board server was started anew. */
  readonly reload: () => void
}

/** Keys that lead away by themselves. */
const LEADING_AWAY: ReadonlySet<string> = new Set([
  'Alt',
  'Meta',
  'ContextMenu',
  'BrowserBack',
  'BrowserForward',
  'BrowserHome',
  'BrowserRefresh',
  'BrowserSearch',
  'LaunchMail',
  'Print',
  'PrintScreen',
])

/** The session of the kiosk: in memory, so that nothing a citizen did is there after a restart. */
export const KIOSK_PARTITION = 'kiosk'

/** Makes the windows' keeper. */
export function createWindows(
  openWindow: ElectronApi['openWindow'],
  options: {
    readonly title: string
    readonly preload: string
    readonly clearKiosk: () => void
    readonly timer: Timer
  },
): Windows {
  let desk: WindowApi | null = null
  let kiosk: WindowApi | null = null
  let kioskAddress = ''
  // A glass that dies again and again must not take the office's whole program with it: it waits instead.
  const kioskAlive = keepAlive(options.timer, {
    current: () => kiosk,
    openAnew: openKioskAnew,
    relaunch: null,
  })

  function openDeskPage(address: string): WindowApi {
    const window = openWindow({
      show: true,
      kiosk: false,
      width: 1280,
      height: 800,
      title: options.title,
      preload: options.preload,
      devTools: false,
    })
    // Not when it hangs: what somebody is writing there may come back by itself.
    keepAlive(options.timer, { current: () => window, openAnew: null, relaunch: null }).watchDeath(window)
    void window.load(address)
    return window
  }

  function openDesk(): WindowApi {
    const window = openDeskPage(`${DESK_ORIGIN}/desk/`)
    window.onClosed(() => (desk = null))
    return window
  }

  function openKiosk(address: string): WindowApi {
    const window = openWindow({
      show: true,
      kiosk: true,
      width: 1080,
      height: 1920,
      title: options.title,
      partition: KIOSK_PARTITION,
      devTools: false,
    })
    kioskAlive.watchDeath(window)
    kioskAlive.watchHang(window)
    window.onKey((key, prevent) => {
      if (leavesKiosk(key)) prevent()
    })
    window.onClosed(() => {
      if (window !== kiosk) return
      kiosk = null
      // The next window of this session must not find what a citizen left in the last one.
      options.clearKiosk()
    })
    window.lock()
    void window.load(glassAddress(address))
    return window
  }

  function openKioskAnew(): void {
    const former = kiosk
    // Left meanwhile: it comes back when somebody asks for it.
    if (former === null) return
    options.clearKiosk()
    kiosk = openKiosk(kioskAddress)
    // The new one stands before the old one goes: no desktop in between.
    if (!former.isDestroyed()) former.destroy()
    kiosk.focus()
  }

  return {
    openPage: openDeskPage,
    showDesk: () => {
      if (desk === null) desk = openDesk()
      desk.show()
      desk.focus()
    },
    showKiosk: (address) => {
      kioskAddress = address
      if (kiosk === null) kiosk = openKiosk(address)
      else void kiosk.load(glassAddress(address))
      kiosk.focus()
    },
    leaveKiosk: () => {
      kiosk?.destroy()
    },
    openHidden: () =>
      openWindow({
        show: false,
        kiosk: false,
        width: 1000,
        height: 1400,
        title: options.title,
        devTools: false,
      }),
    reload: () => {
      desk?.reload()
      kiosk?.reload()
    },
  }
}

/**
 * The kiosk's address as the office's own glass opens it: the page cannot see that itself (`renderer/kiosk/frame/glass.ts`).
 * @example glassAddress('http://127.0.0.1:8632/kiosk/') // 'http://127.0.0.1:8632/kiosk/?glass=1'
 */
function glassAddress(address: string): string {
  const url = new URL(address)
  url.searchParams.set('glass', '1')
  return url.toString()
}

/**
 * Keys that would take a citizen out of the board: reload, print, zoom, new window, developer tools, close. Electron's kiosk mode
 * is no more than full screen; the system's own lock is what really holds, and this is only the second fence.
 */
export function leavesKiosk(stroke: KeyStroke): boolean {
  if (/^F\d+$/.test(stroke.key) || LEADING_AWAY.has(stroke.key)) return true
  // With Ctrl, Alt or the system's key nothing is typed that the kiosk takes: deny all rather than list what browsers invent.
  return stroke.control || stroke.meta || stroke.alt
}
