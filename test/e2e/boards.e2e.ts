import { expect, test, type Locator, type Page } from '@playwright/test'
import sharp from 'sharp'
import type { UnitView } from '../../server/office/unit-views.ts'
import type { BoardView, PostingView } from '../../server/posting/views.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { publishDisplay } from '../support/display-flow.ts'
import { pictureBook, signIn } from '../support/journey-desk.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'

const TITLES = ['云溪镇停电检修通知', '村卫生室名录', '秋收秸秆禁烧通告'] as const
const DISPLAY = '云溪镇最低生活保障初审公示'

let board: RealBoard
let staff: Staff
let itemId: string
let boardId: string
let displayNotice: string
let photograph: Buffer
const picture = pictureBook('boards')

test.describe.configure({ mode: 'serial' })
// The checker reads the page from inside, which the board's own policy would refuse.
test.use({ bypassCSP: true, viewport: { width: 1280, height: 720 } })

test.beforeAll(async () => {
  const rendererFolder = process.env['BOARD_RENDERER']
  board = await startRealBoard({
    idleLockMinutes: 10_000_000,
    lan: true,
    ...(rendererFolder && { rendererFolder }),
  })
  staff = await setUpOffice(board.openDesk)
  photograph = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#b9a26a' } })
    .jpeg()
    .toBuffer()
  itemId = (await importVillageCatalogue(staff.administrator)).id
})

test.afterAll(() => board.stop())

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state)
  await picture(page, state.replaceAll(' ', '-'))
}

const open = (page: Page, path: string) => page.goto(`${board.deskOrigin}/desk/#${path}`)
const onWall = (page: Page, title: string): Locator =>
  page.getByRole('group', { name: '版面图，按比例' }).getByRole('button', { name: title })
const inTray = (page: Page, title: string): Locator =>
  page.getByRole('group', { name: '待排放' }).getByRole('button', { name: title })
const said = (page: Page): Locator => page.locator('.bd-said')
const boardNow = async () => (await staff.handler.get<BoardView>(`/api/desk/boards/${boardId}`)).body
const sheetOf = async (title: string) =>
  (await boardNow()).postings.find((one) => one.title === title) as PostingView

async function dragTo(page: Page, sheet: Locator, target: { x: number; y: number }): Promise<void> {
  const from = await sheet.boundingBox()
  if (from === null) throw new Error('the sheet is not in sight')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(target.x - 20, target.y - 20, { steps: 6 })
  await page.mouse.move(target.x, target.y, { steps: 4 })
}

test('without a board the area says how to come to one', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await open(page, '/boards')
  await expect(page.getByText('还没有登记公开栏')).toBeVisible()
  await look(page, 'none')
  const unit = await staff.administrator.post<UnitView>('/api/desk/units/township/boards', {
    name: '镇政府公开栏',
    place: '大院东墙',
    regime: 'GOV',
  })
  boardId = unit.body.boards[0]?.id ?? ''
})

test('a board gets its panels in millimetres', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await open(page, '/boards')
  await page.getByRole('link', { name: '镇政府公开栏' }).click()
  await expect(page.getByText('还没有登记版面尺寸')).toBeVisible()
  await look(page, 'no panels')
  await page.getByRole('main').getByRole('button', { name: '版面尺寸' }).last().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('第 1 块的名称').fill('左栏')
  await dialog.getByLabel('第 1 块的宽度（毫米）').fill('1200')
  await dialog.getByLabel('第 1 块的高度（毫米）').fill('900')
  await dialog.getByRole('button', { name: '添加一块' }).click()
  await dialog.getByLabel('第 2 块的名称').fill('右栏')
  await dialog.getByLabel('第 2 块的宽度（毫米）').fill('1200')
  await dialog.getByLabel('第 2 块的高度（毫米）').fill('900')
  await look(page, 'panels')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('1200 × 900 毫米').first()).toBeVisible()
  expect((await boardNow()).panels.map(({ name, width, height }) => [name, width, height])).toEqual([
    ['左栏', 1200, 900],
    ['右栏', 1200, 900],
  ])
})

