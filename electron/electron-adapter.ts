import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerSaveBlocker,
  protocol,
  session,
  shell,
  Tray,
  utilityProcess,
  type Session,
  type WebContents,
} from 'electron'
import type {
  AppApi,
  BoardProcessApi,
  ContentsApi,
  ElectronApi,
  SessionApi,
  WindowApi,
  WindowOptions,
} from './electron-api.ts'

/** The real Electron behind the functions the shell uses. */
export function realElectron(): ElectronApi {
  // A tray icon without a reference is collected, and vanishes after some minutes.
  const trays: Tray[] = []
  return {
    app: realApp(),
    protocol,
    session: {
      get defaultSession() {
        return adaptSession(session.defaultSession)
      },
      fromPartition: (partition) => adaptSession(session.fromPartition(partition)),
    },
    utilityProcess: {
      fork: (modulePath, args, options) => adaptProcess(utilityProcess.fork(modulePath, args, options)),
    },
    shell: { openExternal: (address) => shell.openExternal(address) },
    showFault: (title, text) => dialog.showErrorBox(title, text),
    openWindow: realWindow,
    showTray: (icon, tooltip, items) => {
      const tray = new Tray(icon)
      tray.setToolTip(tooltip)
      tray.setContextMenu(Menu.buildFromTemplate(items.map(({ label, click }) => ({ label, click }))))
      trays.push(tray)
    },
    onCall: (channel, answer) => {
      ipcMain.handle(channel, (event, ...args: unknown[]) => {
        const frame = event.senderFrame
        const sender = {
          frameAddress: frame?.url ?? '',
          isMainFrame: frame !== null && frame.parent === null,
        }
        return answer(sender, ...args)
      })
    },
  }
}

function realApp(): AppApi {
  return {
    requestSingleInstanceLock: () => app.requestSingleInstanceLock(),
    setPath: (name, path) => app.setPath(name, path),
    getPath: (name) => app.getPath(name),
    getLocale: () => app.getLocale(),
    whenReady: () => app.whenReady(),
    relaunch: (args) => {
      // In a checkout the first word is the folder of the program itself.
      const own = process.defaultApp ? process.argv.slice(1, 2) : []
      app.relaunch({ args: [...own, ...args] })
    },
    quit: () => app.quit(),
    exit: (code) => app.exit(code),
    enableSandbox: () => app.enableSandbox(),
    onSecondInstance: (listener) => app.on('second-instance', () => listener()),
    onWindowAllClosed: (listener) => app.on('window-all-closed', listener),
    onWillQuit: (listener) => app.on('will-quit', (event) => listener(() => event.preventDefault())),
    onWebContents: (listener) =>
      app.on('web-contents-created', (_event, contents) => listener(adaptContents(contents))),
  }
}

function adaptContents(contents: WebContents): ContentsApi {
  return {
    address: () => contents.getURL(),
    onNavigate: (listener) => {
      contents.on('will-navigate', (event) => listener(event.url, () => event.preventDefault()))
      contents.on('will-frame-navigate', (event) => listener(event.url, () => event.preventDefault()))
      contents.on('will-redirect', (event) => listener(event.url, () => event.preventDefault()))
    },
    onAttachWebview: (listener) => {
      contents.on('will-attach-webview', (event) => listener(() => event.preventDefault()))
    },
    setWindowOpenHandler: (handler) => contents.setWindowOpenHandler(handler),
  }
}

function adaptSession(real: Session): SessionApi {
  return {
    protocol: { handle: (scheme, answer) => real.protocol.handle(scheme, answer) },
    setPermissionRequestHandler: (handler) => real.setPermissionRequestHandler(handler),
    setPermissionCheckHandler: (handler) => real.setPermissionCheckHandler(handler),
    setDevicePermissionHandler: (handler) => real.setDevicePermissionHandler(handler),
    onWillDownload: (listener) => {
      real.on('will-download', (event, item) => listener(() => event.preventDefault(), item.getURL()))
    },
    clear: async () => {
      await real.clearStorageData()
      await real.clearCache()
    },
  }
}

function adaptProcess(real: Electron.UtilityProcess): BoardProcessApi {
  return {
    postMessage: (message) => real.postMessage(message),
    kill: () => real.kill(),
    onMessage: (listener) => real.on('message', listener),
    onExit: (listener) => real.on('exit', listener),
  }
}

function realWindow(options: WindowOptions): WindowApi {
  const window = new BrowserWindow({
    show: options.show,
    kiosk: options.kiosk,
    width: options.width,
    height: options.height,
    title: options.title,
    autoHideMenuBar: true,
    webPreferences: {
      devTools: options.devTools,
      // A hidden print window must go on working at full speed.
      backgroundThrottling: options.show,
      ...(options.partition === undefined ? {} : { partition: options.partition }),
      ...(options.preload === undefined ? {} : { preload: options.preload }),
    },
  })
  window.removeMenu()
  const { webContents } = window
  return {
    load: (address) => window.loadURL(address),
    show: () => window.show(),
    focus: () => window.focus(),
    reload: () => webContents.reload(),
    destroy: () => window.destroy(),
    lock: () => {
      webContents.setIgnoreMenuShortcuts(true)
      // Off by default, and said once more: a later default must not open it. It fails only where the page is gone already.
      webContents.setVisualZoomLevelLimits(1, 1).catch(() => undefined)
      const awake = powerSaveBlocker.start('prevent-display-sleep')
      window.on('closed', () => powerSaveBlocker.stop(awake))
    },
    onUnresponsive: (listener) => {
      window.on('unresponsive', () => listener(true))
      window.on('responsive', () => listener(false))
    },
    isDestroyed: () => window.isDestroyed(),
    evaluate: (script) => webContents.executeJavaScript(script),
    command: (method, params) => {
      if (!webContents.debugger.isAttached()) webContents.debugger.attach()
      return webContents.debugger.sendCommand(method, params)
    },
    printToPdf: (pdf) => webContents.printToPDF(pdf),
    print: (paper) =>
      new Promise((done, fail) => {
        webContents.print(paper, (ok, reason) => (ok ? done() : fail(new Error(reason))))
      }),
    printers: async () => {
      const listed = await webContents.getPrintersAsync()
      return listed.map(({ name, displayName, ...rest }) => ({
        name,
        displayName,
        // Left out by newer versions: then no printer is preselected.
        isDefault: 'isDefault' in rest && rest.isDefault === true,
      }))
    },
    onGone: (listener) =>
      webContents.on('render-process-gone', (_event, details) => listener(details.reason)),
    onKey: (listener) => {
      webContents.on('before-input-event', (event, input) => listener(input, () => event.preventDefault()))
    },
    onClosed: (listener) => window.on('closed', listener),
  }
}
