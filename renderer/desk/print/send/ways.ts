import type { PrintMeans, PrintRoute } from '../../../../server/display/print/views.ts'

/**
 * The ways to paper this computer offers, the best first: a printer it can name, its viewer, the browser's own dialog.
 * @example waysToPaper({ browser: true, printers: null, viewer: false }, true) // ['BROWSER']
 */
export function waysToPaper(means: PrintMeans, showsPdf: boolean): readonly PrintRoute[] {
  const offered: readonly (readonly [PrintRoute, boolean])[] = [
    ['PRINTER', (means.printers ?? []).length > 0],
    ['BROWSER', showsPdf],
    ['VIEWER', means.viewer],
  ]
  return offered.filter(([, there]) => there).map(([route]) => route)
}

/** The printer to begin with: the computer's own choice, else the first. */
export function firstPrinter(means: PrintMeans): string {
  const printers = means.printers ?? []
  return (printers.find(({ isDefault }) => isDefault) ?? printers[0])?.name ?? ''
}