test('published notices are planned from the notice and from the board', async ({ page }) => {
  for (const title of TITLES) {
    const { id, revision } = await writeDraft(staff.handler, {
      title,
      body: paragraphs('请相互告知。'),
      catalogueItemId: itemId,
    })
    await publishDraft(staff, id, revision)
    if (title === TITLES[0]) {
      await signIn(page, board.deskUrl, '周敏')
      await open(page, `/notices/${id}`)
      await page.getByRole('button', { name: '安排张贴' }).click()
      await look(page, 'plan')
      await page.getByRole('dialog').getByRole('button', { name: '安排 1 处' }).click()
      await expect(page.getByText('第 1 版　11月23日张贴')).toBeVisible()
    }
  }
  const display = await publishDisplay(staff, itemId)
  displayNotice = display.notice.id
  await open(page, `/boards/${boardId}`)
  for (const title of [TITLES[1], TITLES[2], DISPLAY]) {
    await page.getByRole('button', { name: '安排张贴' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('已发布的信息').fill(title)
    await page.getByTitle(title, { exact: true }).last().click()
    await dialog.getByRole('button', { name: '安排', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(inTray(page, title)).toBeVisible()
  }
  await look(page, 'tray')
})

test('a sheet is laid by dragging, on the grid, and never over another', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await open(page, `/boards/${boardId}`)
  const wall = await page.locator('.bd-panel-face').first().boundingBox()
  if (wall === null) throw new Error('the wall is not in sight')
  const scale = wall.width / 1200
  // The middle of a sheet that lies 100 mm from the left and 50 mm from the top.
  const middle = { x: wall.x + (100 + 105) * scale, y: wall.y + (50 + 148) * scale }
  await dragTo(page, inTray(page, TITLES[0]), middle)
  await picture(page, 'dragging')
  await page.mouse.up()
  await expect(said(page)).toContainText(`已放下《${TITLES[0]}》`)
  const laid = (await sheetOf(TITLES[0])).spot
  expect([laid?.x, laid?.y].every((value) => Number(value) % 10 === 0)).toBe(true)
  expect(Math.abs((laid?.x ?? 0) - 100)).toBeLessThanOrEqual(10)
  const tray = await inTray(page, TITLES[1]).boundingBox()
  await dragTo(page, inTray(page, TITLES[1]), { x: middle.x + 4, y: middle.y + 4 })
  await expect(said(page)).toContainText(`会盖住《${TITLES[0]}》`)
  await look(page, 'overlap')
  await page.mouse.up()
  await expect(said(page)).toContainText('没有移动')
  expect((await sheetOf(TITLES[1])).spot).toBeNull()
  expect(await inTray(page, TITLES[1]).boundingBox()).toEqual(tray)
})

test('a sheet is laid by keys alone, every step said aloud', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await open(page, `/boards/${boardId}`)
  const status = page.locator('.bd-said [role=status]')
  await inTray(page, TITLES[1]).focus()
  await page.keyboard.press('Space')
  await expect(status).toContainText(`已拿起《${TITLES[1]}》`)
  await page.keyboard.press('PageDown')
  await expect(status).toContainText('右栏')
  const before = /距左 (\d+)/u.exec((await status.textContent()) ?? '')?.[1]
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(status).toContainText(`距左 ${Number(before) + 60}、`)
  await page.keyboard.press('Enter')
  await expect(status).toContainText(`已放下《${TITLES[1]}》。右栏`)
  await expect(onWall(page, TITLES[1])).toBeFocused()
  const laid = await sheetOf(TITLES[1])
  expect(laid.spot?.x).toBe(Number(before) + 60)
  // Escape leaves it where it lay.
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect(status).toContainText('已取消，放回原处。')
  expect((await sheetOf(TITLES[1])).spot).toEqual(laid.spot)
  // Taken off, and that taken back.
  await page.keyboard.press('Delete')
  await expect(inTray(page, TITLES[1])).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(onWall(page, TITLES[1])).toBeVisible()
  expect((await sheetOf(TITLES[1])).spot).toEqual(laid.spot)
})

test('the rest is laid by itself', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await open(page, `/boards/${boardId}`)
  await page.getByRole('button', { name: '自动排放' }).click()
  await expect(said(page)).toContainText('已排放 2 份。')
  expect((await boardNow()).postings.every(({ spot }) => spot !== null)).toBe(true)
  await look(page, 'laid')
})

test('a sheet is recorded as posted with a witness and a photograph', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await open(page, '/today')
  const card = page.getByRole('region', { name: '公开栏今天' })
  await expect(card).toContainText('今日张贴')
  await look(page, 'today hang')
  await open(page, `/boards/${boardId}`)
  await page.getByRole('button', { name: `登记张贴：《${DISPLAY}》` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('见证人').fill('村务监督委员会 李强')
  await dialog.locator('input[type=file]').setInputFiles({
    name: '远景.jpg',
    mimeType: 'image/jpeg',
    buffer: photograph,
  })
  await expect(dialog.getByText('远景.jpg')).toBeVisible()
  await look(page, 'posted')
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await expect(dialog).toBeHidden()
  const posted = await sheetOf(DISPLAY)
  expect([posted.state, posted.witness, posted.photos.length]).toEqual(['POSTED', '村务监督委员会 李强', 1])
  await onWall(page, DISPLAY).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer).toContainText('至少贴到11月30日，12月1日起可以取下。')
  await expect(drawer.getByText('照片里没有拍摄时间')).toBeVisible()
  await look(page, 'drawer')
  await drawer.getByRole('button', { name: '放大看：张贴时，远景' }).click()
  await expect(
    page.getByRole('img', { name: `${DISPLAY}　镇政府公开栏：张贴时，远景的照片` }).last(),
  ).toBeVisible()
  await look(page, 'viewer')
})

test('a phone hands in a photograph by a one-time page, and a person at the desk takes it', async ({
  page,
  browser,
}) => {
  await signIn(page, board.deskUrl, '周敏')
  await open(page, `/boards/${boardId}`)
  await onWall(page, DISPLAY).click()
  await page.getByRole('button', { name: '用手机拍' }).click()
  const dialog = page.getByRole('dialog', { name: '用手机拍：张贴时的照片' })
  const address = (await dialog.locator('.bd-phone code').textContent()) ?? ''
  const phone = await browser.newContext({ viewport: { width: 390, height: 780 } })
  const phonePage = await phone.newPage()
  await phonePage.goto(`${board.publicOrigin}${new URL(address).pathname}`)
  await phonePage.locator('input[type=file]').setInputFiles({
    name: 'near.jpg',
    mimeType: 'image/jpeg',
    buffer: photograph,
  })
  await phonePage.locator('button[type=submit], button').first().click()
  await expect(dialog).toContainText('收到 1 张，待确认')
  await look(page, 'phone')
  await dialog.getByText('近景').click()
  await dialog.getByRole('button', { name: '收下' }).click()
  await expect(dialog).toContainText('收到 0 张，待确认')
  const { photos } = await sheetOf(DISPLAY)
  expect(photos.map(({ source, view }) => [source, view])).toContainEqual(['PHONE', 'CLOSE'])
  await phone.close()
})

test('taking a sheet down too early is told in red and asks for a reason', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await open(page, `/notices/${displayNotice}`)
  await page.getByRole('button', { name: `详情：《${DISPLAY}》，镇政府公开栏` }).click()
  await page.getByRole('button', { name: `登记取下：《${DISPLAY}》，镇政府公开栏` }).click()
  const dialog = page.getByRole('dialog', { name: '登记取下：镇政府公开栏' })
  await expect(dialog.getByRole('alert')).toContainText('至少贴到11月30日，12月1日起可以取下。')
  await expect(dialog.getByRole('button', { name: '登记取下' })).toBeDisabled()
  await look(page, 'early')
  await dialog.getByLabel('理由（必填）').fill('公开栏被车撞坏')
  await dialog.getByRole('button', { name: '登记取下' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('提前取下，理由：公开栏被车撞坏')).toBeVisible()
  await look(page, 'removed early')
})

test('the list of boards counts what is up, to hang and to take down', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await open(page, '/boards')
  const row = page.getByRole('row', { name: /镇政府公开栏/u })
  await expect(row.getByRole('cell').nth(1)).toHaveText('0')
  await expect(row.getByRole('cell').nth(2)).toHaveText('3')
  await look(page, 'boards')
})

test('the leader sets how long sheets stay up on village boards, with the basis', async ({ page }) => {
  await signIn(page, board.deskUrl, '李伟')
  await open(page, '/boards')
  await page.getByRole('button', { name: '设置村务公开栏的最短张贴天数' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '采用：至少 10 天' }).click()
  await look(page, 'rule')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('region', { name: '最短张贴天数' })).toContainText('至少 10 天')
  await look(page, 'rules')
})
