import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test'
import { wideTable } from '../support/journey-board.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { PASSWORD, setUpOffice, type Staff } from '../support/test-board.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import type { VisitLog } from '../../server/kiosk/views.ts'

const PIN = '704815'
const SECRET = '某家低保'

let board: RealBoard
let staff: Staff
let wide: NoticeDetail
let glass: string

test.describe.configure({ mode: 'serial' })
test.use({ hasTouch: true, viewport: { width: 1080, height: 1920 } })

test.beforeAll(async () => {
  board = await startRealBoard()
  glass = `${board.kioskUrl}?glass=1`
  staff = await setUpOffice(board.openDesk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const publish = async (title: string, body: ReturnType<typeof paragraphs>) => {
    const { id, revision } = await writeDraft(staff.handler, { title, body, catalogueItemId })
    return await publishDraft(staff, id, revision)
  }
  wide = await publish('河西村2026年10月低保金发放明细', wideTable())
  await publish('河西村垃圾清运时间表', paragraphs('每周一、周四清运。'))
  await staff.administrator.json('PUT', '/api/desk/kiosk/pin', { pin: PIN, password: PASSWORD })
  await staff.administrator.json('PUT', '/api/desk/kiosk/settings', {
    ...{ idleSeconds: 60, warningSeconds: 20, attract: true, readingRoom: true },
  })
})

test.afterAll(async () => {
  await board.stop()
})

async function openGlass(page: Page, address = glass): Promise<void> {
  await page.clock.install({ time: new Date(board.clock.now()) })
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: '示例县云溪镇人民政府' })).toBeVisible()
}

/** A visitor reads a notice in English and large, and leaves something everywhere a browser keeps things. */
async function leaveTraces(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /河西村2026年10月低保金发放明细/ })
    .first()
    .tap()
  await expect(page.getByRole('heading', { name: '河西村2026年10月低保金发放明细' })).toBeVisible()
  await page.getByRole('button', { name: 'English', exact: true }).tap()
  await page.evaluate((secret) => {
    window.localStorage.setItem('left', secret)
    window.sessionStorage.setItem('left', secret)
    document.cookie = 'left=1; path=/'
    document.querySelector('main')?.scrollTo({ top: 300, behavior: 'instant' })
  }, SECRET)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  // Scrolling is told with the next picture; told later it would be a sign of life in the middle of the quiet.
  await page.mouse.wheel(0, 1)
  await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } })
}

/** Nothing of the last visitor is on the glass, behind it, or in the browser. */
async function expectNothingLeft(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await expect(page.getByRole('heading', { level: 1, name: '示例县云溪镇人民政府' })).toBeAttached()
  await expect.poll(async () => page.evaluate(() => document.cookie)).not.toContain('left')
  const left = await page.evaluate(() => ({
    hash: window.location.hash,
    zoom: document.documentElement.style.getPropertyValue('--zoom'),
    stored: [...Object.keys(window.localStorage), ...Object.keys(window.sessionStorage)].filter(
      (name) => !name.startsWith('board-'),
    ),
    selected: String(window.getSelection()),
    focused: document.activeElement?.matches('input, textarea') ?? false,
    scroll: document.querySelector('main')?.scrollTop ?? 0,
    glass: window.sessionStorage.getItem('board-glass'),
  }))
  expect(left).toEqual({
    ...{ hash: '#/', zoom: '1', stored: [], selected: '', focused: false, scroll: 0, glass: '1' },
  })
  // The keyboard's and the mouse's way back leads nowhere.
  await page.evaluate(() => window.history.back())
  await expect(page.getByRole('heading', { level: 1, name: '示例县云溪镇人民政府' })).toBeAttached()
  expect(await page.evaluate(() => window.location.hash)).toBe('#/')
}

