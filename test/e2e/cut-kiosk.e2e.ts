import { expect, test, type Page } from '@playwright/test'
import type { NoticeDetail } from '../../server/notice/views.ts'
import { type FaultyLine, layFaultyLine } from '../support/faulty-proxy.ts'
import {
  importVillageCatalogue,
  paragraphs,
  publishDraft,
  submitAndApprove,
  writeDraft,
} from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'

test.describe.configure({ mode: 'serial' })
test.use({ hasTouch: true, viewport: { width: 1080, height: 1920 } })

const TITLE = '关于河西村停水的通知'
const TEXT = '二十五日八时至十八时停水'

let board: RealBoard
let staff: Staff
let catalogueItemId: string
let notice: NoticeDetail
let line: FaultyLine

async function publish(title: string, text: string): Promise<NoticeDetail> {
  const { id, revision } = await writeDraft(staff.handler, { title, body: paragraphs(text), catalogueItemId })
  return publishDraft(staff, id, revision)
}

test.beforeAll(async () => {
  board = await startRealBoard({ idleLockMinutes: 10_000_000 })
  staff = await setUpOffice(board.openDesk)
  catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  notice = await publish(TITLE, TEXT)
  line = await layFaultyLine(() => board.publicOrigin)
})

test.afterAll(async () => {
  await line.close()
  await board.stop()
})

test.beforeEach(async ({ page }) => {
  line.set('THROUGH')
  await page.clock.install({ time: new Date(board.clock.now()) })
  await page.goto(`${line.origin}/kiosk/`)
  await expect(page.locator('.row-link').first()).toBeVisible()
})

/** The page asks again by itself, as it does all day. */
async function later(page: Page, seconds = 40): Promise<void> {
  await page.clock.runFor(seconds * 1000)
}

const stale = (page: Page) => page.locator('.offline')

for (const state of ['DOWN', 'ERROR', 'HALF'] as const) {
  test(`with the line ${state} the kiosk keeps its last good page, says of when it is, and is fresh again by itself`, async ({
    page,
  }) => {
    line.set(state)
    await later(page)
    await expect(stale(page)).toBeVisible()
    await expect(page.locator('main')).toContainText(TITLE)
    // What was never opened cannot be shown: it is said, and the way back works.
    await page.locator('.row-link', { hasText: TITLE }).first().tap()
    await expect(page.locator('main .state, .notice-title').first()).toBeVisible()
    await page.getByRole('button', { name: '首页' }).first().tap()
    await expect(page.locator('main')).toContainText(TITLE)
    line.set('THROUGH')
    await later(page)
    await expect(stale(page)).toBeHidden()
  })
}

test('while an answer does not come the visitor is told, and can go back', async ({ page }) => {
  line.set('HELD')
  await page.locator('.row-link', { hasText: TITLE }).first().tap()
  await expect(page.locator('main .loading')).toBeVisible()
  await page.getByRole('button', { name: '首页' }).first().tap()
  await expect(page.locator('main')).toContainText(TITLE)
  await page.locator('.row-link', { hasText: TITLE }).first().tap()
  line.set('THROUGH')
  await expect(page.locator('main')).toContainText(TEXT)
})

test('with a full disk the kiosk goes on showing, and what could not be written was not published', async ({
  page,
}) => {
  const other = '关于河西村停电的通知'
  const { id, revision } = await writeDraft(staff.handler, {
    ...{ title: other, body: paragraphs('详见附表。'.repeat(2000)), catalogueItemId },
  })
  const submissionHash = await submitAndApprove(staff, id, revision)
  const { database } = board.deps.store
  const publishing = () =>
    staff.handler.post<{ code?: string }>(`/api/desk/notices/${id}/publish`, { submissionHash })
  // SQLite meets the end of the disk here, as it would at the end of the real one.
  database.pragma(`max_page_count = ${String(database.pragma('page_count', { simple: true }))}`)
  const refused = await publishing()
  expect([refused.status, refused.body.code]).toEqual([507, 'request.disk-full'])
  await later(page)
  await expect(page.locator('main')).toContainText(TITLE)
  await expect(page.locator('main')).not.toContainText(other)
  await expect(stale(page)).toBeHidden()
  database.pragma('max_page_count = 1073741823')
  expect((await publishing()).status).toBe(200)
  await later(page)
  await expect(page.locator('main')).toContainText(other)
})

test('a board that was started anew is found again, with what was published meanwhile', async ({ page }) => {
  await board.close()
  await later(page)
  await expect(page.locator('main')).toContainText(TITLE)
  await expect(stale(page)).toBeVisible()
  board = await startRealBoard({ idleLockMinutes: 10_000_000, dataFolder: board.dataFolder })
  await later(page)
  await expect(stale(page)).toBeHidden()
})

test('a clock that jumped is named on the glass and hides nothing', async ({ page }) => {
  await page.clock.setSystemTime(new Date('2019-01-01T00:00:00.000Z'))
  await later(page)
  await expect(page.locator('header')).toContainText('时间待校')
  await expect(page.locator('main')).toContainText(TITLE)
  await page.clock.setSystemTime(new Date('2031-01-01T00:00:00.000Z'))
  await later(page)
  await expect(page.locator('header')).toContainText('时间待校')
  await page.locator('.row-link', { hasText: TITLE }).first().tap()
  await expect(page.locator('main')).toContainText(TEXT)
  expect(notice.state).toBe('PUBLISHED')
})
