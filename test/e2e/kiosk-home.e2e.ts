import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { loadSampleOffice } from '../../server/sample/load-sample.ts'
import type { PublicShelves } from '../../server/display/shelf/views.ts'
import type { PublicPage, PublicRow } from '../../server/display/views.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { pictureBook } from '../support/journey-desk.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'

const UPRIGHT = { width: 1080, height: 1920 }
const LYING = { width: 1920, height: 1080 }

let board: RealBoard
let folder: string
/** Every notice the public may read, by index number. */
const notices = new Map<string, PublicRow>()
let shelves: PublicShelves

test.describe.configure({ mode: 'serial' })
// The checker reads the page from inside, which the board's own policy would refuse.
test.use({ bypassCSP: true, hasTouch: true, viewport: UPRIGHT })

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'board-sample-'))
  rmSync(folder, { recursive: true })
  const loaded = await loadSampleOffice(folder)
  expect(loaded.ok).toBe(true)
  board = await startRealBoard({ dataFolder: folder })
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: PublicPage = (
      await board.visitor.get<PublicPage>(`/api/public/notices${cursor && `?cursor=${cursor}`}`)
    ).body
    for (const row of page.items) notices.set(row.indexNumber, row)
    cursor = page.next
  }
  shelves = (await board.visitor.get<PublicShelves>('/api/public/units')).body
})

test.afterAll(() => board.stop())

/** Opens the first page as the next visitor finds it. */
async function begin(page: Page): Promise<void> {
  const end = page.getByRole('button', { name: '结束使用' })
  if ((await end.count()) > 0) await end.tap()
  else if (!page.url().startsWith(board.kioskUrl)) await page.goto(board.kioskUrl)
  await expect(page.locator('.contents .tile-count').first()).toBeVisible()
  await settled(page)
}

/** Nothing is asked any more, and what was asked is drawn. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('.loading')).toHaveCount(0)
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  )
}

/** Touches a link of the page by its address, as a finger does: it is pushed into sight first. */
async function touch(page: Page, href: string): Promise<void> {
  await page.locator(`main a[href="${href}"]`).first().tap()
  await expect(page).toHaveURL((url) => url.hash === href)
  await settled(page)
}

const more = (page: Page) => page.getByRole('button', { name: '再看一些', exact: true })