test.describe('A visit ends and leaves nothing', () => {
  test('after the idle time, with a countdown that any touch stops and without pressing what lay under it', async ({
    page,
  }) => {
    await openGlass(page)
    await leaveTraces(page)
    await page.clock.runFor(45_000)
    await expect(page.getByRole('alertdialog')).toContainText('15')
    await page.touchscreen.tap(540, 1000)
    await expect(page.getByRole('alertdialog')).toHaveCount(0)
    await expect(page.getByRole('heading', { name: '河西村2026年10月低保金发放明细' })).toBeVisible()
    await page.clock.runFor(61_000)
    await expectNothingLeft(page)
  })

  test('by the key 结束使用, at once; afterwards nobody is counted down', async ({ page }) => {
    await openGlass(page)
    await leaveTraces(page)
    await page.locator('.way-end').tap()
    await expectNothingLeft(page)
    await page.clock.runFor(55_000)
    await expect(page.getByRole('alertdialog')).toHaveCount(0)
  })

  test('on the first page too, when only the language was changed, and an empty hall sees titles pass that one touch ends', async ({
    page,
  }) => {
    await openGlass(page)
    await page.getByRole('button', { name: 'English', exact: true }).tap()
    await page.clock.runFor(61_000)
    await expectNothingLeft(page)
    await page.clock.runFor(21_000)
    const attract = page.locator('.attract')
    await expect(attract).toContainText('触摸屏幕开始查询')
    await expect(attract).toContainText('河西村')
    await page.clock.runFor(600_000)
    await expect(attract).toBeVisible()
    await expect(page.getByRole('alertdialog')).toHaveCount(0)
    await page.touchscreen.tap(540, 900)
    await expect(attract).toHaveCount(0)
    expect(await page.evaluate(() => window.location.hash)).toBe('#/')
  })

  test('when the page is loaded again, and when another address of the kiosk is opened in the same window', async ({
    page,
  }) => {
    await openGlass(page)
    await leaveTraces(page)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: '示例县云溪镇人民政府' })).toBeVisible()
    expect(await page.evaluate(() => window.location.hash)).toBe('#/')
    await page.goto(`${board.kioskUrl}#/search/${encodeURIComponent(SECRET)}`)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: '示例县云溪镇人民政府' })).toBeVisible()
    expect(await page.evaluate(() => window.location.hash)).toBe('#/')
  })

  test('although the clock of the screen is set forward or back meanwhile: that neither ends nor prolongs it', async ({
    page,
  }) => {
    await openGlass(page)
    await leaveTraces(page)
    await page.clock.setSystemTime(new Date('2031-01-01T00:00:00Z'))
    await page.clock.runFor(30_000)
    await expect(page.getByRole('heading', { name: '河西村2026年10月低保金发放明细' })).toBeVisible()
    await expect(page.getByRole('alertdialog')).toHaveCount(0)
    await page.clock.setSystemTime(new Date('2001-01-01T00:00:00Z'))
    await page.clock.runFor(31_000)
    await expectNothingLeft(page)
  })

  test('although the office’s computer is away, and a second window shows nothing of the first', async ({
    page,
    context,
  }) => {
    await openGlass(page)
    await leaveTraces(page)
    const second = await context.newPage()
    await second.goto(glass)
    await expect(second.locator('html')).toHaveAttribute('lang', 'zh-Hans')
    expect(await second.evaluate(() => window.location.hash)).toBe('#/')
    await second.close()
    await page.bringToFront()
    await page.route('**/api/**', (route) => route.abort())
    await page.clock.runFor(61_000)
    await expectNothingLeft(page)
  })

  test('under an emergency notice too: when it is over, the next visitor finds the first page', async ({
    page,
  }) => {
    await openGlass(page)
    await leaveTraces(page)
    const hash = wide.submission?.hash ?? ''
    const edition: unknown = await (await fetch(`${board.publicOrigin}/api/public/editions/${hash}`)).json()
    const asOf = board.clock.now()
    let held = true
    await page.route('**/api/public/emergency', async (route) =>
      route.fulfill({
        json: { asOf, takeovers: held ? [{ until: '2026-11-24T00:00:00.000Z', edition }] : [] },
      }),
    )
    // A question still on its way when the notice came or went brings the old answer: the next one counts.
    const asksUntil = async (count: number): Promise<void> =>
      expect(async () => {
        await page.clock.runFor(6000)
        await expect(page.locator('.takeover')).toHaveCount(count, { timeout: 500 })
      }).toPass({ timeout: 15_000 })
    await asksUntil(1)
    await page.clock.runFor(61_000)
    held = false
    await asksUntil(0)
    await expectNothingLeft(page)
  })

  test('when the browser is killed and started again over the same profile', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'glass-profile-'))
    const open = async (): Promise<BrowserContext> =>
      chromium.launchPersistentContext(profile, {
        ...(process.env['BOARD_CHROMIUM'] ? { executablePath: process.env['BOARD_CHROMIUM'] } : {}),
        args: ['--no-sandbox', '--disable-gpu'],
        hasTouch: true,
        locale: 'zh-CN',
      })
    try {
      const before = await open()
      const page = before.pages()[0] ?? (await before.newPage())
      await page.goto(glass)
      await leaveTraces(page)
      const cdp = await before.newCDPSession(page)
      // The browser dies as by a power cut: no page is told.
      await Promise.allSettled([cdp.send('Browser.crash'), before.close()])
      const after = await open()
      const again = await after.newPage()
      await again.goto(glass)
      await expect(again.getByRole('heading', { level: 1, name: '示例县云溪镇人民政府' })).toBeVisible()
      expect(await again.evaluate(() => window.location.hash)).toBe('#/')
      expect(await again.evaluate(() => window.localStorage.getItem('left'))).toBeNull()
      await after.close()
    } finally {
      rmSync(profile, { recursive: true, force: true })
    }
  })
})

