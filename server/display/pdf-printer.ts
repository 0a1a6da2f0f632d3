import { chromium } from 'playwright-core'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { readPdfPages } from './read-pdf-pages.ts'

/** A sheet as PDF, checked: `pages` as counted in the file itself. */
export type PrintedSheet = { readonly bytes: Uint8Array; readonly pages: number }

/** Makes PDFs of sheets; one at a time, because a weak PC has memory for one browser. */
export type PdfPrinter = {
  /** Prints the page at an address. Refuses `print.browser-missing`, `print.failed`, `print.incomplete`. */
  readonly print: (url: string) => Promise<Result<PrintedSheet>>
}

const READY_TIMEOUT_MS = 60_000

async function printOnce(executablePath: string, url: string): Promise<Result<PrintedSheet>> {
  const root = process.getuid?.() === 0
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...(root ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
    ],
  })
  try {
    const page = await browser.newPage()
    await page.goto(url, { waitUntil: 'load', timeout: READY_TIMEOUT_MS })
    // The sheet says when fonts, pictures and code stand; printing earlier gives blank paper.
    await page.waitForFunction('document.documentElement.dataset.ready', undefined, { timeout: READY_TIMEOUT_MS })
    const state = (await page.evaluate('({ ...document.documentElement.dataset })')) as Record<string, string>
    if (state['ready'] !== 'true') return refuse('print.failed', { reason: state['ready'] ?? '' })
    if (state['overflow']) return refuse('print.incomplete', { place: state['overflow'] })
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    const pages = await readPdfPages(bytes)
    const text = pages.join('').replaceAll(/\s/g, '')
    const lastLine = (state['lastLine'] ?? '').replaceAll(/\s/g, '')
    if (!text.includes(lastLine)) return refuse('print.incomplete', { place: `${pages.length}` })
    return accept({ bytes, pages: pages.length })
  } finally {
    await browser.close()
  }
}

/**
 * A printer over an installed Chrome, Edge or Chromium. The file is read back: pages counted, last line present.
 * @example await browserPrinter(() => '/usr/bin/chromium').print('http://127.0.0.1:8632/sheet/?edition=…')
 */
export function browserPrinter(findExecutable: () => string | null): PdfPrinter {
  let queue: Promise<unknown> = Promise.resolve()
  return {
    print: (url) => {
      const executablePath = findExecutable()
      if (executablePath === null) return Promise.resolve(refuse('print.browser-missing'))
      const job = queue.then(() => printOnce(executablePath, url))
      queue = job.catch(() => undefined)
      return job
    },
  }
}
