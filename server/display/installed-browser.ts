import type { Browser } from 'playwright-core'
import { askGlyphs, type SendCommand } from './print/ask-glyphs.ts'
import type { RenderedSheet } from './pdf-printer.ts'

/** An installed browser that prints pages; started at the first one. */
export type InstalledBrowser = {
  readonly render: (url: string) => Promise<RenderedSheet>
  /** Ends it; the next page starts another. What it is printing then fails. */
  readonly close: () => Promise<void>
}

const READY_TIMEOUT_MS = 60_000
/** Longer than any sheet takes: a page that hangs answers nothing, and most of what it is asked knows no limit. */
const SHEET_LIMIT_MS = 120_000
/** A browser that does not end within this is no longer waited for. */
const END_MS = 10_000
/** After so many sheets it is started anew: a browser gives back what it took only when it ends. */
const SHEETS_OF_ONE = 50

async function launch(executablePath: string): Promise<Browser> {
  // Loaded when the first sheet is printed: it is 76 MB that a board nobody prints from never needs.
  const { chromium } = await import('playwright-core')
  const root = process.getuid?.() === 0
  return chromium.launch({
    executablePath,
    args: [
      ...(root ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
    ],
  })
}

async function printPage(browser: Browser, url: string): Promise<RenderedSheet> {
  // A context of its own: with it goes everything the page left in the browser's memory.
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'load', timeout: READY_TIMEOUT_MS })
    // The sheet says when fonts, pictures and code stand; printing earlier gives blank paper.
    await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: READY_TIMEOUT_MS })
    const marks = (await page.evaluate('({ ...document.documentElement.dataset })')) as Record<string, string>
    const session = await context.newCDPSession(page)
    // In the browser's own words, because the protocol's names are typed one by one.
    const send = session.send.bind(session) as unknown as SendCommand
    const glyphs = marks['ready'] === 'true' ? await askGlyphs(send) : null
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    return { bytes, marks, glyphs }
  } finally {
    await context.close().catch(() => undefined)
  }
}

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('the browser takes too long')), milliseconds)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * A Chrome, Edge or Chromium of this computer, one for many pages. One that died, or took longer
 * than `limit` (milliseconds) for a page, is ended and another started with the next page.
 * @example await installedBrowser('/usr/bin/chromium').render('http://127.0.0.1:8632/sheet/?ticket=…')
 */
export function installedBrowser(executablePath: string, limit: number = SHEET_LIMIT_MS): InstalledBrowser {
  let kept: Promise<Browser> | null = null
  let sheets = 0
  const close = async () => {
    const ended = kept
    kept = null
    sheets = 0
    if (ended)
      await within(
        ended.then((browser) => browser.close()),
        END_MS,
      ).catch(() => undefined)
  }
  return {
    close,
    render: async (url) => {
      const browser = await (kept ??= launch(executablePath)).catch((error: unknown) => {
        kept = null
        throw error
      })
      try {
        const rendered = await within(printPage(browser, url), limit)
        sheets += 1
        if (sheets >= SHEETS_OF_ONE) await close()
        return rendered
      } catch (error) {
        // A browser that hung once hangs again.
        await close()
        throw error
      }
    },
  }
}