test.describe('From the glass', () => {
  test('nothing leads out: menu, selection, drag, zoom, printing, windows, files, links, keys', async ({
    page,
    context,
  }) => {
    const seen: string[] = []
    context.on('page', (opened) => seen.push(`window ${opened.url()}`))
    page.on('download', (file) => seen.push(`download ${file.url()}`))
    page.on('dialog', (dialog) => seen.push(`dialog ${dialog.type()}`))
    page.on('filechooser', () => seen.push('file chooser'))
    await openGlass(page)
    await page
      .getByRole('link', { name: /河西村2026年10月低保金发放明细/ })
      .first()
      .tap()
    await expect(page.getByRole('heading', { name: '河西村2026年10月低保金发放明细' })).toBeVisible()
    const here = page.url()

    const refused = await page.evaluate(() => {
      const tried = (target: EventTarget, event: Event): boolean => !target.dispatchEvent(event)
      const body = document.querySelector('main') ?? document.body
      const init = { bubbles: true, cancelable: true }
      const touch = (identifier: number) =>
        new Touch({ identifier, target: body, clientX: identifier * 50, clientY: 50 })
      const link = Object.assign(document.createElement('a'), {
        href: 'https://example.invalid/',
        target: '_blank',
        download: 'x',
      })
      const file = Object.assign(document.createElement('input'), { type: 'file' })
      body.append(link, file)
      const found = {
        menu: tried(body, new MouseEvent('contextmenu', init)),
        select: tried(body, new Event('selectstart', init)),
        drag: tried(body, new DragEvent('dragstart', init)),
        drop: tried(body, new DragEvent('drop', init)),
        copy: tried(body, new ClipboardEvent('copy', init)),
        paste: tried(body, new ClipboardEvent('paste', init)),
        wheelZoom: tried(body, new WheelEvent('wheel', { ...init, ctrlKey: true })),
        pinch: tried(body, new TouchEvent('touchmove', { ...init, touches: [touch(1), touch(2)] })),
        middle: tried(body, new MouseEvent('auxclick', { ...init, button: 1 })),
        mouseBack: tried(body, new MouseEvent('mouseup', { ...init, button: 3 })),
        link: tried(link, new MouseEvent('click', init)),
        file: tried(file, new MouseEvent('click', init)),
        submit: tried(body, new SubmitEvent('submit', init)),
        scroll: tried(body, new WheelEvent('wheel', init)),
        oneFinger: tried(body, new TouchEvent('touchmove', { ...init, touches: [touch(1)] })),
        opened: window.open('https://example.invalid/') !== null,
        touchAction: getComputedStyle(body).touchAction,
        selectable: getComputedStyle(body).userSelect,
      }
      window.print()
      link.remove()
      file.remove()
      return found
    })
    expect(refused).toEqual({
      ...{ menu: true, select: true, drag: true, drop: true, copy: true, paste: true, wheelZoom: true },
      ...{ pinch: true, middle: true, mouseBack: true, link: true, file: true, submit: true },
      ...{ scroll: false, oneFinger: false, opened: false, touchAction: 'pan-x pan-y', selectable: 'none' },
    })

    for (const keys of [
      ...[
        'F1',
        'F5',
        'F6',
        'F7',
        'F11',
        'F12',
        'Control+r',
        'Control+p',
        'Control+s',
        'Control+o',
        'Control+n',
      ],
      ...[
        'Control+t',
        'Control+w',
        'Control+u',
        'Control+l',
        'Control+j',
        'Control+h',
        'Control+d',
        'Control+f',
      ],
      ...[
        'Control+Shift+i',
        'Control+Shift+j',
        'Control+Shift+c',
        'Control+Shift+n',
        'Control+=',
        'Control+0',
      ],
      ...['Alt+ArrowLeft', 'Alt+Home', 'Alt+d', 'Backspace', 'Control+a', 'Control+c', 'Control+v'],
    ]) {
      await page.keyboard.press(keys)
    }
    expect(page.url()).toBe(here)
    // An address outside of the notice is words, not a link.
    await expect(page.getByText('县政府网站')).toBeVisible()
    expect(await page.locator('main a:not([href^="#"])').count()).toBe(0)
    await page.evaluate(() => window.history.back())
    await expect(page.getByRole('heading', { name: '河西村2026年10月低保金发放明细' })).toBeVisible()
    expect(seen).toEqual([])
    expect(context.pages()).toHaveLength(1)

    await page.emulateMedia({ media: 'print' })
    const paper = await page.evaluate(() => ({
      shown: [...document.body.children].filter((element) => getComputedStyle(element).display !== 'none')
        .length,
      words: getComputedStyle(document.body, '::before').content,
    }))
    expect(paper).toEqual({ shown: 0, words: '"示例县云溪镇人民政府"' })
  })

  test('no file is saved even when its address is opened as a page, while a phone may save it', async ({
    page,
    browser,
  }) => {
    await openGlass(page)
    const answer = await page.goto(`${board.publicOrigin}/api/public/home`)
    expect(answer?.status()).toBe(404)
    const phone = await browser.newPage({ viewport: { width: 390, height: 844 } })
    expect((await phone.goto(`${board.publicOrigin}/api/public/home`))?.status()).toBe(200)
    await phone.goto(`${board.kioskUrl}#/notice/${encodeURIComponent(wide.indexNumber ?? '')}`)
    await expect(phone.getByRole('heading', { name: '河西村2026年10月低保金发放明细' })).toBeVisible()
    expect(await phone.evaluate(() => document.documentElement.dataset['glass'])).toBeUndefined()
    await phone.close()
  })
})

