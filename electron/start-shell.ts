import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { readArguments, restartArguments, type ShellArguments } from './arguments.ts'
import { startBoard, type Board, type Timer } from './board-process.ts'
import { answerCalls } from './calls.ts'
import { contain, denyPermissions, EMPTY_CLIPBOARD } from './containment.ts'
import type { ElectronApi } from './electron-api.ts'
import { openInBrowser } from './external-links.ts'
import type { FromBoard } from './messages.ts'
import { createPrinter, type Printer, PrintTimedOut } from './print.ts'
import { createDeskProxy, registerScheme } from './scheme.ts'
import { keepScreenWindow, screenPartition, type ScreenWindow } from './screen-window.ts'
import { createWindows, KIOSK_PARTITION } from './windows.ts'
import { createUpgradeWindow } from './upgrade-window.ts'
import type { ShellWords } from './words.ts'

/** Exit code for "another program already runs this data folder"; `build/serve.mjs` knows it too. */
const ALREADY_RUNNING = 3

/** What the shell is made of, handed in so that tests can hand in their own. */
export type ShellParts = {
  readonly api: ElectronApi
  readonly words: (locale: string) => ShellWords
  readonly timer: Timer
  readonly fetch: typeof globalThis.fetch
  readonly say: (line: string) => void
  /** Arguments after the program's own. */
  readonly commandLine: readonly string[]
  readonly files: { readonly board: string; readonly preload: string; readonly icon: string }
}

/** Starts the shell, in the order in which Electron needs it. */
export async function startShell(parts: ShellParts): Promise<void> {
  const { api, timer, commandLine } = parts
  const given = readArguments(commandLine)

  // One shell for each data folder; two folders are two boards and may run side by side.
  if (given.dataFolder !== null) {
    const name = createHash('sha256').update(resolve(given.dataFolder)).digest('hex').slice(0, 12)
    api.app.setPath('userData', join(api.app.getPath('userData'), 'boards', name))
  }
  if (!api.app.requestSingleInstanceLock()) {
    parts.say(parts.words(api.app.getLocale()).alreadyRunning)
    return api.app.exit(ALREADY_RUNNING)
  }

  api.app.enableSandbox()
  registerScheme(api.protocol)
  let kioskUrl: string | null = null
  const words = parts.words(api.app.getLocale())
  const windows = createWindows(api.openWindow, {
    title: words.product,
    preload: parts.files.preload,
    clearKiosk: () => void api.session.fromPartition(KIOSK_PARTITION).clear(),
    timer,
  })
  contain(api, windows.openPage)
  await api.app.whenReady()

  denyPermissions(api.session.defaultSession)
  denyPermissions(api.session.fromPartition(KIOSK_PARTITION), [EMPTY_CLIPBOARD])
  // The kiosk's session does not know the scheme at all: no link can lead from the hall to the desk.
  const proxy = createDeskProxy(parts.fetch)
  api.session.defaultSession.protocol.handle('app', proxy.answer)
  api.session.fromPartition(KIOSK_PARTITION).onWillDownload((cancel) => cancel())

  const printer = createPrinter(windows.openHidden, timer)
  answerCalls(api.onCall, printer)

  const screen = given.screen === null ? null : keepScreen(parts, given.screen, given.restarts)
  const showFirst = () => {
    if (kioskUrl === null) return windows.showDesk()
    if (screen !== null && given.screen !== null) return screen.show(screenAddress(kioskUrl, given))
    return given.kiosk ? windows.showKiosk(kioskUrl) : windows.showDesk()
  }
  let shown = false
  const upgrade = createUpgradeWindow(api.openWindow, words)

  async function listen(board: Board, message: FromBoard): Promise<void> {
    switch (message.kind) {
      case 'listening':
        upgrade.close()
        parts.say(`desk: ${message.deskUrl}`)
        parts.say(`kiosk: ${message.kioskUrl}`)
        kioskUrl = message.kioskUrl
        await proxy.connect(message.deskUrl)
        if (shown) {
          windows.reload()
          screen?.reload()
        } else showFirst()
        shown = true
        return
      case 'already-running':
        parts.say(`running: ${message.deskUrl}`)
        await openInBrowser(api.shell, message.deskUrl)
        return api.app.exit(ALREADY_RUNNING)
      case 'upgrading':
        return upgrade.show(message)
      case 'cannot-start':
        parts.say(`${message.sentences.join('  ')} (${message.code})`)
        api.showFault(words.product, [...message.sentences, message.code].join('\n'))
        return api.app.exit(1)
      case 'print':
        return await printFor(board, printer, message)
      case 'list-printers':
        return board.send({ kind: 'printers', job: message.job, printers: await printersOf(printer) })
      case 'leave-kiosk':
        return windows.leaveKiosk()
      case 'paper':
        return await paperFor(board, printer, message)
    }
  }

  const board: Board = startBoard(
    api.utilityProcess,
    { entry: parts.files.board, args: given.rest, timer },
    (message) => void listen(board, message),
  )

  api.showTray(parts.files.icon, words.product, [
    { label: words.openDesk, click: windows.showDesk },
    { label: words.openKiosk, click: () => kioskUrl !== null && windows.showKiosk(kioskUrl) },
    { label: words.quit, click: api.app.quit },
  ])
  api.app.onSecondInstance(showFirst)
  // The board goes on for the kiosks in the hall while nobody sits at the desk; the tray ends it.
  api.app.onWindowAllClosed(() => undefined)
  let closed = false
  api.app.onWillQuit((hold) => {
    if (closed) return
    hold()
    void board.close().then(() => {
      closed = true
      api.app.quit()
    })
  })
}

