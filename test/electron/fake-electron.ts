import type {
  BoardProcessApi,
  CallSender,
  ContentsApi,
  ElectronApi,
  KeyStroke,
  PaperOptions,
  PdfOptions,
  SessionApi,
  TrayItem,
  WindowApi,
  WindowOptions,
} from '../../electron/electron-api.ts'
import type { Timer } from '../../electron/board-process.ts'

/** A board process as the shell sees it, in the hands of a test. */
export type FakeProcess = {
  readonly entry: string
  readonly args: readonly string[]
  readonly sent: unknown[]
  killed: boolean
  readonly say: (message: unknown) => void
  readonly die: (code: number) => void
}

/** A window in the hands of a test. */
export type FakeWindow = {
  readonly options: WindowOptions
  readonly loaded: string[]
  readonly printed: (PdfOptions | PaperOptions)[]
  marks: Record<string, string>
  reloads: number
  destroyed: boolean
  locked: boolean
  /** When set, printing waits for it. */
  hold: Promise<void>
  readonly press: (stroke: Partial<KeyStroke>) => boolean
  readonly crash: (reason: string) => void
  readonly hang: (isHanging: boolean) => void
  /** What the page counts; empty for one that does not. */
  beat: string
  readonly close: () => void
}

/** One page's contents, with what a hostile page would try. */
export type FakeContents = {
  readonly navigate: (address: string) => 'allowed' | 'prevented'
  readonly open: (address: string) => 'deny'
  readonly attachWebview: () => 'allowed' | 'prevented'
}

/** What happened, in order, and the levers to make things happen. */
export type FakeElectron = {
  readonly api: ElectronApi
  readonly log: string[]
  readonly processes: FakeProcess[]
  readonly windows: FakeWindow[]
  readonly opened: string[]
  readonly faults: string[]
  readonly tray: TrayItem[]
  readonly permissions: {
    ask: (permission?: string) => boolean[]
    check: (permission?: string) => boolean[]
  }
  readonly sessions: Map<string, { readonly schemes: string[]; readonly downloads: (() => boolean)[] }>
  readonly contents: (address: string) => FakeContents
  readonly call: (channel: string, sender: CallSender, ...args: unknown[]) => Promise<unknown>
  readonly quit: () => Promise<void>
  readonly secondInstance: () => void
  lockFree: boolean
}

/** Electron as far as the shell uses it; everything is written down, nothing is done. */
export function fakeElectron(): FakeElectron {
  const log: string[] = []
  const processes: FakeProcess[] = []
  const windows: FakeWindow[] = []
  const opened: string[] = []
  const faults: string[] = []
  const tray: TrayItem[] = []
  const asks: ((permission: string, answer: (granted: boolean) => void) => void)[] = []
  const checks: ((permission: string) => boolean)[] = []
  const sessions = new Map<string, { schemes: string[]; downloads: (() => boolean)[] }>()
  const calls = new Map<string, (sender: CallSender, ...args: unknown[]) => Promise<unknown>>()
  const contentsListeners: ((contents: ContentsApi) => void)[] = []
  const quitListeners: ((hold: () => void) => void)[] = []
  const secondListeners: (() => void)[] = []

  function session(name: string): SessionApi {
    const kept = sessions.get(name) ?? { schemes: [], downloads: [] }
    sessions.set(name, kept)
    return {
      protocol: {
        handle: (scheme) => {
          log.push(`handle ${scheme} in ${name}`)
          kept.schemes.push(scheme)
        },
      },
      setPermissionRequestHandler: (handler) =>
        asks.push((permission, answer) => handler(null, permission, answer)),
      setPermissionCheckHandler: (handler) => checks.push((permission) => handler(null, permission)),
      setDevicePermissionHandler: (handler) => checks.push(handler),
      onWillDownload: (listener) =>
        kept.downloads.push(() => {
          let cancelled = false
          listener(() => (cancelled = true), 'app://board/file')
          return cancelled
        }),
      clear: () => {
        log.push(`clear ${name}`)
        return Promise.resolve()
      },
    }
  }

  const fake: FakeElectron = {
    log,
    processes,
    windows,
    opened,
    faults,
    tray,
    sessions,
    lockFree: true,
    permissions: {
      ask: (permission = 'media') =>
        asks.map((ask) => {
          let granted = true
          ask(permission, (answer) => (granted = answer))
          return granted
        }),
      check: (permission = 'media') => checks.map((check) => check(permission)),
    },
    contents: (address) => hostilePage(address, contentsListeners),
    call: (channel, sender, ...args) =>
      calls.get(channel)?.(sender, ...args) ?? Promise.reject(new Error(channel)),
    quit: async () => {
      let held = false
      for (const listener of quitListeners) listener(() => (held = true))
      log.push(held ? 'quit held' : 'quit')
      await new Promise((done) => setImmediate(done))
    },
    secondInstance: () => secondListeners.forEach((listener) => listener()),
    api: {
      app: {
        requestSingleInstanceLock: () => {
          log.push('lock')
          return fake.lockFree
        },
        setPath: (name, path) => log.push(`${name} ${path}`),
        getPath: () => '/home/zhou/.config/disclosure-board',
        getLocale: () => 'zh-CN',
        whenReady: () => {
          log.push('ready')
          return Promise.resolve()
        },
        relaunch: (args) => log.push(`relaunch ${args.join(' ')}`),
        quit: () => void fake.quit(),
        exit: (code) => log.push(`exit ${code}`),
        enableSandbox: () => log.push('sandbox'),
        onSecondInstance: (listener) => secondListeners.push(listener),
        onWindowAllClosed: () => undefined,
        onWillQuit: (listener) => quitListeners.push(listener),
        onWebContents: (listener) => {
          log.push('contain')
          contentsListeners.push(listener)
        },
      },
      protocol: {
        registerSchemesAsPrivileged: (schemes) => log.push(`register ${schemes[0]?.scheme ?? ''}`),
      },
      session: { defaultSession: session('desk'), fromPartition: session },
      utilityProcess: {
        fork: (entry, args) => {
          log.push('fork')
          const { process, api } = fakeProcess(entry, args)
          processes.push(process)
          return api
        },
      },
      shell: {
        openExternal: (address) => {
          opened.push(address)
          return Promise.resolve()
        },
      },
      showFault: (title, text) => faults.push(`${title}: ${text}`),
      openWindow: (options) => {
        const { window, api } = fakeWindow(options)
        log.push(`window ${options.partition ?? 'desk'}${options.show ? '' : ' hidden'}`)
        windows.push(window)
        return api
      },
      showTray: (_icon, _tooltip, items) => {
        log.push('tray')
        tray.push(...items)
      },
      onCall: (channel, answer) => calls.set(channel, answer),
    },
  }
  return fake
}