test('Staff get in by holding the office’s name and the PIN, see what is locked, and the log says so', async ({
  page,
}) => {
  await openGlass(page)
  const name = await page.locator('.head-name').boundingBox()
  await page.mouse.move((name?.x ?? 0) + 20, (name?.y ?? 0) + 20)
  await page.mouse.down()
  await page.clock.runFor(4000)
  await expect(page.getByRole('dialog', { name: '设备维护' })).toHaveCount(0)
  await page.clock.runFor(1100)
  await page.mouse.up()
  await expect(page.getByRole('dialog', { name: '设备维护' })).toBeVisible()
  for (const digit of '111111') await page.getByRole('button', { name: digit, exact: true }).tap()
  await page.getByRole('button', { name: '确定' }).tap()
  await expect(page.getByRole('alert').filter({ hasText: '还可以试 4 次' })).toBeVisible()
  for (const digit of PIN) await page.getByRole('button', { name: digit, exact: true }).tap()
  await page.getByRole('button', { name: '确定' }).tap()
  await page.getByRole('button', { name: /^自检/ }).tap()
  await expect(page.getByText('系统按键和任务切换')).toBeVisible()
  await expect(page.locator('.check li', { hasText: '系统按键' })).toHaveAttribute('data-state', 'UNSEEN')
  await page.getByRole('button', { name: '返回', exact: true }).last().tap()
  await page.getByRole('button', { name: /^退出触摸屏/ }).tap()
  await expect(page.getByText('网页不能关闭浏览器')).toBeVisible()
  await page.getByRole('button', { name: '关闭' }).tap()
  const kinds = board.deps.store.read.kiosk.events(null).map(({ kind }) => kind)
  expect(kinds.slice(0, 4)).toEqual(['LEAVE_KIOSK', 'SELF_CHECK', 'PIN_RIGHT', 'PIN_WRONG'])
})

test('In the reading room a visit is noted by one touch, and a print waits for the clerk', async ({
  page,
}) => {
  await openGlass(page)
  await page.getByRole('button', { name: '查询室' }).tap()
  await page.getByRole('button', { name: '了解和监督' }).tap()
  await page
    .getByRole('link', { name: /河西村2026年10月低保金发放明细/ })
    .first()
    .tap()
  await page.getByRole('button', { name: '请工作人员打印' }).tap()
  await expect(page.getByText('请到服务台')).toBeVisible()
  const day = board.clock.now().slice(0, 10)
  const log = await staff.handler.get<VisitLog>(`/api/desk/reading-room/visits?from=${day}&to=${day}`)
  expect(log.body.visits).toMatchObject([
    { purpose: 'SUPERVISION', materials: [{ indexNumber: wide.indexNumber }], sheets: [{ outcome: null }] },
  ])
  await page.locator('.way-end').tap()
  await expectNothingLeft(page)
  await expect(page.getByText('请到服务台')).toHaveCount(0)
})
