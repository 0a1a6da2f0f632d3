import { rmSync } from 'node:fs'
import { expect, test, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { pino } from 'pino'
import { startBoardServer } from '../../server/start.ts'
import { pictureBook } from '../support/journey-desk.ts'
import { stockBoard, type StockedBoard } from '../support/journey-board.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { OFFICE } from '../support/test-board.ts'

const GLASSES = {
  upright: { width: 1080, height: 1920 },
  lying: { width: 1920, height: 1080 },
} as const

let board: RealBoard
let stock: StockedBoard
const errors: string[] = []
const asked = new Set<string>()

test.describe.configure({ mode: 'serial' })
test.use({ hasTouch: true })

test.beforeAll(async () => {
  board = await startRealBoard()
  stock = await stockBoard(board)
})

test.afterAll(async () => {
  await board.close()
  rmSync(board.dataFolder, { recursive: true, force: true })
})

test.beforeEach(async ({ page }) => {
  await page.setViewportSize(GLASSES.upright)
  await page.clock.install({ time: new Date(board.clock.now()) })
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
})

function address(indexNumber: string | null): string {
  return `${board.kioskUrl}#/notice/${encodeURIComponent(indexNumber ?? '')}`
}

function key(page: Page, name: string): Locator {
  return page.locator('.foot').getByRole('button', { name, exact: true })
}

async function fontSize(place: Locator): Promise<number> {
  return await place.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
}

/** Nothing sticks out sideways, and the five keys stand inside the glass and are as large as a thumb. */
async function expectFitsGlass(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const root = document.documentElement
    const main = document.querySelector('main')
    return Math.max(root.scrollWidth - root.clientWidth, main ? main.scrollWidth - main.clientWidth : 0)
  })
  expect(wide).toBeLessThanOrEqual(0)
  const glass = page.viewportSize() ?? GLASSES.upright
  const keys = await page.locator('nav.keys button').all()
  expect(keys).toHaveLength(5)
  for (const one of keys) {
    const box = await one.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(80)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(glass.height)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(glass.width)
  }
}

