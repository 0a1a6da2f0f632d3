import { expect, test, type Page } from '@playwright/test'
import { leastType } from '../../domain/signage/legible-type.ts'
import type { ScreenFeed } from '../../server/signage/views.ts'
import { type GlassMeasure, measureGlass } from '../support/glass-measure.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import {
  type FeedNotice,
  type Glass,
  GLASSES,
  nameRows,
  rowName,
  signageFeed,
  tableBody,
  textBody,
} from '../support/signage-feed.ts'

// What a screen shows is measured on the glass: the ink of the letters against the rule, every line within its part, every row
// of a list on one of the pages.

const START = '2026-11-23T01:42:00.000Z'
const SENTENCE = '经村民代表会议讨论，现将本季度村集体资金收支情况予以公布，接受广大村民监督。'
const OUTAGE: FeedNotice = {
  title: '关于11月25日停电检修的通知',
  body: textBody('因线路检修，11月25日8时至17时河西村、河东村停电。', '抢修电话：0990-5550123。'),
}
const NAMES: FeedNotice = {
  title: '河西村低保金发放公示',
  body: tableBody(['户主', '村组', '金额'], nameRows(17)),
}
const ACCOUNTS: FeedNotice = {
  title: '河西村村民委员会关于公布第三季度村集体资金收支和惠农补贴发放情况的公告',
  body: textBody(...Array.from({ length: 40 }, () => SENTENCE)),
}
const WARNING: FeedNotice = {
  title: '暴雨红色预警',
  body: textBody('预计未来3小时云溪镇降雨量将达100毫米以上，请低洼地带群众迅速转移。'),
  takeoverUntil: '2026-11-23T02:00:00.000Z',
  over: {
    emergency: {
      level: 'RED',
      issuer: '示例县气象局',
      issuedAt: null,
      takeoverUntil: '2026-11-23T02:00:00.000Z',
    },
  },
}

let board: RealBoard

test.beforeAll(async () => {
  board = await startRealBoard()
})
test.afterAll(() => board.stop())

let now = Date.parse(START)

/** Lets time pass on the screen and at the office. */
async function pass(page: Page, milliseconds: number): Promise<void> {
  now += milliseconds
  await page.clock.runFor(milliseconds)
}

/** Opens a screen that is given a feed; a feed of null is no answer. */
async function open(page: Page, feed: ScreenFeed): Promise<(next: ScreenFeed | null) => void> {
  let given: ScreenFeed | null = feed
  now = Date.parse(START)
  await page.route('**/api/public/live', (route) => route.abort())
  const { geometry } = feed.screen
  await page.setViewportSize({ width: geometry.pixelWidth, height: geometry.pixelHeight })
  await page.route('**/api/public/screens/*/feed', (route) =>
    given === null ? route.abort() : route.fulfill({ json: { ...given, asOf: new Date(now).toISOString() } }),
  )
  await page.clock.install({ time: START })
  await page.goto(`${board.publicOrigin}/signage/hall`)
  await page.waitForSelector('.sg-face:not([data-pages="0"]), .sg-ticker, .sg-closed, .sg-warning', {
    state: 'attached',
  })
  return (next) => {
    given = next
  }
}

/** Walks through so many pages. */
async function walk(page: Page, pages: number): Promise<readonly GlassMeasure[]> {
  const seen = [await measureGlass(page)]
  for (let turned = 1; turned < pages; turned += 1) {
    const before = seen.at(-1)
    let next = before
    for (let seconds = 0; seconds < 65 && next?.text === before?.text; seconds += 5) {
      await pass(page, 5000)
      next = await measureGlass(page)
    }
    if (next !== undefined) seen.push(next)
  }
  return seen
}

function check(glass: Glass, seen: readonly GlassMeasure[]): void {
  const { glyphPixels } = leastType(GLASSES[glass])
  for (const { leastInk, clipped } of seen) {
    expect(clipped).toEqual([])
    expect(leastInk).toBeGreaterThanOrEqual(glyphPixels - 0.5)
  }
}

