import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { type InstalledBrowser, installedBrowser } from './installed-browser.ts'
import type { SheetGlyphs } from './print/sheet-glyphs.ts'
import { readable } from './readable-text.ts'

/** A sheet as PDF, checked: `pages` as counted in the file itself; `glyphs` null when the browser could not be asked. */
export type PrintedSheet = {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly glyphs: SheetGlyphs | null
}

/** Makes PDFs of sheets; one at a time, because a weak PC has memory for one browser. */
export type PdfPrinter = {
  /**
   * Prints the page at an address; throws when the browser breaks, or `givenUp` says that nobody wants it any more. Refuses
   * `print.browser-missing`, `print.failed`, `print.incomplete`, `print.table-too-wide`.
   */
  readonly print: (url: string, givenUp?: AbortSignal) => Promise<Result<PrintedSheet>>
  /** Whether there is a browser to print with. */
  readonly ready: () => boolean
  /** Does work that prints many sheets with one browser, which ends with it. */
  readonly together: <T>(work: () => Promise<T>) => Promise<T>
  /** Ends the browser; what it is printing then fails. */
  readonly close: () => Promise<void>
}

/** A page as a browser printed it: `marks` is what the page says of itself in the data attributes of its root. */
export type RenderedSheet = {
  readonly bytes: Uint8Array
  readonly marks: Readonly<Record<string, string>>
  /** Which faces draw its characters; absent from a browser that cannot be asked. */
  readonly glyphs?: SheetGlyphs | null
}

/** Prints the page at an address and reads its marks once they say `ready`; throws when the browser fails. */
export type RenderSheet = (url: string) => Promise<RenderedSheet>

/** Reads the text of each page of a PDF; done by the heavy worker. */
export type ReadPages = (bytes: Uint8Array) => Promise<readonly string[]>

// A character no face of this computer has leaves no letter in the file; a person decides about it afterwards.
function undrawn(glyphs: SheetGlyphs | null): ReadonlySet<string> {
  const boxes = (glyphs?.strays ?? []).filter(({ face }) => face === null)
  return new Set(boxes.map(({ character }) => character))
}

function holdsLine(text: string, line: string, missing: ReadonlySet<string>): boolean {
  const characters = [...line].map((one) => (missing.has(one) ? '\n' : one))
  // What stands between them must be there, one after the other.
  let from = 0
  for (const piece of characters.join('').split('\n')) {
    const at = text.indexOf(piece, from)
    if (at === -1) return false
    from = at + piece.length
  }
  return true
}

// A sentence may run over the number at the foot of a page: — 1 —, — 1/2 —, on a poster 第1张 共2张.
const PAGE_NUMBER = /—\d+(?:\/\d+)?—|第\d+张共\d+张/g
// Taken from the sentence as well: one that names a sheet so must still be found.
const withoutPageNumbers = (text: string) => readable(text).replaceAll(PAGE_NUMBER, '')

type Browser = Pick<InstalledBrowser, 'render' | 'close'>

async function render(browser: Browser, url: string, givenUp?: AbortSignal): Promise<RenderedSheet> {
  givenUp?.throwIfAborted()
  const rendered = browser.render(url)
  if (!givenUp) return rendered
  const { promise: gone, reject } = Promise.withResolvers<never>()
  const giveUp = () => {
    // Not waited for: a browser that hangs may hang at its end as well, and the next sheet starts another.
    browser.close().catch(() => undefined)
    reject(givenUp.reason)
  }
  givenUp.addEventListener('abort', giveUp)
  try {
    return await Promise.race([rendered, gone])
  } finally {
    givenUp.removeEventListener('abort', giveUp)
  }
}

async function check(
  { bytes, marks, glyphs }: RenderedSheet,
  readPages: ReadPages,
): Promise<Result<PrintedSheet>> {
  if (marks['ready'] !== 'true') return refuse('print.failed', { reason: marks['ready'] ?? '' })
  if (marks['overflow']) {
    const words = marks['overflowWords']
    const [, table] = /^table:(\d+)$/.exec(marks['overflow']) ?? []
    if (table && words) return refuse('print.table-too-wide', { number: table, words })
    return refuse('print.incomplete', { place: marks['overflow'], ...(words && { words }) })
  }
  const pages = await readPages(bytes)
  const text = withoutPageNumbers(pages.join(''))
  if (!holdsLine(text, withoutPageNumbers(marks['lastLine'] ?? ''), undrawn(glyphs ?? null)))
    return refuse('print.incomplete', { place: `${pages.length}` })
  return accept({ bytes, pages: pages.length, glyphs: glyphs ?? null })
}

function oneAtATime(findBrowser: () => Browser | null, readPages: ReadPages): PdfPrinter {
  let queue: Promise<unknown> = Promise.resolve()
  let open: { readonly browser: Browser; holders: number } | null = null
  const release = async () => {
    if (open === null) return
    open.holders -= 1
    if (open.holders > 0) return
    const { browser } = open
    open = null
    await browser.close()
  }
  const hold = () => {
    const browser = open?.browser ?? findBrowser()
    if (browser === null) return null
    open ??= { browser, holders: 0 }
    open.holders += 1
    return browser
  }
  return {
    print: (url, givenUp) => {
      const browser = hold()
      if (browser === null) return Promise.resolve(refuse('print.browser-missing'))
      const printed = async () => {
        try {
          return await check(await render(browser, url, givenUp), readPages)
        } finally {
          await release()
        }
      }
      const job = queue.then(printed)
      queue = job.catch(() => undefined)
      return job
    },
    ready: () => open !== null || findBrowser() !== null,
    together: async (work) => {
      if (hold() === null) return work()
      try {
        return await work()
      } finally {
        await release()
      }
    },
    close: async () => {
      await open?.browser.close()
    },
  }
}

/**
 * A printer over an installed Chrome, Edge or Chromium. The file is read back: pages counted, last line present. The browser
 * runs only while something is printed: on a weak PC its memory is wanted back.
 * @example await browserPrinter(() => '/usr/bin/chromium', readPages).print('http://127.0.0.1:8632/sheet/?edition=…')
 */
export function browserPrinter(findExecutable: () => string | null, readPages: ReadPages): PdfPrinter {
  return oneAtATime(() => {
    const executablePath = findExecutable()
    return executablePath === null ? null : installedBrowser(executablePath)
  }, readPages)
}

/**
 * A printer over somebody else's browser, such as the one inside Electron, with the same checks of the file.
 * @example await renderedPrinter(renderSheet, readPages).print('http://127.0.0.1:8632/sheet/?edition=…')
 */
export function renderedPrinter(render: RenderSheet, readPages: ReadPages): PdfPrinter {
  return oneAtATime(() => ({ render, close: () => Promise.resolve() }), readPages)
}