function screenAddress(kioskUrl: string, { screen, pairingCode }: ShellArguments): string {
  const address = new URL(`/signage/${screen ?? ''}`, kioskUrl)
  if (pairingCode !== null) address.hash = `pair=${encodeURIComponent(pairingCode)}`
  return address.toString()
}

/** Program starts to help one screen, by itself, until somebody starts the computer. */
const MOST_RESTARTS = 3

/** The window of the passive screen this computer shows, on a session that can reach nothing but the public pages. */
function keepScreen(
  { api, timer, words, commandLine }: ShellParts,
  screen: string,
  restarts: number,
): ScreenWindow {
  const partition = screenPartition(screen)
  const session = api.session.fromPartition(partition)
  denyPermissions(session)
  session.onWillDownload((cancel) => cancel())
  const relaunch = () => {
    api.app.relaunch(restartArguments(commandLine, restarts + 1))
    api.app.quit()
  }
  return keepScreenWindow({
    ...{ openWindow: api.openWindow, timer, partition },
    title: words(api.app.getLocale()).product,
    relaunch: restarts < MOST_RESTARTS ? relaunch : null,
  })
}

/** Without any where the system cannot be asked: the server waits for an answer. */
async function printersOf(printer: Printer): Promise<Awaited<ReturnType<Printer['printers']>>> {
  try {
    return await printer.printers()
  } catch {
    return []
  }
}

async function paperFor(
  board: Board,
  printer: Printer,
  message: Extract<FromBoard, { kind: 'paper' }>,
): Promise<void> {
  const { job, address, printer: name, copies, paper } = message
  try {
    await printer.toPaper({ address, printer: name, copies, paper })
    board.send({ kind: 'on-paper', job })
  } catch (error) {
    board.send({ kind: 'no-paper', job, silent: error instanceof PrintTimedOut })
  }
}

async function printFor(
  board: Board,
  printer: Printer,
  message: Extract<FromBoard, { kind: 'print' }>,
): Promise<void> {
  try {
    const { bytes, marks, glyphs } = await printer.toPdf(message.address)
    board.send({ kind: 'printed', job: message.job, bytes, marks, glyphs })
  } catch (error) {
    board.send({
      kind: 'print-failed',
      job: message.job,
      reason: error instanceof Error ? error.message : '',
    })
  }
}