/** Links of the page, apart by where they lead. */
async function links(page: Page): Promise<{ notices: string[]; lists: string[] }> {
  const all = await page
    .locator('main a[href^="#/"]')
    .evaluateAll((found) => [...new Set(found.map((link) => link.getAttribute('href') ?? ''))])
  return {
    notices: all.filter((href) => href.startsWith('#/notice/')),
    lists: all.filter((href) => /^#\/(?:contents|board|unit|group|groups|all)(?:\/|$)/u.test(href)),
  }
}

const MORE = '再看一些'
type Way = readonly string[]

/** The shortest way of touches to every notice, found by looking at each page that two touches lead to. */
async function shortestWays(page: Page): Promise<Map<string, Way>> {
  const ways = new Map<string, Way>()
  const keep = (way: Way, found: readonly string[]) => {
    for (const href of found)
      if ((ways.get(href)?.length ?? 9) > way.length + 1) ways.set(href, [...way, href])
  }
  const walk = async (way: Way) => {
    await begin(page)
    for (const step of way) {
      if (step === MORE) {
        const rows = page.locator('main .row')
        const before = await rows.count()
        await more(page).tap()
        await expect(rows).not.toHaveCount(before)
      } else await touch(page, step)
    }
    return links(page)
  }
  const first = await walk([])
  keep([], first.notices)
  const next = new Set<string>()
  for (const list of first.lists) {
    const found = await walk([list])
    keep([list], found.notices)
    for (const deeper of found.lists) if (!first.lists.includes(deeper)) next.add(`${list} ${deeper}`)
    if ((await more(page).count()) > 0) next.add(`${list} ${MORE}`)
  }
  for (const pair of next) {
    const way = pair.split(' ')
    keep(way, (await walk(way)).notices)
  }
  return ways
}

test('every notice of the office is reached by a finger in at most three touches from the first page', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const ways = await shortestWays(page)
  const hrefOf = (indexNumber: string) => `#/notice/${encodeURIComponent(indexNumber)}`
  const lost = [...notices.values()].filter(({ indexNumber }) => !ways.has(hrefOf(indexNumber)))
  expect(lost.map(({ title }) => title)).toEqual([])
  const touches = { 1: 0, 2: 0, 3: 0 } as Record<number, number>
  const through: Record<string, number> = {}
  for (const { indexNumber } of notices.values()) {
    const way = ways.get(hrefOf(indexNumber)) ?? []
    expect(way.length).toBeLessThanOrEqual(3)
    touches[way.length] = (touches[way.length] ?? 0) + 1
    const place = way.length === 1 ? 'first page' : (way[0] ?? '').split('/')[1]
    through[place ?? ''] = (through[place ?? ''] ?? 0) + 1
  }
  test.info().annotations.push({ type: 'touches', description: JSON.stringify({ touches, through }) })
  process.stdout.write(`  ${notices.size} notices: ${JSON.stringify({ touches, through })}\n`)
  // Of each kind of way one is walked to its end: the notice itself stands on the glass.
  const walked = new Set<string>()
  for (const { indexNumber, title } of notices.values()) {
    const way = ways.get(hrefOf(indexNumber)) ?? []
    const kind = way.map((step) => step.split('/')[1] ?? step).join(' ')
    if (walked.has(kind)) continue
    walked.add(kind)
    await begin(page)
    for (const step of way) {
      if (step === MORE) await more(page).tap()
      else await touch(page, step)
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  }
  expect(errors).toEqual([])
})

test('the first page is whole on every glass without pushing, and looks as it should', async ({ page }) => {
  const keep = pictureBook('kiosk-home')
  for (const [name, size] of [
    ['upright', UPRIGHT],
    ['lying', LYING],
    ['small', { width: 1366, height: 768 }],
  ] as const) {
    await page.setViewportSize(size)
    await begin(page)
    const { over, rows } = await page.evaluate(() => {
      const main = document.querySelector('main')
      return {
        over: main ? [main.scrollHeight - main.clientHeight, main.scrollWidth - main.clientWidth] : [],
        rows: document.querySelectorAll('.home-newest .row').length,
      }
    })
    expect([name, over.every((pixels) => pixels <= 4)]).toEqual([name, true])
    expect(rows, name).toBeGreaterThanOrEqual(3)
    await keep(page, name)
  }
})

type Mode = {
  readonly textSize?: string
  readonly chosen?: readonly string[]
  readonly low?: boolean
}
const MODES: Readonly<Record<string, Mode>> = {
  standard: {},
  'elder mode': { chosen: ['开'] },
  'high contrast': { chosen: ['黑底高对比'] },
  '200 %': { chosen: ['200%', '加宽'] },
  'low reach': { low: true },
}

// Read by the checker; the other pages stand in accessibility.e2e.ts, and the colours are reckoned in contrast.test.ts.
const READ = new Set([
  'standard, nothing yet',
  'standard, village board',
  'standard, home',
  'high contrast, home',
  'high contrast, a display',
  'high contrast, search',
])

/** Chooses how this visitor wants the glass, by its keys. */
async function choose(page: Page, mode: Mode): Promise<void> {
  await begin(page)
  if (mode.chosen) {
    await page.getByRole('button', { name: '大字', exact: true }).tap()
    if (!mode.chosen.includes('200%')) await page.getByRole('button', { name: '100%' }).tap()
    for (const name of mode.chosen) await page.getByRole('button', { name, exact: true }).tap()
    await page.getByRole('button', { name: '收起' }).tap()
  }
  if (mode.low) await page.getByRole('button', { name: '低位' }).tap()
}

/** One page of every kind, reached without losing the visit's settings. */
function pages(): readonly (readonly [string, string])[] {
  const of = (kind: PublicRow['noticeKind']) =>
    `#/notice/${encodeURIComponent([...notices.values()].find((row) => row.noticeKind === kind)?.indexNumber ?? '')}`
  const village = shelves.units.find(({ kind }) => kind === 'VILLAGE')?.id ?? ''
  return [
    ['home', '#/'],
    ['results', '#/contents/RESULT'],
    ['nothing yet', '#/contents/PLEDGE'],
    ['village board', '#/board/VILLAGE'],
    ['government board', '#/board/GOV'],
    ['a village', `#/unit/${encodeURIComponent(village)}`],
    ['all headings', '#/groups'],
    ['a notification', of('NOTIFICATION')],
    ['a display', of('PUBLIC_DISPLAY')],
    ['an account', of('FINANCE_TABLE')],
    ['search', `#/search/${encodeURIComponent('补贴')}`],
    ['matters', '#/matters'],
    ['lists', '#/lists'],
    ['no such notice', '#/notice/none'],
  ]
}

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
  await settled(page)
  await page.locator('main').evaluate((main) => main.scrollTo({ top: 0, behavior: 'instant' }))
}

