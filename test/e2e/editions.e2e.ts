import { expect, test, type Page } from '@playwright/test'
import type { NoticeDetail, SavedDraft } from '../../server/notice/views.ts'
import { runTimetable } from '../../server/notice/schedule/timetable.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { pictureBook, signIn } from '../support/journey-desk.ts'
import {
  importVillageCatalogue,
  paragraphs,
  publishDraft,
  submitAndApprove,
  writeDraft,
} from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'

let board: RealBoard
let staff: Staff
let catalogueItemId: string
let corrected: NoticeDetail
const picture = pictureBook('editions')

test.describe.configure({ mode: 'serial' })
// The checker reads the page from inside, which the board's own policy would refuse.
test.use({ bypassCSP: true, viewport: { width: 1366, height: 860 } })

test.beforeAll(async () => {
  const rendererFolder = process.env['BOARD_RENDERER']
  board = await startRealBoard({ idleLockMinutes: 10_000_000, ...(rendererFolder && { rendererFolder }) })
  staff = await setUpOffice(board.openDesk)
  const place = { place: '办事大厅', regime: 'GOV' }
  await staff.administrator.post('/api/desk/units/township/boards', { name: '镇政府公开栏', ...place })
  catalogueItemId = (await importVillageCatalogue(staff.administrator)).id
  const { id, revision } = await write('云溪镇停电检修通知', '因线路检修，河西村11月26日8时至18时停电。')
  await publishDraft(staff, id, revision)
  await staff.handler.post(`/api/desk/notices/${id}/postings`, {
    boardId: board.deps.store.read.unit.boards()[0]?.id,
    postedOn: '2026-11-23',
  })
  const revised = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/revise`)
  const saved = await staff.handler.json<SavedDraft>('PUT', `/api/desk/notices/${id}/draft`, {
    revision: revised.body.draft.revision,
    content: {
      ...revised.body.draft.content,
      body: paragraphs('因线路检修，河西村11月26日9时至18时停电。'),
      change: { kind: 'CORRECTION', note: '停电开始时间由8时更正为9时。' },
    },
  })
  corrected = await publishDraft(staff, id, saved.body.revision)
})

test.afterAll(() => board.stop())

const write = (title: string, text: string) =>
  writeDraft(staff.handler, { title, body: paragraphs(text), catalogueItemId })

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state)
  await picture(page, state.replaceAll(' ', '-'))
}

test('the public reads what was corrected, and an old edition says which one has replaced it', async ({
  page,
}) => {
  const index = encodeURIComponent(corrected.indexNumber ?? '')
  await page.goto(`${board.publicOrigin}/kiosk/#/notice/${index}`)
  const note = page.getByRole('region', { name: '更正' })
  await expect(note).toContainText('停电开始时间由8时更正为9时。')
  await look(page, 'kiosk corrected')
  await page.getByRole('link', { name: '第 1 版' }).click()
  await expect(page.getByText('您看的是第 1 版，已被第 2 版替代。')).toBeVisible()
  await look(page, 'kiosk superseded')
  await page.goto(`${board.publicOrigin}/kiosk/`)
  await expect(page.locator('.row-change')).toHaveText('更正')
  await picture(page, 'kiosk-row')
})

