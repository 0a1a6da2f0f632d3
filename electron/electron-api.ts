import type { NamedPrinter } from './messages.ts'

/**
 * The few functions of Electron that the shell uses, in our own words, so that tests can hand in a typed fake.
 * `main.ts` hands in the real ones; the compiler then checks that they fit.
 */
export type ElectronApi = {
  readonly app: AppApi
  readonly protocol: { registerSchemesAsPrivileged: (schemes: PrivilegedScheme[]) => void }
  readonly session: { readonly defaultSession: SessionApi; fromPartition: (partition: string) => SessionApi }
  readonly utilityProcess: {
    fork: (
      modulePath: string,
      args: string[],
      options: { serviceName: string; execArgv: string[] },
    ) => BoardProcessApi
  }
  readonly shell: { openExternal: (address: string) => Promise<void> }
  /** Tells why the program cannot go on, and waits until it was read. */
  readonly showFault: (title: string, text: string) => void
  readonly openWindow: (options: WindowOptions) => WindowApi
  readonly showTray: (icon: string, tooltip: string, items: readonly TrayItem[]) => void
  readonly onCall: (
    channel: string,
    answer: (sender: CallSender, ...args: unknown[]) => Promise<unknown>,
  ) => void
}

export type AppApi = {
  requestSingleInstanceLock: () => boolean
  setPath: (name: 'userData', path: string) => void
  getPath: (name: 'userData') => string
  getLocale: () => string
  whenReady: () => Promise<void>
  /** Starts the program anew with these arguments after it has ended. */
  relaunch: (args: readonly string[]) => void
  quit: () => void
  exit: (code: number) => void
  enableSandbox: () => void
  onSecondInstance: (listener: () => void) => void
  onWindowAllClosed: (listener: () => void) => void
  onWillQuit: (listener: (hold: () => void) => void) => void
  onWebContents: (listener: (contents: ContentsApi) => void) => void
}

export type PrivilegedScheme = {
  scheme: string
  privileges: { standard: boolean; secure: boolean; supportFetchAPI: boolean; stream: boolean }
}

export type SessionApi = {
  readonly protocol: { handle: (scheme: string, answer: (request: Request) => Promise<Response>) => void }
  setPermissionRequestHandler: (
    handler: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void,
  ) => void
  setPermissionCheckHandler: (handler: (contents: unknown, permission: string) => boolean) => void
  setDevicePermissionHandler: (handler: () => boolean) => void
  onWillDownload: (listener: (cancel: () => void, address: string) => void) => void
  /** Forgets everything pages left in it. */
  clear: () => Promise<void>
}

/** What a page may try, and what the shell answers; `prevent` stops it. */
export type ContentsApi = {
  /** The address the page shows now. */
  address: () => string
  onNavigate: (listener: (address: string, prevent: () => void) => void) => void
  onAttachWebview: (listener: (prevent: () => void) => void) => void
  setWindowOpenHandler: (handler: (details: { url: string }) => { action: 'deny' }) => void
}

export type WindowOptions = {
  readonly show: boolean
  readonly kiosk: boolean
  readonly width: number
  readonly height: number
  readonly title: string
  /** An in-memory session of its own, or undefined for the desk's. */
  readonly partition?: string
  readonly preload?: string
  readonly devTools: boolean
}

/** A key as Electron reports it before the page sees it. */
export type KeyStroke = { key: string; control: boolean; meta: boolean; alt: boolean; type: string }

export type WindowApi = {
  load: (address: string) => Promise<void>
  show: () => void
  focus: () => void
  reload: () => void
  destroy: () => void
  /** The page does not answer, or answers again. */
  onUnresponsive: (listener: (isHanging: boolean) => void) => void
  /** No zoom by two fingers, no keys of menus, no sleep of the screen: for a window citizens touch. */
  lock: () => void
  isDestroyed: () => boolean
  /** Runs a constant script of ours in the page; never anything put together from data. */
  evaluate: (script: string) => Promise<unknown>
  /** One command of the Chrome DevTools Protocol to the page. */
  command: (method: string, params?: Readonly<Record<string, unknown>>) => Promise<unknown>
  printToPdf: (options: PdfOptions) => Promise<Uint8Array>
  print: (options: PaperOptions) => Promise<void>
  printers: () => Promise<readonly NamedPrinter[]>
  onGone: (listener: (reason: string) => void) => void
  onKey: (listener: (key: KeyStroke, prevent: () => void) => void) => void
  onClosed: (listener: () => void) => void
}

export type PdfOptions = { preferCSSPageSize: true; printBackground: true; displayHeaderFooter: false }

/**
 * Printing takes margins in pixels and names or microns for paper, `printToPDF` inches for both: only names are used here, and
 * no margin at all, since the page brings its own.
 */
export type PaperOptions = {
  silent: boolean
  printBackground: true
  deviceName: string
  copies: number
  pageSize: 'A4' | 'A3'
  landscape: false
  margins: { marginType: 'none' }
}

export type BoardProcessApi = {
  postMessage: (message: unknown) => void
  kill: () => boolean
  onMessage: (listener: (message: unknown) => void) => void
  onExit: (listener: (code: number) => void) => void
}

export type TrayItem = { readonly label: string; readonly click: () => void }

/** Who calls over the bridge: the address of the frame, so that a frame within a page is told from the page. */
export type CallSender = { readonly frameAddress: string; readonly isMainFrame: boolean }