/** Controls on the glass with their places; what the page keeps out of sight is none. */
async function controls(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary, select')]
      .filter((one) => one.checkVisibility() && !one.closest('[inert]'))
      .map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect()
        const name = `${one.tagName} ${one.className} ${(one.textContent ?? '').slice(0, 20)}`
        return { name, x, y, width, height, inPage: one.closest('main') !== null }
      }),
  )
}

for (const [name, mode] of Object.entries(MODES)) {
  test(`in ${name} every page keeps large targets, loses nothing and can be used by everybody`, async ({
    page,
  }) => {
    const least = mode.chosen?.includes('开') ? 60 : 44
    const keep = pictureBook('kiosk-modes')
    for (const size of [UPRIGHT, LYING]) {
      await page.setViewportSize(size)
      await choose(page, mode)
      for (const [state, hash] of pages()) {
        const where = `${name}, ${state}, ${String(size.width)} px`
        await go(page, hash)
        const found = await controls(page)
        const small = found.filter((one) => Math.min(one.width, one.height) < least - 0.5)
        expect(
          small.map((one) => [one.name, one.width, one.height]),
          where,
        ).toEqual([])
        const sideways = await page.evaluate(() =>
          [document.documentElement, document.querySelector('main')].map((box) =>
            box ? box.scrollWidth - box.clientWidth : 0,
          ),
        )
        expect(sideways, where).toEqual([0, 0])
        if (mode.low) {
          // A page begins within reach, and whatever is pushed up can be drawn down again.
          const high = found.filter((one) => one.y < size.height * 0.6 - 1)
          expect(
            high.map((one) => [one.name, one.y]),
            where,
          ).toEqual([])
        }
        if (size === UPRIGHT && READ.has(`${name}, ${state}`)) {
          await expectAccessible(page, where, { strictContrast: true })
        }
        if (state === 'home' || state === 'a display')
          await keep(page, `${name} ${state} ${String(size.width)}`)
      }
    }
  })
}

test('in low reach every key of the panel of display settings is within reach too, on every glass', async ({
  page,
}) => {
  for (const size of [UPRIGHT, LYING, { width: 1366, height: 768 }]) {
    await page.setViewportSize(size)
    await choose(page, { low: true })
    await page.getByRole('button', { name: '大字', exact: true }).tap()
    await expect(page.locator('.display')).toBeVisible()
    // By their middle: on the smallest glass the panel's two rows fill what the foot leaves.
    const high = (await controls(page)).filter(
      (one) => !one.inPage && one.y + one.height / 2 < size.height * 0.6,
    )
    expect(
      high.map((one) => [one.name, one.y]),
      String(size.width),
    ).toEqual([])
  }
})

test('the five keys stand at the same place on every page, and the way home and back above them', async ({
  page,
}) => {
  for (const size of [UPRIGHT, LYING]) {
    await page.setViewportSize(size)
    await begin(page)
    const places = () =>
      page.locator('nav.keys button').evaluateAll((keys) =>
        keys.map((key) => {
          const { x, y, width, height } = key.getBoundingClientRect()
          return [x, y, width, height].map(Math.round)
        }),
      )
    const first = await places()
    expect(first).toHaveLength(5)
    for (const [state, hash] of pages().slice(1)) {
      await go(page, hash)
      expect(await places(), state).toEqual(first)
      await expect(page.getByRole('button', { name: '首页', exact: true })).toBeVisible()
      await expect(page.getByRole('button', { name: '返回' })).toBeVisible()
    }
  }
})

test('a keyboard alone leads from the search to a notice and back, and shows where it is', async ({
  page,
}) => {
  await begin(page)
  await page.getByRole('searchbox').focus()
  const order: string[] = []
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const one = document.activeElement
      const outline = one ? getComputedStyle(one) : null
      return {
        part: one?.closest('.find, .contents, .boards, .home-newest, .foot')?.className ?? '',
        seen:
          outline !== null && outline.outlineStyle !== 'none' && Number.parseFloat(outline.outlineWidth) >= 3,
      }
    })
    if (at.part === '') break
    expect(at.seen, at.part).toBe(true)
    if (order.at(-1) !== at.part) order.push(at.part)
  }
  expect(order).toEqual(['find', 'contents', 'boards', 'home-newest sheet', 'foot'])
  await page.getByRole('link', { name: /办事结果/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '办事结果' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/notice\//)
  await page.getByRole('button', { name: '返回' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '办事结果' })).toBeVisible()
})
