import { expect, test, type Page } from '@playwright/test'
import type { NoticeDetail } from '../../server/notice/views.ts'
import {
  editorOf,
  expectSaved,
  openArea,
  personKey,
  signIn,
  switchPerson,
  typePassword,
} from '../support/journey-desk.ts'
import { writeDraft, paragraphs } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { PASSWORD, setUpOffice, type Staff } from '../support/test-board.ts'

const IDLE_MINUTES = 10
const MINUTE = 60_000

let board: RealBoard
let staff: Staff

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  board = await startRealBoard({ idleLockMinutes: IDLE_MINUTES })
  staff = await setUpOffice(board.openDesk)
})

test.afterAll(() => board.stop())

async function openDraft(page: Page, title: string): Promise<string> {
  const { id } = await writeDraft(staff.handler, {
    title,
    body: paragraphs('正在写的公示。'),
    catalogueItemId: null,
  })
  await page.goto(`${board.deskOrigin}/desk/#/notices/${id}`)
  await expect(editorOf(page)).toContainText('正在写的公示。')
  return id
}

function lockScreen(page: Page) {
  return page.getByRole('dialog', { name: '屏幕已锁定' })
}

test('a quick switch keeps the screen, and the next person sees it with their own means', async ({
  page,
}) => {
  await signIn(page, board.deskUrl, '周敏')
  await openDraft(page, '低保对象公示')
  await editorOf(page).press('Control+End')
  await page.keyboard.insertText('还没写完。')
  await switchPerson(page, '韩立')
  await expect(page.getByText('这是周敏的草稿，您可以阅读，不能修改。')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: '低保对象公示' })).toBeVisible()
  await expect(page.getByText('正在写的公示。还没写完。')).toBeVisible()
  await expect(page.getByRole('button', { name: '提交审查' })).toHaveCount(0)
  await openArea(page, '人员与审查')
  await switchPerson(page, '周敏')
  await expect(page.getByRole('heading', { name: '人员与审查' })).toBeVisible()
})

test('a wrong password is refused in words, and the right one typed over it opens', async ({ page }) => {
  await page.goto(board.deskUrl)
  await typePassword(page, '王芳', '登录', 'not-hers')
  await expect(page.getByRole('alert').filter({ hasText: '密码不对，请重新输入。' })).toBeVisible()
  const password = page.getByLabel('密码', { exact: true })
  await expect(password).toBeFocused()
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(personKey(page)).toContainText('王芳')
})

test('a desk locked by hand covers everything, and unlocking finds it as it was left', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await openDraft(page, '停电检修通知')
  await editorOf(page).press('Control+End')
  await page.keyboard.insertText('离开前写的一句。')
  await personKey(page).click()
  await page.getByRole('menuitem', { name: '锁定屏幕' }).click()
  const lock = lockScreen(page)
  await expect(lock).toBeVisible()
  await expect(lock).toContainText('周敏')
  await expect(page.getByRole('textbox', { name: '正文' })).toHaveCount(0)
  expect((await page.request.get(`${board.deskOrigin}/api/desk/notices`)).status()).toBe(423)
  await lock.getByLabel('密码', { exact: true }).fill('guessed-it')
  await lock.getByRole('button', { name: '解锁' }).click()
  await expect(lock.getByText('密码不对，请重新输入。')).toBeVisible()
  await lock.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(lock).toBeHidden()
  await expect(editorOf(page)).toContainText('离开前写的一句。')
})

test('another person may take over a locked desk, and then sees no lock', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  await personKey(page).click()
  await page.getByRole('menuitem', { name: '锁定屏幕' }).click()
  await lockScreen(page).getByRole('button', { name: '换人操作' }).click()
  await typePassword(page.getByRole('dialog', { name: '换人操作' }), '韩立', '换人')
  await expect(personKey(page)).toContainText('韩立')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a screen nobody touches locks by itself', async ({ page }) => {
  await page.clock.install({ time: new Date(board.clock.now()) })
  await signIn(page, board.deskUrl, '周敏')
  await openDraft(page, '无人值守')
  await expectSaved(page)
  await page.clock.fastForward(IDLE_MINUTES * MINUTE)
  await page.clock.runFor(10_000)
  await expect(lockScreen(page)).toContainText(`手动锁定，或 ${IDLE_MINUTES} 分钟没有操作`)
})

test('the server locks too when nothing was asked of it, and what was typed meanwhile is saved after unlocking', async ({
  page,
}) => {
  await signIn(page, board.deskUrl, '周敏')
  const id = await openDraft(page, '服务器先锁')
  // A question of the page still under way would bring the lock before the first key.
  await page.waitForLoadState('networkidle')
  board.clock.advance((IDLE_MINUTES + 1) * MINUTE)
  await editorOf(page).press('Control+End')
  await page.keyboard.insertText('锁定时写下的一句。')
  const lock = lockScreen(page)
  await expect(lock).toBeVisible()
  await lock.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(lock).toBeHidden()
  await expect(editorOf(page)).toContainText('锁定时写下的一句。')
  await expectSaved(page)
  const opened = await page.request.get(`${board.deskOrigin}/api/desk/notices/${id}`)
  const detail = (await opened.json()) as NoticeDetail
  expect(JSON.stringify(detail.draft.content.body)).toContain('锁定时写下的一句。')
})