for (const [name, glass] of Object.entries(GLASSES)) {
  test(`on a glass ${glass.width}×${glass.height} home, list, notice and search fit and read well`, async ({
    page,
  }) => {
    const keep = pictureBook(`kiosk-${name}`)
    await page.setViewportSize(glass)
    await page.goto(board.kioskUrl)
    await expect(page.getByRole('heading', { level: 1, name: OFFICE.name })).toBeVisible()
    await expect(page.getByRole('term').filter({ hasText: '电话' })).toBeVisible()
    // The whole first page is on the glass at once: nobody has to push it to find a group.
    await expect(page.getByText('下面还有')).toHaveCount(0)
    await expectFitsGlass(page)
    await keep(page, 'home')

    await page
      .getByRole('navigation', { name: '公开栏目' })
      .getByRole('link')
      .filter({ hasText: /[1-9]\d* 条/ })
      .first()
      .click()
    await expect(page.getByRole('listitem').filter({ hasText: '财务收支公示' })).toBeVisible()
    await expectFitsGlass(page)
    await keep(page, 'group')

    await page.getByRole('link', { name: /低保金发放明细/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('低保金')
    await expectFitsGlass(page)
    await keep(page, 'notice')

    await page.goto(`${board.kioskUrl}#/search/${encodeURIComponent('公开')}`)
    await expect(page.locator('mark').first()).toHaveText('公开')
    expect(await fontSize(page.locator('.row-title').first())).toBeGreaterThanOrEqual(30)
    await expectFitsGlass(page)
    await keep(page, 'search')
  })
}

test('three touches lead from the first page to a notice', async ({ page }) => {
  await page.goto(board.kioskUrl)
  const touches = [
    page
      .getByRole('navigation', { name: '公开栏目' })
      .getByRole('link')
      .filter({ hasText: /[1-9]\d* 条/ })
      .first(),
    page.getByRole('link', { name: /垃圾清运时间表/ }),
  ]
  for (const place of touches) await place.click()
  await expect(page.getByText('每周二、周五清运。')).toBeVisible()
  expect(touches.length).toBeLessThanOrEqual(3)
  await key(page, '返回').click()
  await expect(page.getByRole('link', { name: /垃圾清运时间表/ })).toBeVisible()
  await key(page, '首页').click()
  await expect(page.getByRole('heading', { level: 1, name: OFFICE.name })).toBeVisible()
})

test('a word of two characters is found in a text, whether typed in simplified or traditional', async ({
  page,
}) => {
  await page.goto(board.kioskUrl)
  for (const word of ['清运', '清運']) {
    await page.getByRole('searchbox', { name: '查找公开信息' }).fill(word)
    await page.getByRole('button', { name: '查找', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`查找“${word}”`)
    await expect(page.getByRole('link', { name: /垃圾清运时间表/ })).toBeVisible()
  }
})

test('a search that finds nothing offers shorter words, the groups and whom to ask', async ({ page }) => {
  await page.goto(board.kioskUrl)
  await page.getByRole('searchbox').fill('垃圾清运费标准')
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('heading', { level: 1, name: '没有找到含“垃圾清运费标准”的信息' }),
  ).toBeVisible()
  await expect(page.getByText(`还找不到，请问服务窗口：${OFFICE.telephone}`)).toBeVisible()
  await expect(page.getByRole('heading', { name: '按栏目找' })).toBeVisible()
  await pictureBook('kiosk-nothing-found')(page, 'search')
  await page.getByRole('link', { name: '垃圾', exact: true }).click()
  await expect(page.getByRole('link', { name: /垃圾清运时间表/ })).toBeVisible()
})

test('the text grows to twice the standard and comes back to it, and still fits', async ({ page }) => {
  await page.goto(address(stock.wide.indexNumber))
  const text = page.locator('.notice-text p').first()
  const standard = await fontSize(text)
  await key(page, '大字').click()
  expect(await fontSize(text)).toBeCloseTo(standard * 1.3, 0)
  await expectFitsGlass(page)
  await key(page, '更大').click()
  expect(await fontSize(text)).toBeCloseTo(standard * 1.6, 0)
  await expectFitsGlass(page)
  await pictureBook('kiosk-largest')(page, 'notice')
  await key(page, '最大').click()
  expect(await fontSize(text)).toBeCloseTo(standard * 2, 0)
  await expectFitsGlass(page)
  await key(page, '首页').click()
  await expectFitsGlass(page)
  await pictureBook('kiosk-largest')(page, 'home')
  await key(page, '标准字').click()
  await page.goto(address(stock.wide.indexNumber))
  expect(await fontSize(text)).toBeCloseTo(standard, 0)
})

test('labels change to English and Mongolian and back, the documents stay as they are', async ({ page }) => {
  await page.goto(address(stock.revised.indexNumber))
  await key(page, 'English').click()
  await expect(page.getByRole('button', { name: 'Home', exact: true })).toBeVisible()
  await expect(page.getByText('每周二、周五清运。')).toBeVisible()
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Newest' })).toBeVisible()
  await pictureBook('kiosk-english')(page, 'home')
  await page.getByRole('button', { name: 'ᠮᠣᠩᠭᠣᠯ' }).click()
  await expect(page.getByRole('heading', { name: 'ᠰᠢᠨ᠎ᠡ ᠮᠡᠳᠡᠭᠡ' })).toBeVisible()
  await expectFitsGlass(page)
  await pictureBook('kiosk-mongolian')(page, 'home')
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.getByRole('heading', { name: '最新公开' })).toBeVisible()
})

test('a glass left alone warns, can be kept, and then forgets the visitor', async ({ page }) => {
  await page.goto(`${board.kioskUrl}#/search/${encodeURIComponent('清运')}`)
  await key(page, '大字').click()
  await key(page, 'English').click()
  await page.getByRole('link', { name: /垃圾清运时间表/ }).click()
  await expect(page.getByText('每周二、周五清运。')).toBeVisible()
  await page.clock.fastForward(82_000)
  const warning = page.getByRole('alertdialog')
  await expect(warning).toBeVisible()
  await pictureBook('kiosk-idle')(page, 'warning')
  // A bare touch: the warning goes at the first sign of a finger, before a click could be complete.
  const box = await warning.getByRole('button').boundingBox()
  await page.touchscreen.tap((box?.x ?? 0) + 20, (box?.y ?? 0) + 20)
  await expect(warning).toBeHidden()
  await expect(page.getByText('每周二、周五清运。')).toBeVisible()
  await page.clock.fastForward(91_000)
  await expect(page.getByRole('heading', { level: 1, name: OFFICE.name })).toBeVisible()
  await expect(key(page, '大字')).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(warning).toBeHidden()
  // Nothing to go back to, and no key that would say there was.
  await expect(key(page, '返回')).toHaveCount(0)
})

test('a wide table moves in its own frame and the page stays', async ({ page }) => {
  await page.goto(address(stock.wide.indexNumber))
  const frame = page.getByRole('region', { name: '表格' })
  await expect(page.getByText('表格较宽，可以左右移动')).toBeVisible()
  const far = frame.getByText('备注3')
  await expect(far).not.toBeInViewport()
  for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: '向右' }).click()
  await expect(far).toBeInViewport()
  await expectFitsGlass(page)
})

