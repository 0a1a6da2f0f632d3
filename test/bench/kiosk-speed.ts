import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '../../server/display/find-browser.ts'
import { type Spread, spreadOf } from './measure.ts'

/** What a visitor waits for in a real browser, in milliseconds. */
export type KioskSpeed = {
  /** From the touch on a line of a list to the notice on the glass. */
  readonly openNotice: Spread
  /** From a key of the initials pad to the results of what was typed so far. */
  readonly initialsKey: Spread
}

// Letters of words that stand in thousands of titles, and of one that stands in none.
// What stands in thousands of titles, and one word that stands in none.
const TYPED = ['dbsh', 'gdbt', 'wfgz', 'hxwfxzb', 'zqxz']

async function openNotices(page: Page, origin: string): Promise<number[]> {
  const times: number[] = []
  for (let row = 0; row < 20; row++) {
    await page.goto(`${origin}/kiosk/#/all`)
    await page.locator('.row-link').nth(row).waitFor()
    times.push(
      await page.evaluate(async (at) => {
        const from = performance.now()
        document.querySelectorAll<HTMLElement>('.row-link')[at]?.click()
        await new Promise<void>((resolve) => {
          const look = () => {
            if (document.querySelector('.notice-title')) resolve()
            else requestAnimationFrame(look)
          }
          look()
        })
        return performance.now() - from
      }, row),
    )
  }
  return times
}

async function pressInitials(page: Page, origin: string): Promise<number[]> {
  const times: number[] = []
  for (const word of TYPED) {
    await page.goto(`${origin}/kiosk/#/pad`)
    await page.locator('.simple-keyboard .hg-button').first().waitFor()
    await page.keyboard.press('Escape')
    for (let length = 1; length <= word.length; length++) {
      times.push(
        await page.evaluate(
          async (keys) => {
            const from = performance.now()
            window.dispatchEvent(new KeyboardEvent('keydown', { key: keys.at(-1) ?? '', bubbles: true }))
            await new Promise<void>((resolve) => {
              const look = () => {
                if (document.querySelector(`[data-answers="${keys}"], .pad-nothing`)) resolve()
                else requestAnimationFrame(look)
              }
              look()
            })
            return performance.now() - from
          },
          word.slice(0, length),
        ),
      )
    }
  }
  return times
}

/** Touches the kiosk of a running server as a visitor does, in a real browser; null where there is none. */
export async function kioskSpeed(origin: string): Promise<KioskSpeed | null> {
  const executablePath = findBrowser(process.env, process.platform)
  if (executablePath === null) return null
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...asRoot,
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, hasTouch: true })
    return {
      openNotice: spreadOf(await openNotices(page, origin)),
      initialsKey: spreadOf(await pressInitials(page, origin)),
    }
  } finally {
    await browser.close()
  }
}
