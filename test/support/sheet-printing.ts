import { browserPrinter, type PrintedSheet } from '../../server/display/pdf-printer.ts'
import type { SheetPage } from '../../server/display/sheet-page.ts'
import type { RealBoard } from './real-board.ts'

/** Prints a sheet in a real browser, by the way every sheet takes to paper; `browser` is another one than the usual. */
export async function printPage(board: RealBoard, page: SheetPage, browser?: string): Promise<PrintedSheet> {
  const secret = board.deps.tickets.issue({ page, file: () => Promise.resolve(null) })
  const printer =
    browser === undefined
      ? board.deps.printer
      : browserPrinter(
          () => browser,
          (bytes) => board.deps.work.run('readPdfPages', bytes),
        )
  try {
    const printed = await printer.print(`${board.publicOrigin}/sheet/?ticket=${secret}`)
    if (!printed.ok) throw new Error(`${printed.code} ${JSON.stringify(printed.params)}`)
    return printed.value
  } finally {
    board.deps.tickets.end(secret)
  }
}