test('nothing on the glass leads away from the board', async ({ page, context }) => {
  await page.goto(address(stock.wide.indexNumber))
  await expect(page.getByText('县政府网站（https://example.invalid/list）')).toBeVisible()
  const links = await page
    .locator('a')
    .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href))
  for (const link of links) expect(link.startsWith(`${board.publicOrigin}/`)).toBe(true)
  await page.getByText('县政府网站').click()
  expect(context.pages()).toHaveLength(1)
  expect(new URL(page.url()).origin).toBe(board.publicOrigin)
  const menu = await page
    .getByText('县政府网站')
    .evaluate((element) =>
      element.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
    )
  expect(menu).toBe(false)
})

test('a picture opens in the page, other files are handed over whole and cleaned', async ({ page }) => {
  await page.goto(address(stock.files.indexNumber))
  const picture = page.getByRole('listitem').filter({ hasText: '收支票据.png' })
  await picture.getByRole('button', { name: '看图片' }).click()
  const image = picture.getByRole('img', { name: '收支票据.png' })
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(320)
  await pictureBook('kiosk-files')(page, 'open')
  await picture.getByRole('button', { name: '关闭图片' }).click()
  await expect(image).toHaveCount(0)
  for (const name of ['收支明细.xlsx', '年度决算.pdf']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('listitem').filter({ hasText: name }).getByRole('link', { name: '保存文件' }).click(),
    ])
    expect(download.suggestedFilename()).toBe(name)
    expect(await download.failure()).toBeNull()
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText('财务收支公示')
})

test('an old edition says that it is old and leads to the one in force', async ({ page }) => {
  const old = stock.revised.editions.find((edition) => edition.editionNumber === 1)
  await page.goto(`${board.kioskUrl}#/edition/${old?.hash ?? ''}`)
  await expect(page.getByText('您看的是第 1 版，已被第 2 版替代。')).toBeVisible()
  await expect(page.getByText('每周一、周四清运。')).toBeVisible()
  await pictureBook('kiosk-superseded')(page, 'edition')
  await page.getByRole('link', { name: '看现行版' }).click()
  await expect(page.getByText('每周二、周五清运。')).toBeVisible()
  await expect(page.getByText('您看的是第 1 版，已被第 2 版替代。')).toHaveCount(0)
})

