import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { readable } from './readable-text.ts'

/** A sheet as PDF, checked: `pages` as counted in the file itself. */
export type PrintedSheet = { readonly bytes: Uint8Array; readonly pages: number }

/** Makes PDFs of sheets; one at a time, because a weak PC has memory for one browser. */
export type PdfPrinter = {
  /** Prints the page at an address. Refuses `print.browser-missing`, `print.failed`, `print.incomplete`. */
  readonly print: (url: string) => Promise<Result<PrintedSheet>>
}

/** A page as a browser printed it: `marks` is what the page says of itself in the data attributes of its root. */
export type RenderedSheet = { readonly bytes: Uint8Array; readonly marks: Readonly<Record<string, string>> }

/** Prints the page at an address and reads its marks once they say `ready`; throws when the browser fails. */
export type RenderSheet = (url: string) => Promise<RenderedSheet>

/** Reads the text of each page of a PDF; done by the heavy worker. */
export type ReadPages = (bytes: Uint8Array) => Promise<readonly string[]>

const READY_TIMEOUT_MS = 60_000

function renderIn(executablePath: string): RenderSheet {
  return async (url) => {
    // Loaded when the first sheet is printed: it is 76 MB that a board nobody prints from never needs.
    const { chromium } = await import('playwright-core')
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
      await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: READY_TIMEOUT_MS })
      const marks = (await page.evaluate('({ ...document.documentElement.dataset })')) as Record<
        string,
        string
      >
      const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
      return { bytes, marks }
    } finally {
      await browser.close()
    }
  }
}

async function check({ bytes, marks }: RenderedSheet, readPages: ReadPages): Promise<Result<PrintedSheet>> {
  if (marks['ready'] !== 'true') return refuse('print.failed', { reason: marks['ready'] ?? '' })
  if (marks['overflow']) return refuse('print.incomplete', { place: marks['overflow'] })
  const pages = await readPages(bytes)
  // A sentence may run over the page number at the foot of a page.
  const text = readable(pages.join('')).replaceAll(/—\d+—/g, '')
  if (!text.includes(readable(marks['lastLine'] ?? '')))
    return refuse('print.incomplete', { place: `${pages.length}` })
  return accept({ bytes, pages: pages.length })
}

function oneAtATime(findRenderer: () => RenderSheet | null, readPages: ReadPages): PdfPrinter {
  let queue: Promise<unknown> = Promise.resolve()
  return {
    print: (url) => {
      const render = findRenderer()
      if (render === null) return Promise.resolve(refuse('print.browser-missing'))
      const job = queue.then(async () => check(await render(url), readPages))
      queue = job.catch(() => undefined)
      return job
    },
  }
}

/**
 * A printer over an installed Chrome, Edge or Chromium. The file is read back: pages counted, last line present.
 * @example await browserPrinter(() => '/usr/bin/chromium', readPages).print('http://127.0.0.1:8632/sheet/?edition=…')
 */
export function browserPrinter(findExecutable: () => string | null, readPages: ReadPages): PdfPrinter {
  return oneAtATime(() => {
    const executablePath = findExecutable()
    return executablePath === null ? null : renderIn(executablePath)
  }, readPages)
}

/**
 * A printer over somebody else's browser, such as the one inside Electron, with the same checks of the file.
 * @example await renderedPrinter(renderSheet, readPages).print('http://127.0.0.1:8632/sheet/?edition=…')
 */
export function renderedPrinter(render: RenderSheet, readPages: ReadPages): PdfPrinter {
  return oneAtATime(() => render, readPages)
}