for (const glass of ['television', 'upright', 'large', 'wall', 'door'] as const) {
  test(`on the screen "${glass}" no letter is smaller than the rule, nothing is cut off, and every row of a list is shown`, async ({
    page,
  }) => {
    const give = await open(page, signageFeed(glass, 'FULL', [NAMES]))
    const total = Number(await page.locator('.sg-face').getAttribute('data-pages'))
    const pages = await walk(page, total)
    check(glass, pages)
    const text = pages.map((one) => one.text).join('\n')
    if (!text.includes('全文') && !text.includes('本屏看不清')) {
      const lines = text.split('\n')
      for (let row = 1; row <= 17; row += 1) expect(lines).toContain(rowName(row))
      // The heads are over the rows of every page.
      const withRows = pages.filter((one) => /第\d+户/u.test(one.text))
      expect(withRows.every((one) => one.text.includes('户主'))).toBe(true)
    } else expect(glass).toBe('wall')

    for (const feed of [
      signageFeed(glass, 'FULL', [OUTAGE, ACCOUNTS], { version: '2' }),
      signageFeed(glass, 'FULL', [], { version: '3' }),
      signageFeed(glass, 'FULL', [OUTAGE, WARNING], { version: '4' }),
      signageFeed(glass, 'SPLIT_TICKER', [OUTAGE, NAMES], { version: '5' }),
    ]) {
      give(feed)
      await pass(page, 61_000)
      await expect.poll(async () => (await measureGlass(page)).text).not.toBe('')
      check(glass, await walk(page, 3))
    }
  })
}

test('a screen with nothing to show says so, with whose it is and where to ask', async ({ page }) => {
  await open(page, signageFeed('television', 'FULL', []))
  const { text } = await measureGlass(page)
  for (const words of ['本栏目暂无公示', '财务公开', '云溪镇政务服务中心', '0990-5550100', '2026年11月23日'])
    expect(text).toContain(words)
})

test('a column whose only notice cannot be shown here says where it can be read, and never that there is none', async ({
  page,
}) => {
  const tooLong: FeedNotice = {
    ...OUTAGE,
    title: `${'关于公布河西村低保和特困供养人员名单'.repeat(16)}的公示`,
  }
  const give = await open(page, signageFeed('wall', 'FULL', [tooLong]))
  const refused = (await walk(page, 2)).map(({ text }) => text.replaceAll(/\s/gu, '')).join('')
  expect(refused).toContain('本栏目的公示请到触摸屏或公开窗口查看')
  expect(refused).not.toContain('暂无')

  // It was on the glass and then could not be drawn any more.
  const damaged = signageFeed('wall', 'FULL', [OUTAGE], { version: '2' })
  for (const { sheet } of Object.values(damaged.items))
    Object.assign(sheet.content, { body: { type: 'doc', content: null } })
  give(damaged)
  await pass(page, 61_000)
  const rests = (await walk(page, 2)).map(({ text }) => text.replaceAll(/\s/gu, '')).join('')
  expect(rests).toContain('本栏目的公示请到触摸屏或公开窗口查看')
  expect(rests).not.toContain('暂无')
})

test('outside the opening hours the glass is black, and it wakes by itself', async ({ page }) => {
  const hours = [{ weekdays: [1], from: '09:43', to: '17:30' }]
  await open(page, signageFeed('television', 'FULL', [OUTAGE], { openingHours: hours }))
  expect(await page.evaluate(() => document.body.innerText)).toBe('')
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(0, 0, 0)')
  expect(
    await page.locator('.sg-closed').evaluate((closed) => getComputedStyle(closed).backgroundColor),
  ).toBe('rgb(0, 0, 0)')
  await pass(page, 61_000)
  await expect(page.getByRole('heading', { name: OUTAGE.title })).toBeVisible()
})

test('a notice leaves at its minute and a warning gives the glass back, also while the office is away', async ({
  page,
}) => {
  const ends = { ...OUTAGE, expiresAt: '2026-11-23T01:44:00.000Z' }
  const warning = { ...WARNING, takeoverUntil: '2026-11-23T01:43:00.000Z' }
  const give = await open(page, signageFeed('television', 'FULL', [ends, warning]))
  await expect(page.getByRole('alert')).toContainText('暴雨红色预警')
  give(null)
  await pass(page, 58_000)
  await expect(page.getByRole('alert')).toBeVisible()
  await pass(page, 3000)
  await expect(page.getByRole('heading', { name: OUTAGE.title })).toBeVisible()
  await expect(page.getByText('截至09:42')).toBeVisible()
  await pass(page, 62_000)
  await expect(page.getByRole('heading', { name: '本栏目暂无公示' })).toBeVisible()
})