test('a withdrawn notice leaves a page with date and reason, and its text, files and search entry are gone', async ({
  page,
}) => {
  await page.goto(address(stock.withdrawn.indexNumber))
  await expect(page.getByText('这条信息已撤下')).toBeVisible()
  await expect(page.getByText('上级要求撤下')).toBeVisible()
  await expect(page.getByText('名单有误，更正后另行公布。')).toBeVisible()
  await expect(page.getByText('改造对象三户')).toHaveCount(0)
  await page.goto(`${board.kioskUrl}#/search/${encodeURIComponent('危房')}`)
  await expect(page.getByText('没有找到含“危房”的信息')).toBeVisible()
  const hash = stock.withdrawn.editions[0]?.hash ?? ''
  const file = stock.withdrawn.attachments[0]?.id ?? ''
  for (const path of [`/api/public/editions/${hash}`, `/api/public/editions/${hash}/attachments/${file}`]) {
    expect((await page.request.get(board.publicOrigin + path)).status()).toBeGreaterThanOrEqual(400)
  }
})

test('nothing unpublished can be reached by any address of the glass', async ({ page }) => {
  const hash = stock.submitted.submission?.hash ?? ''
  const { id, attachmentId } = stock.draft
  const published = stock.document.editions[0]?.hash ?? ''
  for (const path of [
    `/api/public/editions/${hash}`,
    `/api/public/editions/${hash}/sheet`,
    `/api/public/editions/${published}/attachments/${attachmentId}`,
    `/api/public/notice?index=${id}`,
    `/api/desk/notices/${id}`,
    `/api/desk/notices/${id}/attachments/${attachmentId}`,
    `/api/desk/status`,
    `/desk/`,
    `/open?key=${board.launchSecret}`,
  ]) {
    const answer = await page.request.get(board.publicOrigin + path, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(404)
    expect(await answer.text()).not.toContain('张三')
  }
  for (const word of ['停电', '张三', '13800138000']) {
    await page.goto(`${board.kioskUrl}#/search/${encodeURIComponent(word)}`)
    await expect(page.getByText(`没有找到含“${word}”的信息`)).toBeVisible()
  }
  await page.goto(address('990000/2026-99999'))
  await expect(page.getByRole('heading', { name: '没有这条信息' })).toBeVisible()
  await page.goto(`${board.publicOrigin}/sheet/?notice=${id}&of=draft`)
  await expect(page.locator('body')).not.toContainText('张三')
})

async function restart(): Promise<void> {
  const { dataFolder, clock, deskPort, publicPort } = board
  const rendererFolder = new URL('../../out/renderer', import.meta.url).pathname
  const logger = pino({ level: 'silent' })
  const again = await startBoardServer({ dataFolder, clock, deskPort, publicPort, logger, rendererFolder })
  if (!again.ok) throw new Error(again.code)
  board = { ...board, ...again.value }
}

async function openedWhileAway(context: BrowserContext): Promise<Page> {
  const late = await context.newPage()
  await late.setViewportSize(GLASSES.upright)
  await late.goto(board.kioskUrl)
  await late.clock.install({ time: new Date(board.clock.now()) })
  return late
}

test('while the office computer is silent the glass keeps its page, says so, and comes back by itself', async ({
  page,
  context,
}) => {
  await page.goto(address(stock.revised.indexNumber))
  await expect(page.getByText('每周二、周五清运。')).toBeVisible()
  const late = await openedWhileAway(context)
  await board.close()
  await page.clock.fastForward(31_000)
  await expect(page.getByText(/屏幕暂时连不上办公电脑，显示的是 09:42 的内容/)).toBeVisible()
  await expect(page.getByText('每周二、周五清运。')).toBeVisible()
  await pictureBook('kiosk-offline')(page, 'notice')
  await late.getByRole('searchbox').fill('清运')
  await late.keyboard.press('Enter')
  await expect(late.getByRole('heading', { name: '屏幕暂时连不上办公电脑' })).toBeVisible()
  await pictureBook('kiosk-offline')(late, 'empty')
  await restart()
  await page.clock.fastForward(6_000)
  await expect(page.getByText(/屏幕暂时连不上办公电脑/)).toHaveCount(0)
  await late.clock.fastForward(6_000)
  await expect(late.getByRole('link', { name: /垃圾清运时间表/ })).toBeVisible()
})

test('on the whole way no page met an error or asked anybody but the board', () => {
  expect(errors).toEqual([])
  expect([...asked]).toEqual([board.publicOrigin])
})
