import type { ElectronApi, KeyStroke, WindowApi } from './electron-api.ts'
import { DESK_ORIGIN } from './scheme.ts'

/** Opens the windows and keeps at most one of each kind. */
export type Windows = {
  readonly showDesk: () => void
  /** Shows a page of the desk, such as a sheet, in a window of its own. */
  readonly openPage: (address: string) => void
  /** Shows the kiosk at the address of the public mount, on its own session. */
  readonly showKiosk: (address: string) => void
  /** A window nobody sees, for printing. */
  readonly openHidden: () => WindowApi
  /** Loads the pages again, for instance after the board server was started anew. */
  readonly reload: () => void
}

/** The session of the kiosk: in memory, so that nothing a citizen did is there after a restart. */
export const KIOSK_PARTITION = 'kiosk'

/** Makes the windows' keeper. */
export function createWindows(
  openWindow: ElectronApi['openWindow'],
  options: { readonly title: string; readonly preload: string },
): Windows {
  let desk: WindowApi | null = null
  let kiosk: WindowApi | null = null

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
    reviveWhenGone(window)
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
    reviveWhenGone(window)
    window.onKey((key, prevent) => {
      if (leavesKiosk(key)) prevent()
    })
    window.onClosed(() => (kiosk = null))
    void window.load(address)
    return window
  }

  return {
    openPage: openDeskPage,
    showDesk: () => {
      if (desk === null) desk = openDesk()
      desk.show()
      desk.focus()
    },
    showKiosk: (address) => {
      if (kiosk === null) kiosk = openKiosk(address)
      else void kiosk.load(address)
      kiosk.focus()
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

/** A page whose process died shows white for ever unless somebody loads it again. */
function reviveWhenGone(window: WindowApi): void {
  window.onGone((reason) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.reload()
  })
}

/**
 * Keys that would take a citizen out of the board: reload, print, zoom, new window, close. Electron's kiosk mode
 * is no more than full screen; the system's own lock is what really holds, and this is only the second fence.
 */
export function leavesKiosk(stroke: KeyStroke): boolean {
  if (/^F\d+$/.test(stroke.key)) return true
  if (stroke.alt && (stroke.key === 'F4' || stroke.key === 'ArrowLeft' || stroke.key === 'ArrowRight'))
    return true
  if (!stroke.control && !stroke.meta) return false
  return ['r', 'p', 'n', 't', 'w', 'q', 'o', 's', 'u', '+', '-', '=', '0'].includes(stroke.key.toLowerCase())
}
