import type { ElectronApi, SessionApi } from './electron-api.ts'
import { openInBrowser } from './external-links.ts'
import { DESK_ORIGIN } from './scheme.ts'

/**
 * What every page of ours may do, whoever wrote its content: move within its own origin (in the hall: its own face), and nothing else. From
 * the desk, a page of the desk may open in a window of its own, and a link to elsewhere goes through the one door
 * to the browser; at the kiosk both are dead, since a citizen must get neither a second window nor a browser.
 */
export function contain(api: Pick<ElectronApi, 'app' | 'shell'>, openPage: (address: string) => void): void {
  api.app.onWebContents((contents) => {
    const atDesk = () => hasOrigin(contents.address(), DESK_ORIGIN)
    contents.onNavigate((address, prevent) => {
      if (staysIn(address, contents.address(), atDesk())) return
      prevent()
      if (atDesk()) void openInBrowser(api.shell, address)
    })
    contents.setWindowOpenHandler(({ url }) => {
      if (atDesk() && hasOrigin(url, DESK_ORIGIN)) openPage(url)
      else if (atDesk()) void openInBrowser(api.shell, url)
      return { action: 'deny' }
    })
    contents.onAttachWebview((prevent) => prevent())
  })
}

/**
 * Whether a page may go to an address. At the desk anything of the desk; in the hall only the face it stands on: from the kiosk
 * neither a sheet, nor the page for photographs, nor a file that would be saved.
 */
function staysIn(address: string, present: string, desk: boolean): boolean {
  if (!hasOrigin(address, present)) return false
  return desk || faceOf(address) === faceOf(present)
}

function faceOf(address: string): string {
  return new URL(address).pathname.split('/')[1] ?? ''
}

/** What the kiosk's page needs to empty the clipboard when a visit ends; reading it is another permission, and stays refused. */
export const EMPTY_CLIPBOARD = 'clipboard-sanitized-write'

/**
 * The board needs no camera, place, notification, USB device or other permission: all are refused but those named.
 * @example denyPermissions(kioskSession, [EMPTY_CLIPBOARD])
 */
export function denyPermissions(session: SessionApi, but: readonly string[] = []): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(but.includes(permission)))
  session.setPermissionCheckHandler((_contents, permission) => but.includes(permission))
  session.setDevicePermissionHandler(() => false)
}

/**
 * Whether two addresses have the same origin. `new URL(…).origin` is "null" for schemes the parser does not know,
 * such as app:, so that two strangers would look alike: scheme and host are compared instead.
 * @example hasOrigin('app://board/desk/', 'app://board') // true
 */
export function hasOrigin(address: string, other: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(other)) return false
  const [url, allowed] = [new URL(address), new URL(other)]
  if (url.username !== '' || url.password !== '' || url.host === '') return false
  return url.protocol === allowed.protocol && url.host === allowed.host
}