test('the old paper is on the today page until somebody has taken it down', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  const card = page.getByRole('region', { name: '发布与撤回' })
  await expect(card).toContainText('镇政府公开栏')
  await look(page, 'today recall')
  await card.getByRole('button', { name: '镇政府公开栏：旧纸已取下' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('备注').fill('已换上新版')
  await look(page, 'tick')
  await dialog.getByRole('button', { name: '已取下' }).click()
  await expect(card).toBeHidden()
  await page.goto(`${board.deskOrigin}/desk/#/notices/${corrected.id}`)
  await expect(page.getByRole('heading', { name: '日期与保管' })).toBeVisible()
  await page.getByRole('heading', { name: '已发布的版本' }).scrollIntoViewIfNeeded()
  await look(page, 'published')
  await page.getByRole('heading', { name: '张贴', exact: true }).scrollIntoViewIfNeeded()
  await picture(page, 'published-lower')
})

test('a next edition asks what it changes', async ({ page }) => {
  await signIn(page, board.deskUrl, '周敏')
  const { id, revision } = await write('云溪镇停水通知', '河西村停水。')
  await publishDraft(staff, id, revision)
  await staff.handler.post(`/api/desk/notices/${id}/revise`)
  await page.goto(`${board.deskOrigin}/desk/#/notices/${id}`)
  const panel = page.locator('[data-field="change"]')
  await panel.getByText('更正', { exact: true }).click()
  await panel.getByLabel('说明（公开）').fill('停水范围更正为河东村。')
  await panel.scrollIntoViewIfNeeded()
  await look(page, 'draft change')
  await page.locator('section[data-field="expiresAt"]').scrollIntoViewIfNeeded()
  await picture(page, 'draft-expiry')
})

test('a minute is set for what was approved, and it goes out by itself', async ({ page }) => {
  const { id, revision } = await write('云溪镇道路封闭通知', '河西村主干道封闭施工。')
  await submitAndApprove(staff, id, revision)
  await signIn(page, board.deskUrl, '周敏')
  await page.goto(`${board.deskOrigin}/desk/#/notices/${id}`)
  await page.getByRole('button', { name: '定时发布' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('发布时间').fill('2026-11-24T08:00')
  await look(page, 'schedule')
  await dialog.getByRole('button', { name: '定时发布' }).click()
  await expect(page.getByText('11月24日 08:00 自动发布')).toBeVisible()
  await look(page, 'scheduled')
  board.clock.set('2026-11-24T00:00:05.000Z')
  expect(await runTimetable(board.deps)).toMatchObject({ published: 1 })
  await page.goto(`${board.deskOrigin}/desk/#/today`)
  await page.goto(`${board.deskOrigin}/desk/#/notices/${id}`)
  await page.reload()
  await expect(page.getByRole('heading', { name: '已发布的版本' })).toBeVisible()
})

test('several are published in turn, and what was cut short is offered again', async ({ page }) => {
  for (const number of [1, 2, 3]) {
    const { id, revision } = await write(`第${number}次施工通知`, `河西村第${number}段施工。`)
    await submitAndApprove(staff, id, revision)
  }
  await signIn(page, board.deskUrl, '周敏')
  await page.goto(`${board.deskOrigin}/desk/#/notices?state=APPROVED`)
  for (const number of [1, 2])
    await page.getByRole('checkbox', { name: `选择《第${number}次施工通知》` }).check()
  await look(page, 'batch chosen')
  await page.getByRole('button', { name: '依次发布 2 条' }).click()
  await page.getByRole('button', { name: '开始发布' }).click()
  await expect(page.getByText('已发布 2 条')).toBeVisible()
  await look(page, 'batch done')
  await page.getByRole('button', { name: '关闭' }).click()
  const left = board.deps.store.read.notice.page({ state: 'APPROVED', words: '' }, null, 1)[0]
  const submissionHash = board.deps.store.read.submission.open(left?.id ?? '')?.hash
  await staff.handler.post('/api/desk/notice-batches', { items: [{ id: left?.id, submissionHash }] })
  await page.goto(`${board.deskOrigin}/desk/#/today`)
  await page.reload()
  await look(page, 'batch left')
  await page.getByRole('button', { name: '继续发布余下 1 条' }).click()
  await expect(page.getByText('已发布 1 条')).toBeVisible()
})

test('what was taken down lies in the archive and can only be read', async ({ page }) => {
  await staff.handler.post(`/api/desk/notices/${corrected.id}/withdraw`, {
    reason: 'PUBLISHED_IN_ERROR',
    note: '检修取消',
    hideTitle: false,
  })
  await signIn(page, board.deskUrl, '周敏')
  await page.goto(`${board.deskOrigin}/desk/#/notices/${corrected.id}`)
  await look(page, 'withdrawn')
  await page.getByRole('button', { name: '归档', exact: true }).click()
  await page.getByLabel('理由').fill('年度整理')
  await page.getByRole('dialog').getByRole('button', { name: '归档' }).click()
  await expect(page.getByRole('button', { name: '取消归档' })).toBeVisible()
  await expect(page.getByRole('button', { name: '修订' })).toBeHidden()
  await page.goto(`${board.deskOrigin}/desk/#/archive`)
  await expect(page.getByRole('link', { name: '云溪镇停电检修通知' }).first()).toBeVisible()
  await look(page, 'archive')
})
