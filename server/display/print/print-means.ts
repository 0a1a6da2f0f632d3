import type { Deps } from '../../deps.ts'
import type { PrintMeans } from './views.ts'

/**
 * What this computer can print with. Without a browser nothing can be made: the screen says which to install.
 * @example (await printMeans(deps)).printers // null on a Windows PC without Electron
 */
export async function printMeans(deps: Pick<Deps, 'printer' | 'printers'>): Promise<PrintMeans> {
  return {
    browser: deps.printer.ready(),
    printers: await deps.printers.list(),
    viewer: deps.printers.view !== null,
  }
}
