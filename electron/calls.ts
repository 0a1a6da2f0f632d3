import { hasOrigin } from './containment.ts'
import type { CallSender, ElectronApi } from './electron-api.ts'
import type { Printer } from './print.ts'
import { DESK_ORIGIN } from './scheme.ts'

/** The channels of the bridge; `preload.cts` names the same. */
export const CHANNELS = { printers: 'board:printers' } as const

/** Answers the desk's calls over the bridge; everything else, paper too, it does over HTTP, where it is recorded. */
export function answerCalls(onCall: ElectronApi['onCall'], printer: Printer): void {
  onCall(CHANNELS.printers, async (sender) => {
    refuseStrangers(sender)
    return await printer.printers()
  })
}

/** A frame inside a page shares its contents with the page: only the frame's own address tells who calls. */
function refuseStrangers(sender: CallSender): void {
  if (!sender.isMainFrame || !hasOrigin(sender.frameAddress, DESK_ORIGIN)) {
    throw new Error('this page may not call the shell')
  }
}
