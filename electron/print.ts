import type { Timer } from './board-process.ts'
import type { WindowApi } from './electron-api.ts'
import type { PageMarks } from './messages.ts'

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

/** A page as PDF, with what it says of itself. */
export type PrintedPage = { readonly bytes: Uint8Array; readonly marks: PageMarks }

/** Prints pages in one hidden window that is kept, one job at a time. */
export type Printer = {
  /** The page at an address as PDF. */
  readonly toPdf: (address: string) => Promise<PrintedPage>
  /** The page at an address on a printer named as the system names it, without a dialog. */
  readonly toPaper: (address: string, printer: string, copies: number) => Promise<void>
  /** Printers of this computer. */
  readonly printers: () => Promise<readonly { name: string; displayName: string }[]>
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
      timer.after(TIMEOUT_MS, () => fail(new Error('the print job took too long')))
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
        // Electron's default is Letter and "fit to page", which would shrink the official geometry.
        const bytes = await page.printToPdf({
          preferCSSPageSize: true,
          printBackground: true,
          displayHeaderFooter: false,
        })
        return { bytes, marks }
      }),
    toPaper: (address, printer, copies) =>
      enqueue(async (page) => {
        const marks = await open(page, address)
        // Paper cannot be read back as a PDF can: what the page itself doubts is not printed.
        if (marks['ready'] !== 'true' || marks['overflow']) throw new Error('the page is not fit to print')
        await page.print({ silent: true, printBackground: true, deviceName: printer, copies })
      }),
    printers: () => enqueue((page) => page.printers()),
  }
}