function hostilePage(address: string, listeners: readonly ((contents: ContentsApi) => void)[]): FakeContents {
  let onNavigate: (address: string, prevent: () => void) => void = () => undefined
  let onWebview: (prevent: () => void) => void = () => undefined
  let onOpen: (details: { url: string }) => { action: 'deny' } = () => ({ action: 'deny' })
  for (const listener of listeners) {
    listener({
      address: () => address,
      onNavigate: (handler) => (onNavigate = handler),
      onAttachWebview: (handler) => (onWebview = handler),
      setWindowOpenHandler: (handler) => (onOpen = handler),
    })
  }
  const outcome = (attempt: (prevent: () => void) => void) => {
    let prevented = false
    attempt(() => (prevented = true))
    return prevented ? 'prevented' : 'allowed'
  }
  return {
    navigate: (target) => outcome((prevent) => onNavigate(target, prevent)),
    open: (target) => onOpen({ url: target }).action,
    attachWebview: () => outcome((prevent) => onWebview(prevent)),
  }
}

function fakeProcess(entry: string, args: readonly string[]): { process: FakeProcess; api: BoardProcessApi } {
  const messages: ((message: unknown) => void)[] = []
  const exits: ((code: number) => void)[] = []
  const process: FakeProcess = {
    entry,
    args,
    sent: [],
    killed: false,
    say: (message) => messages.forEach((listener) => listener(message)),
    die: (code) => exits.forEach((listener) => listener(code)),
  }
  return {
    process,
    api: {
      postMessage: (message) => process.sent.push(message),
      kill: () => (process.killed = true),
      onMessage: (listener) => messages.push(listener),
      onExit: (listener) => exits.push(listener),
    },
  }
}

function fakeWindow(options: WindowOptions): { window: FakeWindow; api: WindowApi } {
  let onGone: (reason: string) => void = () => undefined
  let onHang: (isHanging: boolean) => void = () => undefined
  let onKey: (key: KeyStroke, prevent: () => void) => void = () => undefined
  let onClosed: () => void = () => undefined
  const window: FakeWindow = {
    options,
    loaded: [],
    printed: [],
    marks: { ready: 'true', lastLine: '2026年11月21日' },
    reloads: 0,
    destroyed: false,
    locked: false,
    hold: Promise.resolve(),
    press: (stroke) => {
      let prevented = false
      const whole = { key: '', control: false, meta: false, alt: false, type: 'keyDown', ...stroke }
      onKey(whole, () => (prevented = true))
      return prevented
    },
    crash: (reason) => onGone(reason),
    hang: (isHanging) => onHang(isHanging),
    beat: '',
    close: () => onClosed(),
  }
  return {
    window,
    api: {
      load: (address) => {
        window.loaded.push(address)
        return Promise.resolve()
      },
      show: () => undefined,
      focus: () => undefined,
      reload: () => (window.reloads += 1),
      destroy: () => {
        window.destroyed = true
        onClosed()
      },
      lock: () => (window.locked = true),
      isDestroyed: () => window.destroyed,
      evaluate: (script) => Promise.resolve(script.includes("['beat']") ? window.beat : window.marks),
      // A page without a type probe: whatever is asked, there is nothing to say.
      command: () => Promise.resolve({ result: {} }),
      printToPdf: async (pdf) => {
        await window.hold
        window.printed.push(pdf)
        return new Uint8Array([0x25, 0x50, 0x44, 0x46])
      },
      print: async (paper) => {
        await window.hold
        window.printed.push(paper)
      },
      printers: () => Promise.resolve([{ name: 'HP-2055', displayName: '二楼打印机', isDefault: true }]),
      onGone: (listener) => (onGone = listener),
      onUnresponsive: (listener) => (onHang = listener),
      onKey: (listener) => (onKey = listener),
      onClosed: (listener) => (onClosed = listener),
    },
  }
}

/** Time that stands until the test lets it run. */
export function fakeTimer(): Timer & { readonly run: (milliseconds: number) => void } {
  let now = 0
  let pending: { at: number; run: () => void }[] = []
  return {
    after: (milliseconds, run) => void pending.push({ at: now + milliseconds, run }),
    elapsed: () => now,
    run: (milliseconds) => {
      now += milliseconds
      const due = pending.filter((entry) => entry.at <= now)
      pending = pending.filter((entry) => entry.at > now)
      for (const entry of due) entry.run()
    },
  }
}
