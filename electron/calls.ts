import { hasOrigin } from './containment.ts'
import type { CallSender, ElectronApi } from './electron-api.ts'
import type { Printer } from './print.ts'
import { DESK_ORIGIN } from './scheme.ts'

/** The channels of the bridge; `preload.cts` names the same. */
export const CHANNELS = { printers: 'board:printers', print: 'board:print' } as const

/** Answers the desk's calls over the bridge; everything else it does over HTTP. */
export function answerCalls(onCall: ElectronApi['onCall'], printer: Printer): void {
  onCall(CHANNELS.printers, async (sender) => {
    refuseStrangers(sender)
    return await printer.printers()
  })
  onCall(CHANNELS.print, async (sender, path, name, copies) => {
    refuseStrangers(sender)
    await printer.toPaper(sheetAddress(path), namedPrinter(name), countOfCopies(copies))
  })
}

/** A frame inside a page shares its contents with the page: only the frame's own address tells who calls. */
function refuseStrangers(sender: CallSender): void {
  if (!sender.isMainFrame || !hasOrigin(sender.frameAddress, DESK_ORIGIN)) {
    throw new Error('this page may not call the shell')
  }
}

/** Only sheets are printed: with any other path the hidden window would load what the page chooses. */
function sheetAddress(path: unknown): string {
  const address = typeof path === 'string' && path.startsWith('/sheet/') ? new URL(path, DESK_ORIGIN) : null
  if (address === null || !address.pathname.startsWith('/sheet/')) throw new Error('only sheets are printed')
  return `${DESK_ORIGIN}${address.pathname}${address.search}`
}

function namedPrinter(name: unknown): string {
  if (typeof name !== 'string' || name === '') throw new Error('a printer must be named')
  return name
}

function countOfCopies(copies: unknown): number {
  if (typeof copies !== 'number' || !Number.isInteger(copies) || copies < 1 || copies > 99) {
    throw new Error('copies must be 1 to 99')
  }
  return copies
}