test('a warning takes the glass also of a screen that stands on its safe page, whole and in lines that fit', async ({
  page,
}) => {
  const long = { ...WARNING, body: textBody(...Array.from({ length: 12 }, () => SENTENCE)) }
  await page.goto(`${board.publicOrigin}/signage/nobody`)
  await page.evaluate(async () => {
    await new Promise<void>((done, fail) => {
      const opened = indexedDB.open('board-screen-hall')
      opened.onupgradeneeded = () => opened.result.createObjectStore('kept')
      opened.onerror = () => fail(new Error('no store'))
      opened.onsuccess = () => {
        const written = opened.result.transaction('kept', 'readwrite')
        const now = performance.timeOrigin + performance.now()
        const ladder = { rung: 'SAFE', failures: {}, skipped: [], recreations: [now, now, now] }
        written.objectStore('kept').put({ ...ladder, stalls: 5, wellSince: null }, 'ladder')
        written.oncomplete = () => {
          opened.result.close()
          done()
        }
      }
    })
  })
  await open(page, signageFeed('television', 'FULL', [long]))
  const glass = page.locator('.sg-warning')
  await expect(glass).toContainText('暴雨红色预警')
  let seen = ''
  // In steps no page is shorter than: the screen's own clock runs on beside them.
  for (let seconds = 0; seconds < 300 && !seen.includes('示例县气象局'); seconds += 5) {
    seen += await glass.innerText()
    const cut = await glass.evaluate(
      (element) => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight,
    )
    expect(cut).toBe(false)
    await pass(page, 5000)
  }
  expect(seen).toContain('示例县气象局')
})

test('a clock in doubt is said, and hides nothing', async ({ page }) => {
  const hours = [{ weekdays: [7], from: '01:00', to: '02:00' }]
  await open(page, signageFeed('television', 'FULL', [OUTAGE], { clockState: 'BEHIND', openingHours: hours }))
  await expect(page.getByRole('heading', { name: OUTAGE.title })).toBeVisible()
  await expect(page.getByText('时间待校')).toBeVisible()
})

test('the picture moves a few pixels a minute and no letter leaves the glass by it', async ({ page }) => {
  await open(page, signageFeed('television', 'FULL', [OUTAGE]))
  const places = new Set<string>()
  for (let minute = 0; minute < 9; minute += 1) {
    const box = await page.locator('.sg-stage').boundingBox()
    places.add(`${String(box?.x)} ${String(box?.y)}`)
    const texts = await page.locator('.sg-title, .sg-flow, .sg-foot').evaluateAll((elements) =>
      elements.map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect()
        return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
      }),
    )
    expect(texts).not.toContain(false)
    await pass(page, 60_000)
  }
  expect(places.size).toBeGreaterThan(4)
})

test('one line moves no faster than it can be read, and nothing else moves', async ({ page }) => {
  await open(page, signageFeed('ticker', 'TICKER', [ACCOUNTS]))
  // Measured once its face is there.
  await expect
    .poll(() => page.locator('.sg-ticker p').evaluate((element) => element.getAnimations().length))
    .toBe(1)
  const line = await page.locator('.sg-ticker p').evaluate((element) => {
    const [movement] = element.getAnimations()
    const over = element.scrollWidth - (element.parentElement?.clientWidth ?? 0)
    const { duration, delay } = movement?.effect?.getComputedTiming() ?? {}
    return {
      over,
      duration: Number(duration),
      delay: Number(delay),
      size: Number.parseFloat(getComputedStyle(element).fontSize),
    }
  })
  expect(line.over).toBeGreaterThan(0)
  expect(line.delay).toBeGreaterThanOrEqual(2000)
  expect(line.over / line.size / (line.duration / 1000)).toBeLessThanOrEqual(4.05)
})

test('a damaged notice takes nothing down but itself, and what is withdrawn is gone with the next answer', async ({
  page,
}) => {
  const feed = signageFeed('television', 'FULL', [OUTAGE, NAMES])
  const [damaged] = Object.values(feed.items)
  if (damaged === undefined) throw new Error('no notice')
  Object.assign(damaged.sheet.content, { body: { type: 'doc', content: null } })
  const give = await open(page, feed)
  await expect(page.getByRole('heading', { name: NAMES.title })).toBeVisible()
  const gone = { ...NAMES, panes: [] }
  give(signageFeed('television', 'FULL', [gone, gone, OUTAGE], { version: '2' }))
  await pass(page, 61_000)
  await expect(page.getByRole('heading', { name: OUTAGE.title })).toBeVisible()
})

test('a list of three thousand rows ends after some pages and says where the whole of it is', async ({
  page,
}) => {
  await open(
    page,
    signageFeed('television', 'FULL', [
      { ...NAMES, body: tableBody(['户主', '村组', '金额'], nameRows(3000)) },
    ]),
  )
  const total = Number(await page.locator('.sg-face').getAttribute('data-pages'))
  expect(total).toBeGreaterThan(5)
  expect(total).toBeLessThanOrEqual(22)
  const pages = await walk(page, total - 1)
  check('television', pages)
  expect(pages.at(-1)?.text).toContain('全表')
  // Only the rows of the page in sight are in the document.
  expect(await page.locator('tr').count()).toBeLessThan(20)
})
