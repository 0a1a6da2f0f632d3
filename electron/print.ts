import type { Timer } from './board-process.ts'
import type { WindowApi } from './electron-api.ts'
import { askGlyphs } from './ask-glyphs.ts'
import type { NamedPrinter, PageGlyphs, PageMarks, PaperOrder } from './messages.ts'

/** A job that takes longer is given up, and so is its window: after an aborted job Electron's printing may hang for good. */
const TIMEOUT_MS = 120_000

/**
 * The page says itself when fonts, pictures and code stand; printing earlier gives blank paper. An observer, since
 * a hidden window draws no frames and its animation callbacks never come.
 */
const WAIT_UNTIL_READY = `new Promise((done) => {
  const root = document.documentElement
  const look = () => { if (root.dataset.ready) { observer.disconnect(); done({ ...root.dataset }) } }
  const observer = new MutationObserver(look)
  observer.observe(root, { attributes: true })
  look()
})`

/** A page as PDF, with what it says of itself and of its letters. */
export type PrintedPage = {
  readonly bytes: Uint8Array
  readonly marks: PageMarks
  readonly glyphs: PageGlyphs
}

/** Prints pages in one hidden window that is kept, one job at a time. */
export type Printer = {
  /** The page at an address as PDF. */
  readonly toPdf: (address: string) => Promise<PrintedPage>
  /** The page at an address on a printer, without a dialog. Rejects with `PrintTimedOut` when nobody knows what became of it. */
  readonly toPaper: (order: PaperOrder) => Promise<void>
  /** Printers of this computer. */
  readonly printers: () => Promise<readonly NamedPrinter[]>
}

/** A job was given up; whether its paper came out only the printer knows. */
export class PrintTimedOut extends Error {
  constructor() {
    super('the print job took too long')
  }
}

async function glyphsOf(page: WindowApi): Promise<PageGlyphs> {
  try {
    return await askGlyphs((method, params) => page.command(method, params))
  } catch {
    // Developer tools on the window, or a browser too old to be asked: the sheet is printed, only nothing is told of its letters.
    return null
  }
}

/** Makes the printer; the window is opened at the first job. */
export function createPrinter(openHidden: () => WindowApi, timer: Timer): Printer {
  let kept: WindowApi | null = null
  let last: Promise<unknown> = Promise.resolve()

  function window(): WindowApi {
    if (kept === null || kept.isDestroyed()) {
      const opened = openHidden()
      opened.onGone(() => opened.destroy())
      kept = opened
    }
    return kept
  }

  async function attempt<T>(work: (page: WindowApi) => Promise<T>): Promise<T> {
    const page = window()
    const late = new Promise<never>((_, fail) => {
      timer.after(TIMEOUT_MS, () => fail(new PrintTimedOut()))
    })
    try {
      return await Promise.race([work(page), late])
    } catch (error) {
      page.destroy()
      kept = null
      throw error
    }
  }

  function enqueue<T>(work: (page: WindowApi) => Promise<T>): Promise<T> {
    const job = last.then(() => attempt(work))
    last = job.catch(() => undefined)
    return job
  }

  async function open(page: WindowApi, address: string): Promise<PageMarks> {
    await page.load(address)
    return (await page.evaluate(WAIT_UNTIL_READY)) as PageMarks
  }

  return {
    toPdf: (address) =>
      enqueue(async (page) => {
        const marks = await open(page, address)
        const glyphs = marks['ready'] === 'true' ? await glyphsOf(page) : null
        // Electron's default is Letter and "fit to page", which would shrink the official geometry.
        const bytes = await page.printToPdf({
          preferCSSPageSize: true,
          printBackground: true,
          displayHeaderFooter: false,
        })
        return { bytes, marks, glyphs }
      }),
    toPaper: ({ address, printer, copies, paper }) =>
      enqueue(async (page) => {
        const marks = await open(page, address)
        // Paper cannot be read back as a PDF can: what the page itself doubts is not printed.
        if (marks['ready'] !== 'true' || marks['overflow']) throw new Error('the page is not fit to print')
        await page.print({
          silent: true,
          printBackground: true,
          deviceName: printer,
          copies,
          pageSize: paper,
          landscape: false,
          margins: { marginType: 'none' },
        })
      }),
    printers: () => enqueue((page) => page.printers()),
  }
}
